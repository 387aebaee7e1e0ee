"""Starting to pick."""

from collections.abc import Callable
from typing import Any

import pytest

from shop.actions.hold_order import hold_order
from shop.actions.pick_order import pick_order
from shop.actions.release_order import release_order
from shop.journal.models import Entry
from shop.orders.states import NotNow, OnHold
from shop.outbox.models import Message
from tests import factories

pytestmark = pytest.mark.django_db


def test_picking_starts_and_touches_no_stock() -> None:
    title, clerk = factories.publication(stock_of=20), factories.user()
    order = factories.order((title, 5))
    release_order(order, by=None)
    letters = Message.objects.count()
    pick_order(order, by=clerk)
    order.refresh_from_db()
    title.refresh_from_db()
    assert order.state == "picking"
    assert (title.on_hand, title.reserved) == (20, 5)
    entry = Entry.objects.latest("pk")
    assert (entry.kind, entry.subject_key, entry.actor) == ("order.picking", order.number, clerk)
    assert Message.objects.count() == letters


def test_an_order_is_not_picked_before_its_release(everything: Callable[[], Any]) -> None:
    order = factories.order()
    before = everything()
    with pytest.raises(NotNow):
        pick_order(order, by=None)
    assert everything() == before


def test_an_order_on_hold_is_not_picked(everything: Callable[[], Any]) -> None:
    order = factories.order()
    release_order(order, by=None)
    hold_order(order, reason="Ask the printer.", by=None)
    before = everything()
    with pytest.raises(OnHold):
        pick_order(order, by=None)
    assert everything() == before
