"""Copies that come, are promised, taken back and go, under each stock rule."""

from collections.abc import Callable

import pytest

from catalog import stock
from catalog.errors import NotEnoughInStock, SoldOut
from catalog.models import Publication, StockMovement
from tests import factories

pytestmark = pytest.mark.django_db

RULES = ["tracked", "backorder", "on_demand", "untracked"]
RECEIVED, COUNTED, SHIPPED = (StockMovement.Kind[name] for name in ("RECEIVED", "COUNTED", "SHIPPED"))


def title(rule: str = "tracked", *, on_hand: int = 10, reserved: int = 0) -> Publication:
    """A title with copies in stock, some of them promised."""
    made = factories.publication(stock_of=on_hand, stock_rule=rule, price=None, title="Boken")
    if reserved:
        stock.reserve(made, quantity=reserved)
    return made


def counts(publication: Publication) -> tuple[int, int]:
    """On hand and reserved, as the database has them; on hand is checked to be the sum of the movements."""
    publication.refresh_from_db()
    assert publication.on_hand == sum(row.quantity for row in publication.stock_movements.all())
    return publication.on_hand, publication.reserved


def movements(publication: Publication) -> list[tuple[int, str, str]]:
    """Quantity, kind and reference, oldest first."""
    rows = publication.stock_movements.order_by("pk")
    return [(row.quantity, row.kind, row.reference) for row in rows]


@pytest.mark.parametrize("rule", RULES)
def test_book_adds_copies_and_a_movement(rule: str) -> None:
    book = title(rule, on_hand=0)
    movement = stock.book(book, quantity=300, kind=RECEIVED, reference="Delivery 12")
    assert counts(book) == (300, 0)
    assert movements(book) == [(300, "received", "Delivery 12")]
    assert movement == book.stock_movements.get()


@pytest.mark.parametrize("rule", RULES)
def test_book_takes_copies_away_down_to_none(rule: str) -> None:
    book = title(rule)
    stock.book(book, quantity=-10, kind=COUNTED, reference="Water damage")
    assert counts(book) == (0, 0)
    assert movements(book) == [(10, "received", ""), (-10, "counted", "Water damage")]


@pytest.mark.parametrize("rule", RULES)
def test_book_refuses_to_go_below_none(rule: str) -> None:
    book = title(rule)
    with pytest.raises(NotEnoughInStock) as refused:
        stock.book(book, quantity=-11, kind=COUNTED)
    assert refused.value.facts == {"title": "Boken", "available": 10, "publication": book.pk}
    assert counts(book) == (10, 0)
    assert movements(book) == [(10, "received", "")]


def test_book_refuses_to_take_away_promised_copies_of_a_tracked_title() -> None:
    book = title(reserved=8)
    with pytest.raises(NotEnoughInStock) as refused:
        stock.book(book, quantity=-3, kind=COUNTED)
    assert refused.value.facts["available"] == 2
    assert counts(book) == (10, 8)
    assert movements(book) == [(10, "received", "")]
    stock.book(book, quantity=-2, kind=COUNTED)
    assert counts(book) == (8, 8)


def test_book_takes_away_promised_copies_of_a_title_that_is_delivered_later() -> None:
    book = title("backorder", reserved=8)
    stock.book(book, quantity=-3, kind=COUNTED)
    assert counts(book) == (7, 8)


@pytest.mark.parametrize("rule", RULES)
def test_reserve_promises_copies_without_a_movement(rule: str) -> None:
    book = title(rule)
    stock.reserve(book, quantity=4)
    stock.reserve(book, quantity=6)
    assert counts(book) == (10, 10)
    assert movements(book) == [(10, "received", "")]


def test_reserve_refuses_more_than_is_available_of_a_tracked_title() -> None:
    book = title(reserved=7)
    with pytest.raises(NotEnoughInStock) as refused:
        stock.reserve(book, quantity=4)
    assert type(refused.value) is NotEnoughInStock
    assert refused.value.facts == {"title": "Boken", "available": 3, "publication": book.pk}
    assert counts(book) == (10, 7)


