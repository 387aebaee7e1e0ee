"""One order's page: everything about it, and what can be done with it now."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from shop.office.forms import CancelForm, ChangeForm, HoldForm
from shop.office.letters import LetterRow
from shop.office.words import age, happening
from shop.orders.models import Order
from shop.orders.queries.letters import letters_about
from shop.orders.queries.lists import history, in_full, orders_of
from shop.orders.states import Event, possible
from shop.web.guards import OFFICE, sellers_of


@dataclass(frozen=True)
class Change:
    """What may be done to an order: its form, and whether the order is such that it can be done now."""

    form: ChangeForm
    offered: bool


def find(request: HttpRequest, number: str) -> Order:
    """The order of that number, if it is of a seller whose orders this person keeps."""
    order = in_full(orders_of(sellers_of(request.user, OFFICE)), number)
    if order is None:
        raise Http404
    return order


def order_page(
    request: HttpRequest, number: str, *, refused: Mapping[str, ChangeForm] | None = None
) -> HttpResponse:
    """The order as it is now. `refused` is the form of a change that was refused, by the change's name."""
    order, now = find(request, number), timezone.now()
    context = {
        "order": order,
        "age": age(order.placed_at, now=now),
        "open": bool(possible(order.state)),
        "changes": changes_of(order, refused or {}),
        "letters": [LetterRow.of(message) for message in letters_about(order)],
        "history": [happening(entry) for entry in history(order)],
    }
    return render(request, "office/order.html", context, status=422 if refused else 200)


def changes_of(order: Order, refused: Mapping[str, ChangeForm]) -> dict[str, Change]:
    """The changes that the office makes, by name, with what was typed and refused."""
    events = possible(order.state)
    offered = {
        "release": Event.RELEASE in events and not order.on_hold,
        "resume": bool(events) and order.on_hold,
        "hold": bool(events) and not order.on_hold,
        "cancel": Event.CANCEL in events,
    }
    forms = {"release": ChangeForm(), "resume": ChangeForm(), "hold": HoldForm(), "cancel": CancelForm()}
    return {name: Change({**forms, **refused}[name], offered[name]) for name in offered}
