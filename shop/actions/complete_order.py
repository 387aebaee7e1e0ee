"""Completing: everything ordered has left the house."""

from typing import Any

from django.db import transaction

from catalog import stock
from shop.journal.models import write
from shop.orders.models import Order
from shop.orders.moves import locked, move
from shop.orders.states import Event


@transaction.atomic
def complete_order(order: Order, *, by: Any | None) -> Order:
    """Book every line of a picked order out of stock. Raises `NotNow`, `OnHold`, `NotEnoughInStock`."""
    order = locked(order)
    move(order, Event.COMPLETE)
    for line in order.lines.select_related("publication").order_by("publication_id"):
        stock.ship(line.publication, quantity=line.quantity, reference=order.number)
    write("order.completed", subject=("order", order.number), by=by)
    return order
