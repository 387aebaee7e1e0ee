"""Placed orders: the thank-you page and the order's own page, behind unguessable addresses."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from shop.documents.shelf import confirmation_file
from shop.orders.models import Order, Purchase
from shop.orders.snapshot import Letterhead
from shop.orders.states import LABELS, State
from shop.web.answers import file_answer


@require_safe
def purchase(request: HttpRequest, key: UUID) -> HttpResponse:
    """What was just ordered: a number for each seller's order, and what happens next."""
    found = get_object_or_404(Purchase, key=key)
    orders = found.orders.select_related("seller").order_by("number")
    return render(request, "storefront/purchase.html", {"orders": orders})


@require_safe
def order(request: HttpRequest, token: str) -> HttpResponse:
    """The customer's page of an order: state, lines, references, confirmation."""
    found = get_object_or_404(
        Order.objects.select_related("seller").prefetch_related("lines__circular__publisher", "vat_groups"),
        token=token,
    )
    steps = [State.PLACED, State.RELEASED, State.PICKING, State.COMPLETED]
    passed = steps.index(State(found.state)) if found.state in steps else -1
    return render(
        request,
        "storefront/order.html",
        {
            "order": found,
            "letterhead": Letterhead.from_json(found.letterhead),
            "steps": [(LABELS[step], place < passed, place == passed) for place, step in enumerate(steps)],
        },
    )


@require_safe
def order_confirmation(request: HttpRequest, token: str) -> HttpResponse:
    """The kept order confirmation as PDF."""
    found = get_object_or_404(Order, token=token)
    return file_answer(confirmation_file(found))
