"""What importing refuses, and how it keeps apart what only looks alike."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db.models import Model
from django.utils.translation import override

from catalog.errors import Refused
from catalog.imports import Contact, Found, PublicationFound, read_circular
from catalog.models import (
    Announcement,
    Circular,
    Enclosure,
    FreeCopies,
    ImportedText,
    Keyword,
    Publication,
    Seller,
)
from shop.actions.import_circular import (
    AlreadyImported,
    NotAText,
    NothingRead,
    UnknownPublisher,
    import_circular,
)
from shop.journal.models import Entry
from tests import circular_texts, factories
from tests.shop.actions.importing import announced, association, danish_association, imported

pytestmark = pytest.mark.django_db

OF_NOBODY = circular_texts.NIGHTS.replace("SVENSKA KOMMUNFÖRBUNDET", "VÄNLIGA HÄLSNINGAR")


@pytest.fixture(autouse=True)
def publisher() -> Seller:
    return association()


def rows() -> dict[type[Model], int]:
    """How much there is of everything that importing writes."""
    tables = (Circular, Publication, Announcement, Enclosure, FreeCopies, ImportedText, Keyword, Entry)
    return {table: table._default_manager.count() for table in tables}


def of_a_stranger() -> None:
    imported(circular_texts.NIGHTS.replace("SVENSKA KOMMUNFÖRBUNDET", "LANDSTINGSFÖRBUNDET"))


REFUSALS: dict[str, tuple[Callable[[], object], type[Refused], str]] = {
    "nothing to read": (
        lambda: imported(""),
        NothingRead,
        "No title could be read in the text, so there is nothing to make a draft of.",
    ),
    "no text": (
        lambda: imported("%PDF-1.7\n\0\x01"),
        NotAText,
        "The file is not a plain text. Save it as text first, then import it.",
    ),
    "a stranger's": (
        of_a_stranger,
        UnknownPublisher,
        "No seller is called “Landstingsförbundet”. Say which seller publishes the circular.",
    ),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_import_circular_refuses_and_writes_nothing(case: str) -> None:
    danish_association()
    factories.seller(name="Ett annat förbund")
    act, refusal, sentence = REFUSALS[case]
    before = rows()
    with pytest.raises(refusal) as refused, override("en"):
        act()
    with override("en"):
        assert str(refused.value) == sentence
    assert rows() == before


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (circular_texts.CONVERSATIONS, "1998:77"),
        (circular_texts.DANISH_PAGE, "Godt naboskab - to pjecer om støj i byen"),
    ],
)
def test_import_circular_refuses_the_same_circular_again(text: str, named: str) -> None:
    danish_association()
    imported(text)
    before = rows()
    with pytest.raises(AlreadyImported) as refused:
        imported(text)
    assert refused.value.facts == {"number": named}
    with override("en"):
        assert str(refused.value) == f"Circular {named} is already here."
    assert rows() == before


def test_import_circular_refuses_a_number_that_is_here_in_another_wording() -> None:
    imported(circular_texts.NIGHTS)
    with pytest.raises(AlreadyImported):
        imported(circular_texts.NIGHTS.replace("schema och sömn", "sömn och schema"))


def test_import_circular_takes_the_same_number_of_another_publisher(publisher: Seller) -> None:
    other = factories.seller(slug="landstingsforbundet")
    both = [
        imported(circular_texts.NIGHTS, publisher=publisher),
        imported(circular_texts.NIGHTS, publisher=other),
    ]
    assert [(one.publisher, one.slug) for one in both] == [(publisher, "1999-14"), (other, "1999-14")]


def test_import_circular_keeps_titles_without_a_number_apart() -> None:
    """Two publishers with one number sell through one house; neither prints an order number."""
    sold_by = factories.seller(name="Kommentus förlag AB")
    text = circular_texts.NIGHTS.replace(" Beställningsnr 7099-901-5.", "")
    publishers = [factories.seller(), factories.seller()]
    first, second = (announced(imported(text, publisher=one))[0] for one in publishers)
    assert [(one.seller, one.article_number) for one in (first, second)] == [
        (sold_by, "1999-14-1"),
        (sold_by, "1999-14-1-2"),
    ]


def test_import_circular_keeps_pages_with_like_titles_apart() -> None:
    danish_association()
    longer = circular_texts.DANISH_PAGE.replace("i byen", "i byen og på landet, ved havet og i havnen")
    pages = [
        imported(circular_texts.DANISH_PAGE),
        imported(circular_texts.DANISH_PAGE + "Flere pjecer\n"),
        imported(longer),
        imported(longer + "Flere pjecer\n"),
    ]
    assert [len(announced(page)) for page in pages] == [2, 2, 2, 2]
    assert len({publication for page in pages for publication in announced(page)}) == 8
    assert pages[1].slug == f"{pages[0].slug}-2"
    assert pages[3].slug == f"{pages[2].slug}-2"


@pytest.mark.parametrize("publishes", [True, False])
def test_import_circular_takes_a_silent_text_for_the_only_publisher_of_its_language(
    publisher: Seller, publishes: bool
) -> None:
    """Of several sellers the one that publishes circulars; otherwise the only one there is."""
    danish_association()
    if publishes:
        factories.circular(publisher=publisher)
        factories.seller()
    assert imported(OF_NOBODY).publisher == publisher


def test_import_circular_refuses_a_silent_text_of_one_of_many() -> None:
    factories.seller()
    with pytest.raises(UnknownPublisher) as refused:
        imported(OF_NOBODY)
    assert refused.value.facts == {"name": ""}


def test_import_circular_believes_a_person_rather_than_the_text() -> None:
    theirs = factories.seller(slug="theirs")
    assert imported(circular_texts.NIGHTS, publisher=theirs).publisher == theirs


def test_import_circular_cuts_what_is_too_long_and_keeps_it_in_the_extraction() -> None:
    def of(length: int) -> Found[str]:
        return Found("x" * length, 0, 1)

    reading = replace(
        read_circular(circular_texts.NIGHTS),
        title=of(400),
        diary_number=of(31),
        keywords=(of(61),),
        enclosures=(of(301),),
        publications=(
            PublicationFound(title=of(251), order_number=of(41), order_contact=Contact(phone=of(41))),
        ),
    )
    circular = import_circular(reading, text="", by=None)
    row = circular.announcements.get()
    assert (len(circular.title), len(circular.diary_number)) == (300, 30)
    assert [len(one.name) for one in circular.keywords.all()] == [60]
    assert [len(one.title) for one in circular.enclosures.all()] == [300]
    assert (len(row.publication.title), len(row.publication.article_number)) == (250, 40)
    assert len(row.order_contact_phone) == 40
    assert circular.imported_texts.get().extraction["title"] == "x" * 400
