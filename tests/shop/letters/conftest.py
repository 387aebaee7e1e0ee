"""A post office, settings that lead to it, and letters to send."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from shop.orders.models import Order
from shop.outbox.models import Message, enqueue
from tests import factories
from tests.shop.letters.post_office import PostOffice

Notices = Callable[[int], list[Message]]


@pytest.fixture
def closed_post_office(settings: Any) -> Iterator[PostOffice]:
    """A post office where nobody answers yet."""
    office = PostOffice()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", office.port, 5
    yield office
    office.close()


@pytest.fixture
def post_office(closed_post_office: PostOffice) -> PostOffice:
    closed_post_office.open()
    return closed_post_office


@pytest.fixture
def notices() -> Notices:
    """Enqueue so many notices of one order, each to an address of its own. They need no PDF."""

    def enqueued(number: int) -> list[Message]:
        order = factories.order()
        Message.objects.all().delete()
        return [notice(order, to=f"clerk-{n}@seller.example") for n in range(number)]

    return enqueued


def notice(order: Order, *, to: str) -> Message:
    return enqueue("order_notice", subject_key=order.number, recipient=to, language="sv")
