"""Importing a circular: what becomes of the text, what is announced, and what is refused."""

from datetime import date
from decimal import Decimal

import pytest

from catalog.imports import as_json, read_circular
from catalog.models import Price, Publication, Seller, StockMovement
from shop.journal.models import Entry
from tests import circular_texts, factories
from tests.shop.actions.importing import (
    announced,
    association,
    danish_association,
    imported,
    publishing_house,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def publisher() -> Seller:
    return association()


@pytest.fixture
def supplier() -> Seller:
    return publishing_house()


def test_import_circular_writes_a_draft_with_its_facts(publisher: Seller) -> None:
    circular = imported(circular_texts.CONVERSATIONS)
    facts = {
        "publisher": publisher,
        "slug": "1998-77",
        "number": "1998:77",
        "diary_number": "1998/2211",
        "kind": "circular",
        "state": "draft",
        "language": "sv",
        "title": "Samtal i nämnden",
        "dated_on": date(1998, 3, 16),
        "changed_on": None,
        "handlers": ["Ingrid Påhittad"],
        "sections": ["Demokratisektionen"],
        "signatories": ["Torsten Låtsas", "Ingrid Påhittad"],
        "events": [],
        "replaces_number": "1995:12",
        "search_text": "samtal i nämnden 1998:77 199877 1998/2211 delaktighet",
    }
    assert {name: getattr(circular, name) for name in facts} == facts
    assert [(one["name"], one["phone"]) for one in circular.question_contacts] == [
        ("Ingrid Påhittad", "08-465 004 92")
    ]
    assert [one.name for one in circular.keywords.all()] == ["Delaktighet"]
    assert [one.title for one in circular.enclosures.all()] == [
        "Samtal i nämnden - en intervjubok om att lyssna"
    ]


def test_import_circular_writes_draft_publications(publisher: Seller) -> None:
    first, second = announced(imported(circular_texts.CONVERSATIONS))
    assert [
        (one.title, one.subtitle, one.article_number, one.slug, one.state, one.year, one.language)
        for one in (first, second)
    ] == [
        (
            "Samtal i nämnden",
            "en intervjubok om att lyssna",
            "1998-77-1",
            "samtal-i-namnden-kommunforbundet-1998-77",
            "draft",
            1998,
            "sv",
        ),
        (
            "Samtal i nämnden",
            "fyra kommuner provar",
            "1998-77-2",
            "samtal-i-namnden-kommunforbundet-1998-77-2",
            "draft",
            1998,
            "sv",
        ),
    ]
    assert [one.seller for one in (first, second)] == [publisher] * 2
    assert first.search_text == "samtal i nämnden en intervjubok om att lyssna 1998-77-1 1998771"


def test_import_circular_keeps_printed_prices_on_the_announcements_and_prices_nothing() -> None:
    first, second = imported(circular_texts.CONVERSATIONS).announcements.all()
    assert (first.announced_price, first.announced_tiers) == (
        Decimal(100),
        [{"min_quantity": 15, "unit_price": "65.00"}],
    )
    assert (second.announced_price, second.announced_tiers) == (Decimal(25), [])
    assert [
        (one.position, one.announced_excludes_vat, one.announced_excludes_postage) for one in (first, second)
    ] == [
        (1, True, True),
        (2, True, True),
    ]
    assert (Price.objects.count(), StockMovement.objects.count()) == (0, 0)
    assert set(Publication.objects.values_list("vat_class", "on_hand", "reserved")) == {(None, 0, 0)}


def test_import_circular_keeps_the_order_contact_of_each_announcement() -> None:
    first, second = imported(circular_texts.CONVERSATIONS).announcements.all()
    assert [(one.order_contact_name, one.order_contact_phone) for one in (first, second)] == [
        ("Rut Provare", "08-465 004 91"),
        ("Rut Provare", ""),
    ]


def test_import_circular_entitles_groups_to_free_copies() -> None:
    first, second = imported(circular_texts.CONVERSATIONS).announcements.all()
    assert [(copies.group.name, copies.quantity) for copies in first.free_copies.all()] == [
        ("Kommunstyrelsen", 1)
    ]
    assert not second.free_copies.exists()


def test_import_circular_knows_recipients_by_their_spellings_and_leaves_out_strangers() -> None:
    circular = imported(circular_texts.NIGHTS)
    assert [one.name for one in circular.recipient_groups.all()] == ["Personal", "Äldreomsorg"]
    other = imported(circular_texts.CONVERSATIONS)
    assert [one.name for one in other.recipient_groups.all()] == ["Idrott - Fritid", "Kommunstyrelsen"]


def test_import_circular_keeps_enclosures_once_with_who_gets_them() -> None:
    circular = imported(circular_texts.SERIES)
    assert [
        (one.position, one.title, [group.name for group in one.only_for.all()])
        for one in circular.enclosures.all()
    ] == [
        (1, "Folder om skriftserien", []),
        (2, "Vakna nätter", ["Kommunstyrelsen"]),
        (3, "Program", []),
    ]


def test_import_circular_shows_events_and_never_sells_them() -> None:
    circular = imported(circular_texts.SERIES)
    assert circular.events == [
        {"kind": "konferens", "title": "konferensen Tre år på två timmar", "when": "1995-03-14", "note": ""}
    ]
    assert announced(circular) == []


def test_import_circular_keeps_the_text_and_what_was_read() -> None:
    circular = imported(circular_texts.NIGHTS, file="1999-14.txt")
    kept = circular.imported_texts.get()
    assert (kept.source_file, kept.text) == ("1999-14.txt", circular_texts.NIGHTS)
    assert kept.extraction == as_json(read_circular(circular_texts.NIGHTS, source_file="1999-14.txt"))


def test_import_circular_writes_an_entry(publisher: Seller) -> None:
    clerk = factories.staff(publisher, name="Karin Kontor")
    first = imported(circular_texts.NIGHTS, file="1999-14.txt")
    second = imported(circular_texts.CONVERSATIONS, file="1998-77.txt", by=clerk)
    assert [
        (one.kind, one.subject_kind, one.subject_key, one.actor, one.actor_name, one.facts)
        for one in Entry.objects.order_by("pk")
    ] == [
        (
            "circular.imported",
            "circular",
            str(circular.pk),
            actor,
            name,
            {"source_file": file},
        )
        for circular, actor, name, file in [
            (first, None, "import_circulars", "1999-14.txt"),
            (second, clerk, "Karin Kontor", "1998-77.txt"),
        ]
    ]


def test_import_circular_lets_the_supplier_decide_the_seller(publisher: Seller, supplier: Seller) -> None:
    circular = imported(circular_texts.NIGHTS)
    (nights,) = announced(circular)
    assert (circular.publisher, nights.seller) == (publisher, supplier)
    assert (nights.article_number, nights.isbn13, nights.pages) == ("7099-901-5", "9789170999017", 88)


def test_import_circular_leaves_a_supplier_that_does_not_sell_here_to_the_publisher(
    publisher: Seller,
) -> None:
    (nights,) = announced(imported(circular_texts.NIGHTS))
    assert nights.seller == publisher


@pytest.mark.usefixtures("supplier")
def test_import_circular_announces_a_known_publication_and_does_not_double_it() -> None:
    (nights,) = announced(imported(circular_texts.NIGHTS))
    before = Publication.objects.filter(pk=nights.pk).values().get()
    reprint = imported(circular_texts.REPRINT)
    assert announced(reprint) == [nights]
    assert reprint.announcements.get().announced_price == Decimal(140)
    assert list(Publication.objects.values()) == [before]


def test_import_circular_leaves_a_known_publication_on_sale(supplier: Seller) -> None:
    on_sale = factories.publication(seller=supplier, article_number="7099-901-5", price="110")
    assert announced(imported(circular_texts.NIGHTS)) == [on_sale]
    on_sale.refresh_from_db()
    assert on_sale.state == "published"
    assert [one.unit_net for one in on_sale.prices.all()] == [Decimal(110)]


@pytest.mark.usefixtures("supplier")
def test_import_circular_does_not_take_another_seller_s_number_for_its_own() -> None:
    theirs = factories.publication(article_number="7099-901-5")
    (nights,) = announced(imported(circular_texts.NIGHTS))
    assert nights != theirs


def test_import_circular_reads_a_danish_page() -> None:
    kl = danish_association()
    page = imported(circular_texts.DANISH_PAGE)
    assert (page.publisher, page.kind, page.language, page.number) == (kl, "page", "da", "")
    assert page.slug == "godt-naboskab-to-pjecer-om-stoej-i-byen"
    assert [(row.publication.title, row.announced_price) for row in page.announcements.all()] == [
        ("Godt naboskab til beboerne", Decimal(0)),
        ("Godt naboskab til kommunen", Decimal(80)),
    ]
    assert [one.article_number for one in announced(page)] == [
        "godt-naboskab-to-pjecer-om-sto-1",
        "godt-naboskab-to-pjecer-om-sto-2",
    ]
