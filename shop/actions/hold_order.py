"""Holding: an order waits for a person, and says why."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from catalog.errors import Refused
from shop.journal.models import write
from shop.orders.models import Order
from shop.orders.moves import locked
from shop.orders.states import NotNow, possible


class ReasonMissing(Refused):
    reason = _("Write a reason, so that the next person understands.")


@transaction.atomic
def hold_order(order: Order, *, reason: str, by: Any | None) -> Order:
    """Put `order` on hold for `reason`. Raises `ReasonMissing`, or `NotNow` when nothing is left to hold."""
    order = locked(order)
    if not reason.strip():
        raise ReasonMissing()
    if not possible(order.state):
        raise NotNow(number=order.number, state=order.get_state_display())
    before, order.hold_reason = order.hold_reason, reason.strip()
    order.save(update_fields=["hold_reason"])
    write("order.held", subject=("order", order.number), by=by, before=before, reason=order.hold_reason)
    return order
