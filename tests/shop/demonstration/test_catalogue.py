"""The demonstration's catalogue: the facts of the five real circulars, and a shop that feels inhabited."""

from datetime import date
from decimal import Decimal

import pytest
from django.db.models import Count, Sum

from catalog.models import Announcement, Circular, Publication, Seller, Series
from catalog.prices import facts_for
from catalog.pricing.quote import Item, quote
from catalog.queries.browse import circular_at, listed_publications
from catalog.queries.search import matching
from shop.customers.models import Organisation

pytestmark = pytest.mark.django_db


def real(slug: str, publisher: str = "kommunforbundet") -> Circular:
    found = circular_at(publisher, slug)
    assert found
    return found


def rows(circular: Circular) -> list[Announcement]:
    return list(circular.announcements.all())


def printed(row: Announcement) -> tuple[str | None, list[dict[str, object]]]:
    """Price and tiers as the circular printed them."""
    return str(row.announced_price) if row.announced_price is not None else None, row.announced_tiers


def free(row: Announcement) -> list[tuple[str, int]]:
    return [(copies.group.name, copies.quantity) for copies in row.free_copies.all()]


def test_circular_1996_134_announces_the_interview_book_and_the_booklet() -> None:
    circular = real("1996-134")
    assert (circular.number, circular.diary_number, circular.dated_on) == (
        "1996:134",
        "1996-2590",
        date(1996, 9, 30),
    )
    assert (circular.title, circular.handlers) == ("Att styra med kvalitet", ["Gabriella Wærn"])
    assert circular.signatories == ["Marie Pernebring", "Gabriella Wærn"]
    assert [one.name for one in circular.keywords.all()] == ["Kvalitet"]
    book, booklet = rows(circular)
    assert [one.publication.full_title for one in (book, booklet)] == [
        "Att styra med kvalitet – en intervjubok om politikerrollen",
        "Att styra med kvalitet – fem kommuners kvalitetsprojekt",
    ]
    assert printed(book) == ("100.00", [{"min_quantity": 15, "unit_price": "65.00"}])
    assert printed(booklet) == ("25.00", [])
    assert [one.order_contact_name for one in (book, booklet)] == ["Margot Lövgren"] * 2
    assert [one.announced_excludes_vat for one in (book, booklet)] == [True, True]
    assert book.order_contact_phone == "08-772 47 50"
    assert (free(book), free(booklet)) == ([("Kommunstyrelsen", 1)], [])


@pytest.mark.parametrize(
    ("on", "quantity", "net", "total"),
    [
        (date(1996, 9, 30), 14, "1400.00", "1750.00"),
        (date(1996, 9, 30), 15, "975.00", "1218.75"),
        (date(2026, 10, 5), 14, "1400.00", "1484.00"),
        (date(2026, 10, 5), 15, "975.00", "1033.50"),
    ],
)
def test_circular_1996_134_is_priced_as_it_printed(on: date, quantity: int, net: str, total: str) -> None:
    book, booklet = (row.publication for row in rows(real("1996-134")))
    facts = facts_for(book, on=on)
    assert facts
    priced = quote([Item(facts=facts, quantity=quantity)], dated_on=on)
    assert (priced.net, priced.total) == (Decimal(net), Decimal(total))
    of_booklet = facts_for(booklet, on=on)
    assert of_booklet
    assert [tier.unit_net for tier in of_booklet.tiers] == [Decimal(25)]


def test_circular_1996_108_announces_a_book_of_the_publishing_house() -> None:
    circular = real("1996-108")
    (row,) = rows(circular)
    book = row.publication
    assert (book.seller.slug, book.pages, book.article_number) == ("kommentus", 136, "7099-566-4")
    assert printed(row) == ("195.00", [])
    assert (row.order_contact_organisation, free(row)) == ("Kommentus förlag AB", [("Kommunstyrelsen", 1)])
    facts = facts_for(book, on=date(1996, 9, 30))
    assert facts
    assert facts.base_net == Decimal(195)
    assert [one.title for one in circular.enclosures.all()] == ["Bok", "Beställningsfolder"]
    assert [one["kind"] for one in circular.events] == ["seminarium"]


