"""Cancelling: an order that will not be delivered gives its copies back."""

from typing import Any

from django.db import transaction

from catalog import stock
from shop.actions.hold_order import ReasonMissing
from shop.journal.models import write
from shop.orders.models import Order
from shop.orders.moves import locked, move
from shop.orders.states import Event
from shop.outbox.models import enqueue


@transaction.atomic
def cancel_order(order: Order, *, reason: str, by: Any | None) -> Order:
    """Cancel the whole of `order` before picking. Raises `ReasonMissing` or `NotNow`."""
    order = locked(order)
    if not reason.strip():
        raise ReasonMissing()
    order.cancel_reason, order.hold_reason = reason.strip(), ""
    order.save(update_fields=["cancel_reason", "hold_reason"])
    move(order, Event.CANCEL)
    for line in order.lines.select_related("publication").order_by("publication_id"):
        stock.release(line.publication, quantity=line.quantity)
    write("order.cancelled", subject=("order", order.number), by=by, reason=order.cancel_reason)
    enqueue(
        "order_cancelled", subject_key=order.number, recipient=order.contact_email, language=order.language
    )
    return order
