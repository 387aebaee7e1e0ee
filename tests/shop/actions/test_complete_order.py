"""Completing."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.errors import NotEnoughInStock
from catalog.models import Publication, StockMovement
from shop.actions.complete_order import complete_order
from shop.actions.hold_order import hold_order
from shop.actions.pick_order import pick_order
from shop.actions.release_order import release_order
from shop.journal.models import Entry
from shop.orders.models import Order
from shop.orders.states import NotNow, OnHold
from shop.outbox.models import Message
from tests import factories

pytestmark = pytest.mark.django_db


def picked(*lines: tuple[Publication, int]) -> Order:
    order = factories.order(*lines)
    release_order(order, by=None)
    return pick_order(order, by=None)


def test_completing_books_every_line_out_of_stock() -> None:
    seller, clerk = factories.seller(), factories.user()
    book = factories.publication(seller=seller, stock_of=20)
    folder = factories.publication(seller=seller, stock_of=8)
    order = picked((book, 5), (folder, 8))
    letters = Message.objects.count()
    complete_order(order, by=clerk)
    order.refresh_from_db()
    assert order.state == "completed"
    left = Publication.objects.order_by("pk").values_list("on_hand", "reserved")
    assert list(left) == [(15, 0), (0, 0)]
    shipped = StockMovement.objects.filter(kind="shipped").order_by("publication_id")
    assert list(shipped.values_list("publication", "quantity", "reference")) == [
        (book.pk, -5, order.number),
        (folder.pk, -8, order.number),
    ]
    entry = Entry.objects.latest("pk")
    assert (entry.kind, entry.subject_key, entry.actor) == ("order.completed", order.number, clerk)
    assert Message.objects.count() == letters


def test_a_title_that_is_not_counted_loses_its_promise_and_has_no_movement() -> None:
    title = factories.publication(stock_rule="untracked", stock_of=0)
    complete_order(picked((title, 30)), by=None)
    title.refresh_from_db()
    assert (title.on_hand, title.reserved) == (0, 0)
    assert StockMovement.objects.filter(publication=title).count() == 0


def test_copies_leave_in_the_order_of_primary_keys() -> None:
    seller = factories.seller()
    titles = [factories.publication(seller=seller, title=title) for title in ("Ö", "M", "A")]
    order = picked(*[(title, 1) for title in reversed(titles)])
    with CaptureQueriesContext(connection) as queries:
        complete_order(order, by=None)
    updates = [query["sql"] for query in queries if query["sql"].startswith('UPDATE "catalog_publication"')]
    touched = [int(found[1]) for sql in updates if (found := re.search(r'"id" = (\d+)', sql))]
    assert touched == [title.pk for title in titles]


def test_copies_that_have_not_come_are_not_sent(everything: Callable[[], Any]) -> None:
    """A back order that was picked by mistake: the line before it is not booked either."""
    seller = factories.seller()
    here = factories.publication(seller=seller, stock_of=10)
    awaited = factories.publication(seller=seller, stock_rule="backorder", stock_of=3)
    order = picked((here, 5), (awaited, 4))
    before = everything()
    with pytest.raises(NotEnoughInStock):
        complete_order(order, by=None)
    assert everything() == before


@pytest.mark.parametrize("steps", [[], [release_order], [release_order, pick_order, complete_order]])
def test_only_a_picked_order_is_completed(
    steps: list[Callable[..., Order]], everything: Callable[[], Any]
) -> None:
    order = factories.order()
    for step in steps:
        step(order, by=None)
    before = everything()
    with pytest.raises(NotNow):
        complete_order(order, by=None)
    assert everything() == before


def test_an_order_on_hold_is_not_completed(everything: Callable[[], Any]) -> None:
    order = picked((factories.publication(), 2))
    hold_order(order, reason="One copy is damaged.", by=None)
    before = everything()
    with pytest.raises(OnHold):
        complete_order(order, by=None)
    assert everything() == before
