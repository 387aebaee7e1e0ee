"""Keeping the order confirmation of a revision, once."""

from django.db import IntegrityError, transaction

from shop.files.models import keep
from shop.orders.models import Confirmation, Order


def keep_confirmation(order: Order, *, data: bytes, name: str) -> Confirmation:
    """Keep `data` as the confirmation of the order's present revision, or return the one already kept.

    Two who draw at once draw the same bytes; the database keeps one.
    """
    try:
        with transaction.atomic():
            file = keep(data, name=name, content_type="application/pdf")
            return Confirmation.objects.create(order=order, revision=order.revision, file=file)
    except IntegrityError:
        return Confirmation.objects.select_related("file").get(order=order, revision=order.revision)
