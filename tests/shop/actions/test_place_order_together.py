"""Many at once, with threads and connections of their own: the database decides, on both kinds."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import uuid4

import pytest

from catalog.errors import Refused
from catalog.models import Publication
from shop.actions.place_order import place_order
from shop.journal.models import Entry
from shop.orders.models import Order, Purchase
from shop.outbox.models import Message
from tests import factories
from tests.together import at_once

# One group: side by side on two workers they would use up the connections of a PostgreSQL as installed.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("together")]


def together(work: Callable[[int], Any], *, people: int) -> list[Any]:
    """Let `people` do `work` at the same moment; refusals come back as results."""

    def one(n: int) -> Any:
        try:
            return work(n)
        except Refused as refused:
            return refused

    return at_once([partial(one, n) for n in range(people)])


def test_place_order_twenty_times_at_once_gives_one_order() -> None:
    wish, key = factories.wish((factories.publication(tiers={15: "65"}), 15)), uuid4()
    found = together(lambda _: place_order(wish, key=key).pk, people=20)
    assert set(found) == {Purchase.objects.get().pk}
    assert Order.objects.count() == 1
    assert Entry.objects.count() == 1
    assert Message.objects.count() == 2
    assert Publication.objects.get().reserved == 15


def test_place_order_never_sells_more_than_there_is() -> None:
    book = factories.publication(stock_of=5)
    found = together(lambda _: place_order(factories.wish((book, 1)), key=uuid4()), people=20)
    assert sum(isinstance(one, Purchase) for one in found) == 5
    book.refresh_from_db()
    assert (book.on_hand, book.reserved) == (5, 5)
    assert Order.objects.count() == 5


def test_place_order_with_opposite_lines_ends() -> None:
    one, other = factories.publication(stock_of=100), factories.publication(stock_of=100)
    both = [(one, 1), (other, 1)]
    wishes = [factories.wish(*both), factories.wish(*reversed(both))]
    found = together(lambda n: place_order(wishes[n % 2], key=uuid4()), people=10)
    assert all(isinstance(purchase, Purchase) for purchase in found)
    assert {p.reserved for p in Publication.objects.all()} == {10}
    numbers = sorted(Order.objects.values_list("number", flat=True))
    assert len(set(numbers)) == len(numbers)
