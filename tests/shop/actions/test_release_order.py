"""Releasing."""

from collections.abc import Callable
from typing import Any

import pytest

from shop.actions.cancel_order import cancel_order
from shop.actions.hold_order import hold_order
from shop.actions.release_order import release_order
from shop.journal.models import Entry
from shop.orders.states import NotNow, OnHold
from shop.outbox.models import Message
from tests import factories

pytestmark = pytest.mark.django_db


def test_releasing_opens_the_order_and_sends_nothing() -> None:
    order, clerk = factories.order(), factories.user(name="Anna Berg")
    letters = Message.objects.count()
    release_order(order, by=clerk)
    order.refresh_from_db()
    assert order.state == "released"
    entry = Entry.objects.latest("pk")
    assert (entry.kind, entry.subject_kind, entry.subject_key) == ("order.released", "order", order.number)
    assert (entry.actor, entry.actor_name, entry.facts) == (clerk, "Anna Berg", {})
    assert Message.objects.count() == letters


def test_a_released_order_is_not_released_again(everything: Callable[[], Any]) -> None:
    order = factories.order()
    release_order(order, by=None)
    before = everything()
    with pytest.raises(NotNow) as refused:
        release_order(order, by=None)
    assert refused.value.facts["number"] == order.number
    assert everything() == before


def test_a_cancelled_order_is_not_released(everything: Callable[[], Any]) -> None:
    order = factories.order()
    cancel_order(order, reason="Ordered twice.", by=None)
    before = everything()
    with pytest.raises(NotNow):
        release_order(order, by=None)
    assert everything() == before


def test_an_order_on_hold_is_not_released(everything: Callable[[], Any]) -> None:
    order = factories.order()
    hold_order(order, reason="Ask about the VAT.", by=None)
    before = everything()
    with pytest.raises(OnHold) as refused:
        release_order(order, by=None)
    assert refused.value.facts == {"number": order.number}
    assert everything() == before
