"""Orders as the office looks for them: by state, seller and words, with how many there are of each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.db.models import Count, Q, QuerySet

from catalog.models import Seller
from catalog.queries.search import holding
from shop.journal.models import Entry
from shop.orders.models import Order
from shop.orders.queries.pages import Page, moment, page_of
from shop.orders.states import State, possible

ON_HOLD = "on_hold"
STILL_OPEN = [state.value for state in State if possible(state)]
WAITS = Q(state__in=STILL_OPEN) & ~Q(hold_reason="")


@dataclass(frozen=True)
class Wanted:
    """What a list of orders is narrowed to; an empty part narrows nothing. `seller` is a slug.

    `state` is one of `State`, or `ON_HOLD`: orders that wait for a person, whatever their state.
    """

    state: str = ""
    seller: str = ""
    query: str = ""


@dataclass(frozen=True)
class Counts:
    """How many orders each choice would show, the other choices being as they are."""

    states: Mapping[str, int]
    sellers: Mapping[str, int]


def orders_of(sellers: Iterable[Seller]) -> QuerySet[Order]:
    """All orders of these sellers, and no others."""
    return Order.objects.filter(seller__in=list(sellers))


def narrowed(orders: QuerySet[Order], wanted: Wanted) -> QuerySet[Order]:
    """Those orders that `wanted` asks for."""
    if wanted.state:
        orders = orders.filter(WAITS if wanted.state == ON_HOLD else Q(state=wanted.state))
    if wanted.seller:
        orders = orders.filter(seller__slug=wanted.seller)
    return orders.filter(holding(wanted.query)) if wanted.query else orders


def newest_first(orders: QuerySet[Order], *, after: str = "", before: str = "") -> Page[Order]:
    """A page of orders with their sellers and lines."""
    rows = orders.select_related("seller").prefetch_related("lines")
    return page_of(rows, key="placed_at", read=moment, after=after, before=before)


def counts(orders: QuerySet[Order], wanted: Wanted) -> Counts:
    """How many orders there are in each state and of each seller; the empty key counts them all."""
    by_state = {state.value: Count("pk", filter=Q(state=state.value)) for state in State}
    states = narrowed(orders, replace(wanted, state="")).aggregate(
        all=Count("pk"), **{ON_HOLD: Count("pk", filter=WAITS)}, **by_state
    )
    sellers = narrowed(orders, replace(wanted, seller="")).order_by().values_list("seller__slug")
    by_seller = dict(sellers.annotate(count=Count("pk")))
    return Counts(
        states={"": states.pop("all"), **states}, sellers={"": sum(by_seller.values()), **by_seller}
    )


def in_full(orders: QuerySet[Order], number: str) -> Order | None:
    """One order with everything that its page shows of it."""
    return (
        orders.filter(number=number)
        .select_related("seller", "organisation")
        .prefetch_related("lines__publication", "lines__circular__publisher", "vat_groups")
        .first()
    )


def history(order: Order) -> QuerySet[Entry]:
    """What has happened to an order, latest first."""
    return Entry.objects.filter(subject_kind="order", subject_key=order.number)
