"""Resuming: an order on hold goes on from where it stood."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from catalog.errors import Refused
from shop.journal.models import write
from shop.orders.models import Order
from shop.orders.moves import locked


class NotOnHold(Refused):
    """Facts: number."""

    reason = _("Order %(number)s is not on hold.")


@transaction.atomic
def resume_order(order: Order, *, by: Any | None) -> Order:
    """Take `order` off hold. Raises `NotOnHold`."""
    order = locked(order)
    if not order.on_hold:
        raise NotOnHold(number=order.number)
    before, order.hold_reason = order.hold_reason, ""
    order.save(update_fields=["hold_reason"])
    write("order.resumed", subject=("order", order.number), by=by, before=before)
    return order
