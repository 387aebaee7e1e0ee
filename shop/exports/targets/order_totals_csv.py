"""Order totals as CSV: one row per seller, currency and VAT rate.

There is no row of subtotals: whoever adds a column would count everything twice.
"""

from collections.abc import Iterable

from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from shop.exports.csv_cells import Cell, csv_bytes
from shop.orders.queries.totals import Period, RateTotals

IDENTIFIER = "order_totals_csv"
NAME = _("Order totals, CSV")


def write(rows: Iterable[RateTotals], *, period: Period) -> bytes:
    """The rows under a line of headings in the active language; amounts in the row's currency."""
    return csv_bytes([_headings(), *(_cells(row, period) for row in rows)])


def _headings() -> list[Cell]:
    return [
        pgettext("day", "From"),
        pgettext("day", "To"),
        gettext("Seller"),
        gettext("Currency"),
        gettext("VAT rate, %"),
        gettext("Orders"),
        gettext("Publications, net"),
        gettext("Postage, net"),
        gettext("VAT base"),
        gettext("VAT"),
        gettext("Total incl. VAT"),
    ]


def _cells(row: RateTotals, period: Period) -> list[Cell]:
    sums = row.sums
    return [
        period.from_on,
        period.to_on,
        row.seller,
        row.currency,
        row.percent,
        sums.orders,
        sums.goods_net,
        sums.postage_net,
        sums.base,
        sums.vat,
        sums.gross,
    ]
