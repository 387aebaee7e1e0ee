import pytest

from catalog.imports.passage import Source


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("en hand-\nledning", "en handledning"),
        ("rek- torer", "rektorer"),
        ("Individ- och\nfamiljeomsorg", "Individ- och familjeomsorg"),
        ("skol-\noch barnomsorg", "skol- och barnomsorg"),
        ("Ulla-\nBritt", "Ulla-Britt"),
        ("08-\n709 59 90", "08-709 59 90"),
        ("e-\npost", "e-post"),
        ("LÄRANDE ORGANI-\nSATION", "LÄRANDE ORGANISATION"),
        ("Titel\n- underrubrik", "Titel - underrubrik"),
        ("**fet**   text", "fet text"),
        ("mjukt\u00ad binde\u00adstreck", "mjuktbindestreck"),
        ("a\u030ar", "år"),
        ("1\u00a0250 kr", "1 250 kr"),
        ("“A” – b", '"A" - b'),
    ],
)
def test_flow_heals_what_layout_broke(printed, plain):
    assert Source(printed).flow(0, len(printed)).text == plain


def test_value_keeps_its_typography_and_its_place():
    source = Source("Rubrik:  “Arbete” – på lätt svenska")
    found = source.flow(9, len(source.original)).words()
    assert found.value == "“Arbete” – på lätt svenska"
    assert source.original[found.start : found.end] == found.value
