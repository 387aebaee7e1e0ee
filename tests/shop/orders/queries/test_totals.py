"""Order totals against the same sums made by hand, order by order."""

from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.models import Seller
from shop.actions.cancel_order import cancel_order
from shop.orders.models import Order
from shop.orders.queries.totals import Period, cancelled_in, ordered_in, orders_behind, totals_of
from tests import factories

pytestmark = pytest.mark.django_db
MAY = Period(date(2026, 5, 1), date(2026, 5, 31))
NOON = datetime(2026, 5, 15, 12, tzinfo=UTC)


@pytest.fixture
def sellers() -> list[Seller]:
    """A Swedish and a Danish seller with postage, and some orders of mixed rates around May."""
    swedish = factories.seller(name="Kommunförbundet")
    danish = factories.seller(name="Forlaget", country="DK", currency="DKK", language="da")
    for seller in (swedish, danish):
        factories.tariff(seller, (500, "35.00"), (None, "62.50"), default_weight_g=150)
        book = factories.publication(seller=seller, price="33.333", tiers={15: "21.35"})
        poster = factories.publication(seller=seller, price="12.345", vat="other")
        for n in range(9):
            lines = [(book, n * 3 + 1), (poster, n + 2)][: 1 + n % 2]
            at = NOON + timedelta(days=5 * (n - 4))
            factories.order(*lines, at=at, invoice_country=seller.country)
    return [swedish, danish]


def by_hand(orders: list[Order]) -> dict[tuple[str, str, Decimal], list[Decimal]]:
    sums: dict[tuple[str, str, Decimal], list[Decimal]] = defaultdict(lambda: [Decimal(0)] * 6)
    for order in orders:
        for group in order.vat_groups.all():
            row = [
                Decimal(1),
                group.lines_net,
                group.postage_net,
                group.base,
                group.vat,
                group.base + group.vat,
            ]
            key = (order.seller.name, order.currency, group.percent)
            sums[key] = [have + more for have, more in zip(sums[key], row, strict=True)]
    return dict(sums)


def test_totals_are_the_sum_of_the_orders(sellers: list[Seller]) -> None:
    inside = [order for order in Order.objects.all() if MAY.from_on <= order.dated_on <= MAY.to_on]
    assert 0 < len(inside) < Order.objects.count()
    totals = totals_of(ordered_in(sellers, MAY))
    rows = {
        (rate.seller, rate.currency, rate.percent): [
            rate.sums.orders, rate.sums.goods_net, rate.sums.postage_net,
            rate.sums.base, rate.sums.vat, rate.sums.gross,
        ]
        for one in totals
        for rate in one.rates
    }  # fmt: skip
    assert rows == by_hand(inside)
    for one in totals:
        own = [order for order in inside if order.seller.name == one.seller]
        assert one.sums.orders == len(own)
        assert one.sums.goods_net == sum(line.line_net for order in own for line in order.lines.all())
        assert one.sums.postage_net == sum(order.postage_net for order in own)
        assert one.sums.base == sum(order.total_net for order in own)
        assert one.sums.vat == sum(order.total_vat for order in own)
        assert one.sums.gross == sum(order.total_gross for order in own)


def test_subtotals_are_the_sum_of_their_rates(sellers: list[Seller]) -> None:
    for one in totals_of(ordered_in(sellers, MAY)):
        for part in ("goods_net", "postage_net", "base", "vat", "gross"):
            assert getattr(one.sums, part) == sum(getattr(rate.sums, part) for rate in one.rates)


def test_currencies_stand_apart(sellers: list[Seller]) -> None:
    totals = totals_of(ordered_in(sellers, MAY))
    assert [(one.seller, one.currency) for one in totals] == [("Forlaget", "DKK"), ("Kommunförbundet", "SEK")]
    assert [[rate.percent for rate in one.rates] for one in totals] == [[25], [6, 25]]


def test_a_seller_that_changes_its_currency_has_a_sum_of_each() -> None:
    title = factories.publication()
    factories.order((title, 2), at=NOON)
    Seller.objects.update(currency="DKK")
    title.refresh_from_db()
    factories.order((title, 3), at=NOON)
    totals = totals_of(ordered_in([title.seller], MAY))
    assert [(one.currency, one.sums.base) for one in totals] == [
        ("DKK", Decimal(300)),
        ("SEK", Decimal(200)),
    ]


def test_amounts_are_exact_decimals_with_two_places(sellers: list[Seller]) -> None:
    for one in totals_of(ordered_in(sellers, MAY)):
        for sums in [one.sums, *(rate.sums for rate in one.rates)]:
            for amount in (sums.goods_net, sums.postage_net, sums.base, sums.vat, sums.gross):
                assert isinstance(amount, Decimal)
                assert amount.as_tuple().exponent == -2


def test_cancelled_orders_are_left_out_and_counted() -> None:
    title = factories.publication()
    kept, gone = (factories.order((title, copies), at=NOON) for copies in (2, 3))
    cancel_order(gone, reason="Ordered twice.", by=None)
    (one,) = totals_of(ordered_in([title.seller], MAY))
    assert (one.sums.orders, one.sums.gross) == (1, kept.total_gross)
    assert cancelled_in([title.seller], MAY) == 1
    assert cancelled_in([title.seller], Period(date(2026, 6, 1), date(2026, 6, 30))) == 0


def test_both_ends_of_the_period_count() -> None:
    """The day is the order's own, in Stockholm: 22:30 UTC on 31 May is already June."""
    title = factories.publication()
    moments = ["2026-04-30T21:59Z", "2026-04-30T22:00Z", "2026-05-31T21:59Z", "2026-05-31T22:30Z"]
    numbers = [factories.order((title, 1), at=datetime.fromisoformat(at)).number for at in moments]
    assert [order.number for order in ordered_in([title.seller], MAY).order_by("pk")] == numbers[1:3]


def test_other_sellers_are_not_counted(sellers: list[Seller]) -> None:
    assert [one.seller for one in totals_of(ordered_in(sellers[:1], MAY))] == ["Kommunförbundet"]
    assert totals_of(ordered_in([], MAY)) == []


def test_totals_cost_two_queries_however_many_orders(sellers: list[Seller]) -> None:
    with CaptureQueriesContext(connection) as queries:
        totals_of(ordered_in(sellers, MAY))
    assert len(queries) == 2


def test_the_orders_behind_are_those_that_were_added(sellers: list[Seller]) -> None:
    orders = ordered_in(sellers, MAY)
    rows = orders_behind(orders).rows
    assert {order.pk for order in rows} == set(orders.values_list("pk", flat=True))
    assert rows == sorted(rows, key=lambda order: (order.placed_at, order.pk), reverse=True)
