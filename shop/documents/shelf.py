"""The shelf: documents that have been drawn and kept."""

from shop.actions.keep_confirmation import keep_confirmation
from shop.documents.kinds import order_confirmation
from shop.files.models import StoredFile
from shop.orders.models import Order


def confirmation_file(order: Order) -> StoredFile:
    """The confirmation of the order's present revision: the kept one, or drawn now and kept."""
    kept = order.confirmations.filter(revision=order.revision).select_related("file").first()
    if kept is None:
        data, name = order_confirmation.draw(order), order_confirmation.file_name(order)
        kept = keep_confirmation(order, data=data, name=name)
    return kept.file
