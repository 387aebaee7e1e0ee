"""Putting on hold."""

from collections.abc import Callable
from typing import Any

import pytest

from shop.actions.cancel_order import cancel_order
from shop.actions.complete_order import complete_order
from shop.actions.hold_order import ReasonMissing, hold_order
from shop.actions.pick_order import pick_order
from shop.actions.release_order import release_order
from shop.journal.models import Entry
from shop.orders.models import Order
from shop.orders.states import NotNow
from shop.outbox.models import Message
from tests import factories

pytestmark = pytest.mark.django_db


def test_holding_keeps_the_state_and_says_why() -> None:
    order, clerk = factories.order(), factories.user()
    letters = Message.objects.count()
    hold_order(order, reason="  Ask the printer.\n", by=clerk)
    order.refresh_from_db()
    assert (order.state, order.on_hold, order.hold_reason) == ("placed", True, "Ask the printer.")
    entry = Entry.objects.latest("pk")
    assert (entry.kind, entry.subject_key, entry.actor) == ("order.held", order.number, clerk)
    assert entry.facts == {"before": "", "reason": "Ask the printer."}
    assert Message.objects.count() == letters


def test_a_new_reason_replaces_the_old_one_which_the_journal_keeps() -> None:
    order = factories.order()
    hold_order(order, reason="First.", by=None)
    hold_order(order, reason="Second.", by=None)
    order.refresh_from_db()
    assert order.hold_reason == "Second."
    assert Entry.objects.latest("pk").facts == {"before": "First.", "reason": "Second."}


@pytest.mark.parametrize("reason", ["", " \n\t "])
def test_holding_without_a_reason_is_refused(reason: str, everything: Callable[[], Any]) -> None:
    order = factories.order()
    before = everything()
    with pytest.raises(ReasonMissing):
        hold_order(order, reason=reason, by=None)
    assert everything() == before


def completed() -> Order:
    order = factories.order()
    for action in (release_order, pick_order, complete_order):
        action(order, by=None)
    return order


def cancelled() -> Order:
    return cancel_order(factories.order(), reason="Ordered twice.", by=None)


@pytest.mark.parametrize("finished", [completed, cancelled])
def test_a_finished_order_is_not_held(finished: Callable[[], Order], everything: Callable[[], Any]) -> None:
    order = finished()
    before = everything()
    with pytest.raises(NotNow):
        hold_order(order, reason="Too late.", by=None)
    assert everything() == before
