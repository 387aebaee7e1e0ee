"""Finding publications and circulars by words, parts of words and numbers, in Swedish and Danish."""

import pytest

from catalog.models import Circular, Publication
from catalog.queries.search import folded, matching, number_key, text_of_circular, text_of_publication
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Att STYRA", "att styra"),
        ("  Att\n styra\t ", "att styra"),
        ("ÅÄÖ ÆØ", "åäö æø"),
        ("A\u030aklagare o\u0308ver", "åklagare över"),  # letters typed as base and accent
        ("Straße", "strasse"),
        ("Nr\u00a0134", "nr 134"),
        ("ﬁnans", "finans"),
        ("", ""),
    ],
)
def test_folded_has_one_case_one_space_and_every_letter(text: str, expected: str) -> None:
    assert folded(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7099-566-4", "70995664"),
        ("91 7099 566 4", "9170995664"),
        ("1996:134", "1996134"),
        ("1996/1916", "19961916"),
        ("K_134.1", "k1341"),
        ("D–17", "d17"),
        ("Ö 12", "ö12"),
        ("- : /", ""),
    ],
)
def test_number_key_keeps_letters_and_digits(text: str, expected: str) -> None:
    assert number_key(text) == expected


@pytest.fixture
def shelf() -> None:
    """A few titles that share words."""
    factories.publication(
        title="Att styra med kvalitet",
        subtitle="en intervjubok om politikerrollen",
        article_number="K-134-1",
        description="Förtroendevalda i Ekerö och Piteå berättar.",
    )
    factories.publication(
        title="Att styra med kvalitet",
        subtitle="fem kommuners kvalitetsprojekt",
        article_number="K-134-2",
        description="Metoder från Östersund.",
    )
    factories.publication(
        title="En lärande organisation",
        article_number="7099-566-4",
        isbn13="9789170995668",
        description="Skola och socialtjänst, 100 % praktik.",
    )
    factories.publication(
        title="Børn i det fri",
        subtitle="udeliv i dagtilbud",
        article_number="KL-2302",
        description="Mudder tørrer, og æbler falder.",
    )


BOTH = ["K-134-1", "K-134-2"]
ALL = ["K-134-1", "K-134-2", "7099-566-4", "KL-2302"]


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kvalitet", BOTH),
        ("KVALITET styra", BOTH),
        ("styra  politikerrollen", ["K-134-1"]),
        ("politikerrollen lärande", []),
        ("intervju", ["K-134-1"]),
        ("projekt", ["K-134-2"]),
        ("rollen", ["K-134-1"]),
        ("ekerö", ["K-134-1"]),
        ("EKERÖ", ["K-134-1"]),
        ("ekero", []),
        ("ÖSTERSUND", ["K-134-2"]),
        ("LÄRANDE", ["7099-566-4"]),
        ("larande", []),
        ("BØRN", ["KL-2302"]),
        ("bor", []),
        ("ÆBLER TØRRER", ["KL-2302"]),
        ("7099-566-4", ["7099-566-4"]),
        ("7099 566 4", ["7099-566-4"]),
        ("70995664", ["7099-566-4"]),
        ("978-91-7099-566-8", ["7099-566-4"]),
        ("9789170995668", ["7099-566-4"]),
        ("k134-2", ["K-134-2"]),
        ("K 134 2", ["K-134-2"]),
        ("kl2302", ["KL-2302"]),
        ("134", BOTH),
        ("100 %", ["7099-566-4"]),
        ("%", ["7099-566-4"]),
        ("_", []),
        ("' OR 1=1 --", []),
        ("\\", []),
        ("", ALL),
        ("   ", ALL),
        ("o o o o o o o o xyz", ALL),
    ],
)
def test_matching_finds_publications(query: str, expected: list[str]) -> None:
    found = matching(Publication.objects.order_by("pk"), query)
    assert [one.article_number for one in found] == expected


def test_text_of_publication_holds_keywords_and_series() -> None:
    book = Publication(
        title="Titel",
        subtitle="Under",
        article_number="K-1",
        isbn13="9789170995668",
        description="Om\nboken.",
    )
    text = text_of_publication(book, keywords=["Äldreomsorg", "Natt"], series="Röster")
    assert text == "titel under k-1 röster äldreomsorg natt k1 9789170995668 om boken."


def test_text_of_circular_holds_numbers_and_keywords() -> None:
    circular = Circular(
        title="Att styra", number="1996:134", diary_number="1996-2590", body="Går det\natt spara?"
    )
    text = text_of_circular(circular, keywords=["Kvalitet"])
    assert text == "att styra 1996:134 1996134 1996-2590 kvalitet går det att spara?"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("1996:134", ["1996:134"]),
        ("1996-134", ["1996:134"]),
        ("1996134", ["1996:134"]),
        ("1996 134", ["1996:134", "1996:108"]),
        ("1996:108", ["1996:108"]),
        ("1996/1916", ["1996:108"]),
        ("12:53", ["12:53"]),
        ("barn", ["12:53"]),
        ("kvalitets", ["1996:108"]),
        ("1996", ["1996:134", "1996:108"]),
    ],
)
def test_matching_finds_circulars(query: str, expected: list[str]) -> None:
    publisher = factories.seller()
    for number, title, diary in [
        ("1996:134", "Att styra med kvalitet", "1996-2590"),
        ("1996:108", "Kvalitetsutveckling i 134 skolor", "1996/1916"),
        ("12:53", "Barn i riskzonen", ""),
    ]:
        factories.circular(
            publisher=publisher, number=number, title=title, diary_number=diary, slug=number.replace(":", "-")
        )
    assert [one.number for one in matching(Circular.objects.order_by("pk"), query)] == expected