@pytest.mark.parametrize(("on_hand", "reserved"), [(0, 0), (5, 5)])
def test_reserve_says_sold_out_when_nothing_is_available(on_hand: int, reserved: int) -> None:
    book = title(on_hand=on_hand, reserved=reserved)
    with pytest.raises(SoldOut) as refused:
        stock.reserve(book, quantity=1)
    assert refused.value.facts["title"] == "Boken"
    assert counts(book) == (on_hand, reserved)


@pytest.mark.parametrize("rule", RULES[1:])
def test_reserve_promises_beyond_stock_where_the_rule_sets_no_limit(rule: str) -> None:
    book = title(rule, on_hand=1)
    stock.reserve(book, quantity=50)
    assert counts(book) == (1, 50)


def test_reserve_counts_what_the_database_says_and_not_what_was_read() -> None:
    book = title(on_hand=5)
    as_read_before = Publication.objects.get(pk=book.pk)
    stock.reserve(book, quantity=4)
    with pytest.raises(NotEnoughInStock):
        stock.reserve(as_read_before, quantity=4)
    assert as_read_before.available == 1
    assert counts(book) == (5, 4)


@pytest.mark.parametrize("rule", RULES)
def test_release_takes_a_promise_back(rule: str) -> None:
    book = title(rule, reserved=6)
    stock.release(book, quantity=4)
    assert counts(book) == (10, 2)
    assert movements(book) == [(10, "received", "")]


@pytest.mark.parametrize("rule", RULES)
def test_release_refuses_more_than_was_promised(rule: str) -> None:
    book = title(rule, reserved=6)
    with pytest.raises(NotEnoughInStock):
        stock.release(book, quantity=7)
    assert counts(book) == (10, 6)


@pytest.mark.parametrize("rule", ["tracked", "backorder"])
def test_ship_lets_promised_copies_go(rule: str) -> None:
    book = title(rule, reserved=6)
    stock.ship(book, quantity=4, reference="260017")
    assert counts(book) == (6, 2)
    assert movements(book) == [(10, "received", ""), (-4, "shipped", "260017")]


@pytest.mark.parametrize("rule", ["on_demand", "untracked"])
def test_ship_counts_no_copies_where_the_rule_counts_none(rule: str) -> None:
    book = title(rule, on_hand=1, reserved=6)
    stock.ship(book, quantity=4, reference="260017")
    assert counts(book) == (1, 2)
    assert movements(book) == [(1, "received", "")]


def test_ship_refuses_what_has_not_come_yet() -> None:
    book = title("backorder", on_hand=3, reserved=6)
    with pytest.raises(NotEnoughInStock) as refused:
        stock.ship(book, quantity=4, reference="260017")
    assert refused.value.facts["available"] == 3
    assert counts(book) == (3, 6)
    assert movements(book) == [(3, "received", "")]


@pytest.mark.parametrize("rule", RULES)
def test_ship_refuses_what_was_not_promised(rule: str) -> None:
    book = title(rule, reserved=2)
    with pytest.raises(NotEnoughInStock):
        stock.ship(book, quantity=3, reference="260017")
    assert counts(book) == (10, 2)
    assert movements(book) == [(10, "received", "")]


@pytest.mark.parametrize(
    "change",
    [
        lambda book: stock.book(book, quantity=1, kind=RECEIVED),
        lambda book: stock.reserve(book, quantity=1),
        lambda book: stock.release(book, quantity=1),
        lambda book: stock.ship(book, quantity=1, reference=""),
    ],
)
def test_stock_of_one_title_leaves_the_others_alone(change: Callable[[Publication], object]) -> None:
    book, other = title(reserved=1), title(reserved=1)
    change(book)
    assert counts(other) == (10, 1)
    assert movements(other) == [(10, "received", "")]
