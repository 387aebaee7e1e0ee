"""What the office does to an order, through its pages."""

import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from shop.actions.cancel_order import cancel_order
from shop.actions.complete_order import complete_order
from shop.actions.hold_order import hold_order
from shop.actions.pick_order import pick_order
from shop.actions.release_order import release_order
from shop.customers.models import User
from shop.journal.models import Entry
from shop.orders.models import Order
from shop.outbox.models import Message

pytestmark = pytest.mark.django_db
Post = Callable[..., tuple[int, str]]


@pytest.fixture
def post(office: Client) -> Post:
    """Posts a change, follows it, and gives the status before following and the page."""

    def posted(order: Order, change: str, **typed: str) -> tuple[int, str]:
        answer = office.post(f"/kontoret/order/{order.number}/{change}/", typed)
        if answer.status_code == 302:
            assert answer["Location"] == f"/kontoret/order/{order.number}/"
            return 302, html.unescape(office.get(answer["Location"]).content.decode())
        return answer.status_code, html.unescape(answer.content.decode())

    return posted


def rows(order: Order) -> list[Any]:
    order.refresh_from_db()
    letters = Message.objects.filter(subject_key=order.number).count()
    return [order.state, order.hold_reason, order.cancel_reason, Entry.objects.count(), letters]


def latest() -> tuple[str, User | None, str, dict[str, Any]]:
    entry = Entry.objects.latest("pk")
    return entry.kind, entry.actor, entry.actor_name, entry.facts


def test_releasing(post: Post, ordered: Callable[..., Order], clerk: User) -> None:
    order = ordered()
    status, page = post(order, "slapp")
    order.refresh_from_db()
    assert (status, order.state) == (302, "released")
    assert f"Order {order.number} is released." in page
    assert "<strong>Anna Berg</strong> released the order for picking" in page
    assert latest() == ("order.released", clerk, "Anna Berg", {})


def test_putting_on_hold(post: Post, ordered: Callable[..., Order], clerk: User) -> None:
    order = ordered()
    status, page = post(order, "vanta", reason="Ask the printer.")
    order.refresh_from_db()
    assert (status, order.hold_reason) == (302, "Ask the printer.")
    assert f"Order {order.number} is on hold." in page
    assert latest() == ("order.held", clerk, "Anna Berg", {"before": "", "reason": "Ask the printer."})


def test_taking_off_hold(post: Post, ordered: Callable[..., Order], clerk: User) -> None:
    order = hold_order(ordered(), reason="Ask the printer.", by=None)
    status, page = post(order, "fortsatt")
    order.refresh_from_db()
    assert (status, order.hold_reason) == (302, "")
    assert f"Order {order.number} is off hold." in page
    assert latest() == ("order.resumed", clerk, "Anna Berg", {"before": "Ask the printer."})


def test_cancelling(post: Post, ordered: Callable[..., Order], clerk: User) -> None:
    order = ordered()
    status, page = post(order, "avbestall", reason="Ordered twice.")
    order.refresh_from_db()
    assert (status, order.state, order.cancel_reason) == (302, "cancelled", "Ordered twice.")
    assert f"Order {order.number} is cancelled." in page
    assert latest() == ("order.cancelled", clerk, "Anna Berg", {"reason": "Ordered twice."})
    assert Message.objects.filter(kind="order_cancelled", subject_key=order.number).count() == 1


@pytest.mark.parametrize(("change", "form"), [("vanta", "holdform"), ("avbestall", "cancelform")])
@pytest.mark.parametrize("reason", ["", " \n "])
def test_a_missing_reason_is_asked_for_at_its_field(
    change: str, form: str, reason: str, post: Post, ordered: Callable[..., Order]
) -> None:
    order = ordered()
    before = rows(order)
    status, page = post(order, change, reason=reason)
    assert status == 422
    assert f'id="{form}-reason_error">Write a reason, so that the next person understands.</p>' in page
    assert page.count('<details class="change" open>') == 1
    assert re.search(rf'<textarea[^>]*autofocus[^>]*aria-describedby="{form}-reason_error"', page)
    assert rows(order) == before


def test_a_reason_that_is_too_long_is_not_lost(post: Post, ordered: Callable[..., Order]) -> None:
    order, reason = ordered(), "Ask & wait. " * 100
    before = rows(order)
    status, page = post(order, "vanta", reason=reason)
    assert status == 422
    assert f">\n{reason}</textarea>" in page
    assert rows(order) == before


@pytest.mark.parametrize("change", ["vanta", "avbestall"])
def test_a_reason_that_comes_too_late_is_kept_with_the_refusal(
    change: str, post: Post, ordered: Callable[..., Order]
) -> None:
    order = cancel_order(ordered(), reason="A colleague was quicker.", by=None)
    before = rows(order)
    status, page = post(order, change, reason="I write at length why.")
    assert status == 422
    assert f"Order {order.number} is cancelled, so this can no longer be done." in page
    assert ">\nI write at length why.</textarea>" in page
    assert "A colleague was quicker." in page
    assert rows(order) == before


def test_an_order_that_is_being_picked_is_not_cancelled(post: Post, ordered: Callable[..., Order]) -> None:
    order = pick_order(release_order(ordered(), by=None), by=None)
    before = rows(order)
    assert post(order, "avbestall", reason="Too late.")[0] == 422
    assert rows(order) == before


def completed(order: Order) -> None:
    for action in (release_order, pick_order, complete_order):
        action(order, by=None)


def held(order: Order) -> None:
    hold_order(order, reason="Ask.", by=None)


@pytest.mark.parametrize(
    ("change", "earlier", "refusal"),
    [
        ("slapp", completed, "Order {} is completed, so this can no longer be done."),
        ("slapp", held, "Order {} is on hold. Take it off hold first."),
        ("fortsatt", completed, "Order {} is not on hold."),
    ],
)
def test_a_change_that_is_refused_says_so_where_it_was_asked(
    change: str,
    earlier: Callable[[Order], None],
    refusal: str,
    post: Post,
    ordered: Callable[..., Order],
) -> None:
    order = ordered()
    earlier(order)
    before = rows(order)
    status, page = post(order, change)
    assert status == 422
    assert f'<p class="notice notice--error" role="alert">{refusal.format(order.number)}</p>' in page
    assert rows(order) == before
