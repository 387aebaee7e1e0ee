"""Taking off hold."""

from collections.abc import Callable
from typing import Any

import pytest

from shop.actions.hold_order import hold_order
from shop.actions.release_order import release_order
from shop.actions.resume_order import NotOnHold, resume_order
from shop.journal.models import Entry
from shop.outbox.models import Message
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_resumed_order_goes_on_from_where_it_stood() -> None:
    order, clerk = factories.order(), factories.user()
    release_order(order, by=None)
    hold_order(order, reason="Ask the printer.", by=None)
    letters = Message.objects.count()
    resume_order(order, by=clerk)
    order.refresh_from_db()
    assert (order.state, order.on_hold) == ("released", False)
    entry = Entry.objects.latest("pk")
    assert (entry.kind, entry.subject_key, entry.actor) == ("order.resumed", order.number, clerk)
    assert entry.facts == {"before": "Ask the printer."}
    assert Message.objects.count() == letters


def test_an_order_that_is_not_on_hold_is_not_resumed(everything: Callable[[], Any]) -> None:
    order = factories.order()
    before = everything()
    with pytest.raises(NotOnHold) as refused:
        resume_order(order, by=None)
    assert refused.value.facts == {"number": order.number}
    assert everything() == before
