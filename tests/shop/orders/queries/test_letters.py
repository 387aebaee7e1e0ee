"""Which letters are about whose orders."""

import pytest

from shop.orders.queries.letters import counts_by_state, failed_first, letters_about, letters_of
from shop.outbox.models import Message
from tests import factories

pytestmark = pytest.mark.django_db


def test_letters_are_those_about_orders_of_the_sellers() -> None:
    mine, theirs = factories.order(), factories.order()
    kinds = [(letter.kind, letter.subject_key) for letter in letters_of([mine.seller]).order_by("pk")]
    assert kinds == [("order_confirmation", mine.number), ("order_notice", mine.number)]
    assert [letter.kind for letter in letters_about(theirs)] == ["order_notice", "order_confirmation"]
    assert list(letters_of([])) == []


def test_failed_letters_stand_first_then_the_latest() -> None:
    order = factories.order()
    letters = letters_of([order.seller])
    first, second = letters.order_by("pk")
    assert failed_first(letters).rows == [second, first]
    Message.objects.filter(pk=first.pk).update(state="failed")
    assert failed_first(letters).rows == [first, second]
    assert failed_first(letters, after=f"1_{first.pk}").rows == [second]


def test_letters_are_counted_by_state() -> None:
    order = factories.order()
    letters = letters_of([order.seller])
    Message.objects.filter(pk=letters[0].pk).update(state="failed")
    assert counts_by_state(letters) == {"": 2, "waiting": 1, "sent": 0, "failed": 1}
