"""The demonstration's orders, placed and moved by the ordinary actions."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from catalog.models import Circular, Publication
from shop.actions.cancel_order import cancel_order
from shop.actions.complete_order import complete_order
from shop.actions.hold_order import hold_order
from shop.actions.pick_order import pick_order
from shop.actions.place_order import place_order
from shop.actions.release_order import release_order
from shop.customers.models import Organisation, User
from shop.demonstration.catalogue import read
from shop.orders.models import Order
from shop.orders.wish import Particulars, Wish, WishedLine


def load_orders() -> None:
    """Orders in every state, oldest first."""
    clerk = User.objects.get(email="kontoret@talong.example")
    for row in sorted(read("orders", "order"), key=lambda row: -int(row["days_ago"])):
        placed = place_order(_wish(row), key=uuid4(), at=timezone.now() - timedelta(days=row["days_ago"]))
        for order in placed.orders.all():
            for step in row["then"]:
                _take(step, order, clerk)


def _take(step: str, order: Order, clerk: User) -> None:
    name, _, reason = step.partition(":")
    plain = {"release": release_order, "pick": pick_order, "complete": complete_order}
    if name in plain:
        plain[name](order, by=clerk)
    else:
        {"hold": hold_order, "cancel": cancel_order}[name](order, reason=reason, by=clerk)


def _wish(row: dict[str, Any]) -> Wish:
    return Wish(
        lines=tuple(_line(line) for line in row["lines"]),
        particulars=_particulars(row),
        language=row["language"],
    )


def _line(line: dict[str, Any]) -> WishedLine:
    publisher, _, slug = line.get("circular", "").partition("/")
    circular = Circular.objects.filter(publisher__slug=publisher, slug=slug).first()
    return WishedLine(
        publication=Publication.objects.get(slug=line["publication"]).pk,
        quantity=line["quantity"],
        circular=circular.pk if circular else None,
    )


def _particulars(row: dict[str, Any]) -> Particulars:
    organisation = Organisation.objects.filter(
        country=row["organisation_country"], kind="municipality", code=row["organisation_code"] or "-"
    ).first()
    delivery, invoice = row["delivery"], row.get("invoice", {})
    same = (
        "unit",
        "organisation_number",
        "e_invoice_address",
        "buyer_reference",
        "own_order_number",
        "cost_centre",
        "marking",
        "note",
    )
    return Particulars(
        contact_name=row["name"],
        contact_email=row["email"],
        contact_phone=row["phone"],
        organisation_id=organisation.pk if organisation else None,
        organisation_name=organisation.name if organisation else row["organisation"],
        delivery_street=delivery["street"],
        delivery_postcode=delivery["postcode"],
        delivery_city=delivery["city"],
        delivery_country=delivery["country"],
        invoice_street=invoice.get("street", ""),
        invoice_postcode=invoice.get("postcode", ""),
        invoice_city=invoice.get("city", ""),
        invoice_country=invoice.get("country", delivery["country"]),
        **{name: row[name] for name in same},
    )
