"""Which orders a list shows, and how many of each."""

from datetime import UTC, datetime

import pytest

from catalog.models import Seller
from shop.actions.cancel_order import cancel_order
from shop.actions.hold_order import hold_order
from shop.actions.release_order import release_order
from shop.orders.models import Order
from shop.orders.queries.lists import Wanted, counts, history, in_full, narrowed, newest_first, orders_of
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def seller() -> Seller:
    return factories.seller(slug="kommunforbundet", name="Kommunförbundet")


def ordered(seller: Seller, **fields: object) -> Order:
    return factories.order((factories.publication(seller=seller), 3), **fields)


def found(seller: Seller, **wanted: str) -> list[str]:
    rows = narrowed(orders_of([seller]), Wanted(**wanted))
    return [order.number for order in newest_first(rows).rows]


def test_orders_of_other_sellers_are_not_there(seller: Seller) -> None:
    mine, theirs = ordered(seller), factories.order()
    assert found(seller) == [mine.number]
    assert in_full(orders_of([seller]), theirs.number) is None
    assert list(orders_of([])) == []


def test_the_newest_stands_first(seller: Seller) -> None:
    days = [datetime(2026, 5, day, 9, tzinfo=UTC) for day in (2, 9, 4)]
    numbers = [ordered(seller, at=day).number for day in days]
    assert found(seller) == [numbers[1], numbers[2], numbers[0]]


def test_a_list_is_narrowed_by_state_and_on_hold(seller: Seller) -> None:
    placed, held, released, cancelled = (ordered(seller) for _ in range(4))
    hold_order(held, reason="Ask.", by=None)
    release_order(released, by=None)
    hold_order(cancelled, reason="Ask.", by=None)
    cancel_order(cancelled, reason="Ordered twice.", by=None)
    assert found(seller, state="placed") == [held.number, placed.number]
    assert found(seller, state="on_hold") == [held.number]
    assert found(seller, state="released") == [released.number]
    assert found(seller, state="cancelled") == [cancelled.number]
    assert found(seller, state="picking") == []


def test_counts_say_what_each_choice_would_show(seller: Seller) -> None:
    other = factories.seller(slug="kommentus")
    for one, unit in [(seller, "Norra skolan"), (seller, "Södra skolan"), (other, "Norra skolan")]:
        ordered(one, unit=unit)
    hold_order(ordered(seller, unit="Östra skolan"), reason="Ask.", by=None)
    release_order(ordered(other, unit="Östra skolan"), by=None)
    orders = orders_of([seller, other])
    everything = counts(orders, Wanted())
    assert everything.states == {
        "": 5, "placed": 4, "released": 1, "picking": 0, "completed": 0, "cancelled": 0, "on_hold": 1,
    }  # fmt: skip
    assert everything.sellers == {"": 5, "kommunforbundet": 3, "kommentus": 2}
    some = counts(orders, Wanted(state="released", seller="kommunforbundet", query="skolan"))
    assert (some.states[""], some.states["placed"], some.states["released"]) == (3, 3, 0)
    assert some.sellers == {"": 1, "kommentus": 1}
    assert counts(orders, Wanted(query="norra")).states[""] == 2


@pytest.mark.parametrize(
    "query",
    ["26-0001", "260001", "26 0001", "  MAJA ", "lind ekerö", "EKERÖ KOMMUN", "tappström", "zz1234", "märkt",
     "maja.lind@ekero", "publication"],
)  # fmt: skip
def test_an_order_is_found_by_anything_written_on_it(query: str, seller: Seller) -> None:
    order = ordered(seller, at=datetime(2026, 2, 3, 9, tzinfo=UTC), marking="Märkt låda")
    assert order.number == "26-0001"
    assert found(seller, query=query) == ["26-0001"]


@pytest.mark.parametrize("query", ["26-0002", "maja malmö", "ekero kommun", "%", "_", "\\"])
def test_what_is_not_written_on_it_does_not_find_an_order(query: str, seller: Seller) -> None:
    ordered(seller, at=datetime(2026, 2, 3, 9, tzinfo=UTC), contact_email="m@skola.example")
    assert found(seller, query=query) == []


def test_an_order_in_full_knows_its_lines_and_history(seller: Seller) -> None:
    order, other = ordered(seller), ordered(seller)
    release_order(order, by=None)
    release_order(other, by=None)
    full = in_full(orders_of([seller]), order.number)
    assert full is not None
    assert [line.quantity for line in full.lines.all()] == [3]
    assert [entry.kind for entry in history(full)] == ["order.released", "order.placed"]
