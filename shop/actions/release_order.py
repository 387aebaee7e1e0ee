"""Releasing: the office has looked at an order and opens it for picking. Nothing is sent."""

from typing import Any

from django.db import transaction

from shop.journal.models import write
from shop.orders.models import Order
from shop.orders.moves import locked, move
from shop.orders.states import Event


@transaction.atomic
def release_order(order: Order, *, by: Any | None) -> Order:
    """Open `order` for picking. Raises `NotNow` or `OnHold`."""
    order = locked(order)
    move(order, Event.RELEASE)
    write("order.released", subject=("order", order.number), by=by)
    return order