def test_circular_1994_174_encloses_two_writings_for_the_board_and_names_no_price() -> None:
    circular = real("1994-174")
    assert [
        (one.title, [group.name for group in one.only_for.all()]) for one in circular.enclosures.all()
    ] == [
        ("Folder om skriftserien", []),
        ("Folder om konferens", []),
        ('Folder om "Utmärkelsen Svensk Skola"', []),
        ("Goda exempel på konkurrensutsättning", ["Kommunstyrelsen"]),
        ("Kvalitet på Dagis", ["Kommunstyrelsen"]),
    ]
    writings = rows(circular)
    assert [printed(row) for row in writings] == [(None, [])] * 2
    assert [str(row.publication.series) for row in writings] == ["Mer värde för pengarna"] * 2
    assert [facts_for(row.publication, on=date(2026, 10, 5)) for row in writings] == [None, None]
    assert [(one["kind"], one["when"]) for one in circular.events] == [("konferens", "1994-11-30")]


def test_circular_1997_53_is_ordered_from_the_publishing_house_and_names_no_price() -> None:
    circular = real("1997-53")
    assert (circular.diary_number, circular.dated_on) == ("1997/0915", date(1997, 4, 2))
    (row,) = rows(circular)
    assert (row.publication.seller.slug, printed(row)) == ("kommentus", (None, []))
    assert facts_for(row.publication, on=date(2026, 10, 5)) is None


def test_danish_page_has_no_number_and_names_no_price() -> None:
    page = real("bedre-kvalitet", "kl")
    assert (page.kind, page.language, page.number) == ("page", "da", "")
    assert (page.dated_on, page.changed_on) == (date(2008, 10, 6), date(2009, 6, 1))
    (row,) = rows(page)
    assert (row.publication.seller.slug, row.publication.kind, printed(row)) == ("kl", "pamphlet", (None, []))


def test_demonstration_has_three_sellers() -> None:
    sellers = Seller.objects.order_by("slug").values_list("slug", "country", "currency", "language")
    assert list(sellers) == [
        ("kl", "DK", "DKK", "da"),
        ("kommentus", "SE", "SEK", "sv"),
        ("kommunforbundet", "SE", "SEK", "sv"),
    ]
    assert [seller.postage_tariffs.count() for seller in Seller.objects.all()] == [1, 1, 1]


@pytest.mark.parametrize(
    ("condition", "least"),
    [
        ({}, 40),
        ({"language": "da"}, 5),
        ({"format": "pdf"}, 2),
        ({"prices__unit_net": 0}, 3),
        ({"prices__isnull": True}, 3),
        ({"prices__tiers__isnull": False}, 10),
        ({"pack_size__gt": 1}, 1),
        ({"max_quantity__isnull": False}, 1),
        ({"stock_rule": "backorder"}, 1),
        ({"stock_rule": "on_demand"}, 1),
        ({"stock_rule": "untracked"}, 1),
        ({"free_pdf__gt": ""}, 3),
        ({"series__isnull": False}, 10),
    ],
)
def test_demonstration_shelves_hold_some_of_every_kind(condition: dict[str, object], least: int) -> None:
    assert listed_publications().filter(**condition).distinct().count() >= least


def test_demonstration_series_have_publications() -> None:
    counts = Series.objects.annotate(titles=Count("publications")).values_list("titles", flat=True)
    assert min(counts) >= 1
    assert len(counts) >= 5


def test_demonstration_stock_is_the_sum_of_its_movements() -> None:
    sums = Publication.objects.annotate(moved=Sum("stock_movements__quantity", default=0))
    assert [one for one in sums if one.on_hand != one.moved] == []


def test_demonstration_titles_are_found_by_title_and_by_number() -> None:
    lost = [
        one
        for one in listed_publications()
        for query in (one.title, one.article_number)
        if one not in matching(listed_publications(), query)
    ]
    assert lost == []


def test_demonstration_reading_copies_are_pdfs() -> None:
    copies = [one.free_pdf for one in Publication.objects.exclude(free_pdf="")]
    assert [copy.open("rb").read(5) for copy in copies] == [b"%PDF-"] * len(copies)


def test_demonstration_knows_more_of_a_dozen_municipalities() -> None:
    ekero = Organisation.objects.get(country="SE", code="0125")
    assert (ekero.organisation_number, ekero.e_invoice_address) == ("212000-9010", "0007:2120009010")
    assert Organisation.objects.exclude(organisation_number="").count() >= 10
