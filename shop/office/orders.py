"""The orders: the list, and one order."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.models import Seller
from shop.office.forms import OrderFilter
from shop.office.order_page import order_page
from shop.office.words import age
from shop.orders.models import Order, OrderLine
from shop.orders.queries.lists import ON_HOLD, Counts, counts, narrowed, newest_first, orders_of
from shop.orders.states import LABELS
from shop.web.guards import OFFICE, sellers_of, staff_with


@dataclass(frozen=True)
class OrderRow:
    """An order in a list, with its age in words."""

    order: Order
    age: str
    lines: list[OrderLine]

    @classmethod
    def of(cls, order: Order, *, now: datetime) -> "OrderRow":
        return cls(order=order, age=age(order.placed_at, now=now), lines=list(order.lines.all()))

    @property
    def more_titles(self) -> int:
        return len(self.lines) - 1


@dataclass(frozen=True)
class Choice:
    """A way to narrow the list, and how many orders it would show."""

    value: str
    label: str
    count: int


@staff_with(OFFICE)
def order_list(request: HttpRequest) -> HttpResponse:
    """Orders of the sellers one keeps, newest first. What the list is narrowed to stands in the address."""
    sellers = list(sellers_of(request.user, OFFICE))
    orders, wanted = orders_of(sellers), OrderFilter(request.GET, sellers=sellers).wanted
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    page = newest_first(narrowed(orders, wanted), after=after, before=before)
    found, now = counts(orders, wanted), timezone.now()
    context = {
        "wanted": wanted,
        "page": page,
        "rows": [OrderRow.of(order, now=now) for order in page.rows],
        "states": _states(found),
        "sellers": _sellers(found, sellers),
        "total": found.states[wanted.state],
    }
    return render(request, "office/order_list.html", context)


@staff_with(OFFICE)
def order(request: HttpRequest, number: str) -> HttpResponse:
    """Everything about one order."""
    return order_page(request, number)


def _states(found: Counts) -> list[Choice]:
    words = {"": _("all"), **{state.value: str(label) for state, label in LABELS.items()}}
    words[ON_HOLD] = _("on hold")
    return [Choice(value, label, found.states[value]) for value, label in words.items()]


def _sellers(found: Counts, sellers: list[Seller]) -> list[Choice]:
    """One choice a seller, and all of them; nothing to choose where there is only one."""
    words = {"": _("all"), **{seller.slug: seller.name for seller in sellers}}
    choices = [Choice(value, label, found.sellers.get(value, 0)) for value, label in words.items()]
    return choices if len(sellers) > 1 else []
