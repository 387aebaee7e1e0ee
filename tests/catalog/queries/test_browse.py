"""What the shop shows of the catalogue, and that a long page costs no more queries than a short one."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.models import Circular, Enclosure, Keyword, Publication, Seller, Series
from catalog.queries.browse import (
    announcements_of,
    circular_at,
    circular_replaced_by,
    listed_publications,
    newest_publications,
    published_circulars,
    visible_publications,
)
from tests import factories

pytestmark = pytest.mark.django_db

TODAY = date(2026, 10, 5)


@pytest.fixture
def publisher() -> Seller:
    return factories.seller(slug="kommunforbundet")


@pytest.fixture
def titles(publisher: Seller) -> dict[str, Publication]:
    """A title in each state, and one that comes later, all of one year."""
    comes = date(2027, 3, 15)
    return {
        "published": factories.publication(seller=publisher, title="published", year=2026),
        "withdrawn": factories.publication(seller=publisher, title="withdrawn", year=2026, state="withdrawn"),
        "draft": factories.publication(seller=publisher, title="draft", year=2026, state="draft"),
        "coming": factories.publication(seller=publisher, title="coming", year=2026, available_from_on=comes),
    }


@pytest.mark.usefixtures("titles")
def test_visible_publications_keep_withdrawn_titles_behind_old_links() -> None:
    assert [one.title for one in visible_publications()] == ["coming", "published", "withdrawn"]


@pytest.mark.usefixtures("titles")
def test_listed_publications_leave_out_drafts_and_withdrawn_titles() -> None:
    assert [one.title for one in listed_publications()] == ["coming", "published"]


@pytest.mark.usefixtures("titles")
@pytest.mark.parametrize(
    ("on", "expected"),
    [(TODAY, ["published"]), (date(2027, 3, 15), ["coming", "published"])],
)
def test_newest_publications_leave_out_what_comes_later(on: date, expected: list[str]) -> None:
    assert [one.title for one in newest_publications(on=on, count=8)] == expected


def test_newest_publications_are_the_latest_by_year_then_by_entry(publisher: Seller) -> None:
    for title, year in [("a", 2024), ("b", None), ("c", 2026), ("d", 2024), ("e", 1996)]:
        factories.publication(seller=publisher, title=title, year=year)
    assert [one.title for one in newest_publications(on=TODAY, count=4)] == ["c", "d", "a", "e"]


def test_published_circulars_are_newest_first_and_no_drafts(publisher: Seller) -> None:
    for title, dated_on, state in [
        ("old", date(1996, 9, 30), "published"),
        ("new", date(2026, 9, 1), "published"),
        ("draft", date(2026, 9, 30), "draft"),
        ("newer of one day", date(2026, 9, 1), "published"),
    ]:
        factories.circular(publisher=publisher, title=title, dated_on=dated_on, state=state)
    assert [one.title for one in published_circulars()] == ["newer of one day", "new", "old"]


def test_circular_at_finds_by_publisher_and_address(publisher: Seller) -> None:
    wanted = factories.circular(publisher=publisher, slug="26-9")
    factories.circular(publisher=factories.seller(slug="kl"), slug="26-9")
    factories.circular(publisher=publisher, slug="26-10", state="draft")
    assert circular_at("kommunforbundet", "26-9") == wanted
    assert circular_at("kommunforbundet", "26-10") is None
    assert circular_at("kommentus", "26-9") is None
    assert circular_at("kommunforbundet", "26-99") is None


def test_circular_at_announces_everything_but_drafts_in_order(titles: dict[str, Publication]) -> None:
    circular = factories.circular(titles["withdrawn"], titles["draft"], titles["coming"], titles["published"])
    found = circular_at("kommunforbundet", circular.slug)
    assert found
    assert [row.publication.title for row in found.announcements.all()] == [
        "withdrawn",
        "coming",
        "published",
    ]


@pytest.mark.parametrize("count", [1, 20])
def test_circular_at_costs_the_same_for_many_announcements(publisher: Seller, count: int) -> None:
    slug = full_circular(publisher, count=count).slug
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert read_all(slug) == count
    assert len(queries) == 9


def full_circular(publisher: Seller, *, count: int) -> Circular:
    """A circular with so many of everything that a page shows."""
    series = Series.objects.create(slug="s", name="Serien", seller=publisher)
    groups = [factories.recipient_group(f"Nämnd {n}") for n in range(count)]
    keywords = [Keyword.objects.create(name=f"Ord {n}") for n in range(count)]
    publications = [
        factories.publication(seller=publisher, series=series, stock_of=0, price=None) for _ in range(count)
    ]
    circular = factories.circular(*publications, publisher=publisher)
    circular.keywords.set(keywords)
    circular.recipient_groups.set(groups)
    for n in range(count):
        Enclosure.objects.create(circular=circular, position=n, title=f"Bilaga {n}").only_for.set(groups)
    for row in circular.announcements.all():
        row.publication.keywords.set(keywords)
        for group in groups:
            factories.free_copies(row, group=group)
    return circular


def read_all(slug: str) -> int:
    """Touch everything that a page shows of a circular, and count its announcements."""
    found = circular_at("kommunforbundet", slug)
    assert found
    announcements = list(found.announcements.all())
    _ = [
        found.publisher.name,
        *(group.name for group in found.recipient_groups.all()),
        *(word.name for word in found.keywords.all()),
        *(group.name for one in found.enclosures.all() for group in one.only_for.all()),
        *(row.publication.seller.name for row in announcements),
        *(str(row.publication.vat_class) for row in announcements),
        *(str(row.publication.series) for row in announcements),
        *(word.name for row in announcements for word in row.publication.keywords.all()),
        *(copies.group.name for row in announcements for copies in row.free_copies.all()),
    ]
    return len(announcements)


def test_circular_replaced_by_finds_what_a_circular_replaces(publisher: Seller) -> None:
    old = factories.circular(publisher=publisher, number="1995:88")
    new = factories.circular(publisher=publisher, number="1997:403", replaces_number="1995:88")
    assert circular_replaced_by(new) == old
    assert circular_replaced_by(old) is None


def test_circular_replaced_by_stays_with_publisher_and_published(publisher: Seller) -> None:
    factories.circular(publisher=factories.seller(), number="1995:88")
    factories.circular(publisher=publisher, number="1995:89", state="draft")
    for replaced in ("1995:88", "1995:89", "1994:1"):
        assert circular_replaced_by(factories.circular(publisher=publisher, replaces_number=replaced)) is None


def test_announcements_of_are_newest_first_and_of_published_circulars(publisher: Seller) -> None:
    book = factories.publication(seller=publisher)
    for title, dated_on, state in [
        ("old", date(1996, 9, 30), "published"),
        ("draft", date(2026, 9, 30), "draft"),
        ("new", date(2026, 9, 1), "published"),
    ]:
        factories.circular(book, title=title, dated_on=dated_on, state=state)
    factories.circular(factories.publication(seller=publisher))
    assert [row.circular.title for row in announcements_of(book)] == ["new", "old"]


@pytest.mark.parametrize("count", [1, 20])
def test_announcements_of_cost_the_same_for_many_circulars(publisher: Seller, count: int) -> None:
    book = factories.publication(seller=publisher)
    for _ in range(count):
        row = factories.circular(book).announcements.get()
        factories.free_copies(row, group=factories.recipient_group())
    with CaptureQueriesContext(connection) as queries:
        read = [
            (row.circular.publisher.name, [copies.group.name for copies in row.free_copies.all()])
            for row in announcements_of(book)
        ]
    assert read == [(publisher.name, ["Kommunstyrelsen"])] * count
    assert len(queries) == 3


@pytest.mark.parametrize("count", [1, 30])
def test_lists_of_publications_and_circulars_cost_one_query(publisher: Seller, count: int) -> None:
    series = Series.objects.create(slug="s", name="Serien", seller=publisher)
    for _ in range(count):
        factories.circular(factories.publication(seller=publisher, series=series, stock_of=0, price=None))
    with CaptureQueriesContext(connection) as queries:
        shown = [(one.seller.name, str(one.vat_class), one.series) for one in listed_publications()]
        assert len(shown) == count
        assert [one.publisher.name for one in published_circulars()] == [publisher.name] * count
    assert len(queries) == 2
