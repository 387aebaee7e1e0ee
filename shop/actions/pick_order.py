"""Picking starts: from now on the customer can no longer change the order."""

from typing import Any

from django.db import transaction

from shop.journal.models import write
from shop.orders.models import Order
from shop.orders.moves import locked, move
from shop.orders.states import Event


@transaction.atomic
def pick_order(order: Order, *, by: Any | None) -> Order:
    """Start picking a released order. Raises `NotNow` or `OnHold`."""
    order = locked(order)
    move(order, Event.PICK)
    write("order.picking", subject=("order", order.number), by=by)
    return order
