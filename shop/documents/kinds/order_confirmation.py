"""The order confirmation: what was ordered, at which prices, by whom."""

from datetime import UTC
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from catalog.models.sellers import Country
from shop.documents import render
from shop.documents.links import order_page
from shop.orders.models import Order
from shop.orders.snapshot import Letterhead

FILE_NAMES = {"sv": "orderbekraftelse", "da": "ordrebekraeftelse", "en": "order-confirmation"}


def draw(order: Order) -> bytes:
    """The confirmation of the order's present revision as PDF, in the order's language."""
    return render.draw("order_confirmation", _context(order), language=order.language)


def file_name(order: Order) -> str:
    """What the file is called, in ASCII: `orderbekraftelse-26-0017.pdf`, `...-r2.pdf` when revised."""
    revision = f"-r{order.revision}" if order.revision > 1 else ""
    return f"{FILE_NAMES[order.language]}-{order.number}{revision}.pdf"


def _context(order: Order) -> dict[str, Any]:
    seller = Letterhead.from_json(order.letterhead)
    return {
        "order": order,
        "seller": seller,
        "lines": list(order.lines.all()),
        "groups": list(order.vat_groups.all()),
        "references": _references(order),
        "placed": order.placed_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "page": order_page(order),
        "seller_country": Country(seller.country).label,
        "from_abroad": order.invoice_country != seller.country,
    }


def _references(order: Order) -> list[tuple[str, str]]:
    """The references that were given, with their names."""
    with override(order.language):
        named = [
            (_("Buyer reference"), order.buyer_reference),
            (_("Your order number"), order.own_order_number),
            (_("Cost centre"), order.cost_centre),
            (_("Marking"), order.marking),
        ]
    return [(name, value) for name, value in named if value]
