"""What was ordered in a period: sums per seller, currency and VAT rate.

Amounts are whole öre in the database, so both databases add them exactly.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, QuerySet, Sum

from catalog.models import Seller
from shop.orders.models import Order, OrderVat
from shop.orders.queries.lists import orders_of
from shop.orders.queries.pages import Page, moment, page_of
from shop.orders.states import State


@dataclass(frozen=True)
class Period:
    """Days, both ends counted."""

    from_on: date
    to_on: date


@dataclass(frozen=True)
class Sums:
    """Added amounts in one currency. `orders` counts the orders behind them."""

    orders: int
    goods_net: Decimal
    postage_net: Decimal
    base: Decimal
    vat: Decimal

    @property
    def gross(self) -> Decimal:
        return self.base + self.vat


@dataclass(frozen=True)
class RateTotals:
    """What was ordered of one seller, in one currency, at one VAT rate."""

    seller: str
    currency: str
    percent: Decimal
    sums: Sums


@dataclass(frozen=True)
class SellerTotals:
    """What was ordered of one seller in one currency. An order with two rates counts once here."""

    seller: str
    currency: str
    rates: tuple[RateTotals, ...]
    sums: Sums


def ordered_in(sellers: Iterable[Seller], period: Period) -> QuerySet[Order]:
    """The orders that totals are made of: dated in the period and not cancelled."""
    return _dated_in(sellers, period).exclude(state=State.CANCELLED)


def cancelled_in(sellers: Iterable[Seller], period: Period) -> int:
    """How many orders of the period are left out."""
    return _dated_in(sellers, period).filter(state=State.CANCELLED).count()


def totals_of(orders: QuerySet[Order]) -> list[SellerTotals]:
    """Sums over `orders`, sellers by name. Currencies are never added to each other."""
    rates: dict[tuple[int, str], list[RateTotals]] = {}
    for row in _by_rate(orders):
        key = (row["order__seller"], row["order__currency"])
        rates.setdefault(key, []).append(
            RateTotals(
                seller=row["order__seller__name"],
                currency=row["order__currency"],
                percent=row["percent"],
                sums=_sums(row),
            )
        )
    return [
        SellerTotals(
            seller=row["seller__name"],
            currency=row["currency"],
            rates=tuple(rates.get((row["seller"], row["currency"]), [])),
            sums=_sums(row, goods_net=row["sum_base"] - row["sum_postage"]),
        )
        for row in _by_seller(orders)
    ]


def orders_behind(orders: QuerySet[Order], *, after: str = "", before: str = "") -> Page[Order]:
    """A page of the orders that the sums were made of, latest first."""
    rows = orders.select_related("seller")
    return page_of(rows, key="placed_at", read=moment, after=after, before=before)


def _dated_in(sellers: Iterable[Seller], period: Period) -> QuerySet[Order]:
    return orders_of(sellers).filter(dated_on__range=(period.from_on, period.to_on))


def _by_rate(orders: QuerySet[Order]) -> Iterable[Mapping[str, Any]]:
    groups = OrderVat.objects.filter(order__in=orders.order_by().values("pk"))
    return (
        groups.values("order__seller", "order__seller__name", "order__currency", "percent")
        .annotate(
            count=Count("order"),
            sum_goods=Sum("lines_net"),
            sum_postage=Sum("postage_net"),
            sum_base=Sum("base"),
            sum_vat=Sum("vat"),
        )
        .order_by("percent")
    )


def _by_seller(orders: QuerySet[Order]) -> Iterable[Mapping[str, Any]]:
    return (
        orders.values("seller", "seller__name", "currency")
        .annotate(
            count=Count("pk"),
            sum_postage=Sum("postage_net"),
            sum_base=Sum("total_net"),
            sum_vat=Sum("total_vat"),
        )
        .order_by("seller__name", "seller", "currency")
    )


def _sums(row: Mapping[str, Any], goods_net: Decimal | None = None) -> Sums:
    return Sums(
        orders=row["count"],
        goods_net=row["sum_goods"] if goods_net is None else goods_net,
        postage_net=row["sum_postage"],
        base=row["sum_base"],
        vat=row["sum_vat"],
    )
