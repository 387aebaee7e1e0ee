"""Cancelling."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from shop.actions.cancel_order import cancel_order
from shop.actions.hold_order import ReasonMissing, hold_order
from shop.actions.pick_order import pick_order
from shop.actions.release_order import release_order
from shop.journal.models import Entry
from shop.orders.states import NotNow
from shop.outbox.models import Message
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("released", [False, True])
def test_cancelling_gives_the_copies_back_and_tells_the_customer(released: bool) -> None:
    title, clerk = factories.publication(stock_of=20), factories.user()
    order = factories.order((title, 5), language="da")
    if released:
        release_order(order, by=None)
    letters = set(Message.objects.values_list("pk", flat=True))
    cancel_order(order, reason=" Ordered twice. ", by=clerk)
    order.refresh_from_db()
    title.refresh_from_db()
    assert (order.state, order.cancel_reason) == ("cancelled", "Ordered twice.")
    assert (title.on_hand, title.reserved) == (20, 0)
    entry = Entry.objects.latest("pk")
    assert (entry.kind, entry.subject_key, entry.actor) == ("order.cancelled", order.number, clerk)
    assert entry.facts == {"reason": "Ordered twice."}
    letter = Message.objects.exclude(pk__in=letters).get()
    assert (letter.kind, letter.subject_key) == ("order_cancelled", order.number)
    assert (letter.recipient, letter.language) == (order.contact_email, "da")


def test_an_order_on_hold_may_be_cancelled() -> None:
    order = factories.order()
    hold_order(order, reason="Ask the customer.", by=None)
    cancel_order(order, reason="The customer said no.", by=None)
    order.refresh_from_db()
    assert order.state == "cancelled"


def test_copies_go_back_in_the_order_of_primary_keys() -> None:
    """Otherwise two actions with opposite lines could wait for each other for ever."""
    seller = factories.seller()
    titles = [factories.publication(seller=seller, title=title) for title in ("Ö", "M", "A")]
    order = factories.order(*[(title, 1) for title in reversed(titles)])
    with CaptureQueriesContext(connection) as queries:
        cancel_order(order, reason="Ordered twice.", by=None)
    updates = [query["sql"] for query in queries if query["sql"].startswith('UPDATE "catalog_publication"')]
    touched = [int(found[1]) for sql in updates if (found := re.search(r'"id" = (\d+)', sql))]
    assert touched == [title.pk for title in titles]


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_cancelling_without_a_reason_is_refused(reason: str, everything: Callable[[], Any]) -> None:
    order = factories.order()
    before = everything()
    with pytest.raises(ReasonMissing):
        cancel_order(order, reason=reason, by=None)
    assert everything() == before


def test_an_order_that_is_being_picked_is_not_cancelled(everything: Callable[[], Any]) -> None:
    order = factories.order()
    release_order(order, by=None)
    pick_order(order, by=None)
    before = everything()
    with pytest.raises(NotNow):
        cancel_order(order, reason="Too late.", by=None)
    assert everything() == before


def test_a_cancelled_order_is_not_cancelled_again(everything: Callable[[], Any]) -> None:
    order = factories.order()
    cancel_order(order, reason="First.", by=None)
    before = everything()
    with pytest.raises(NotNow):
        cancel_order(order, reason="Second.", by=None)
    assert everything() == before
