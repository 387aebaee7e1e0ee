"""The price of an order: the one computation behind basket, order, paper and export."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from catalog.pricing.errors import DoesNotAddUp, must_equal, require
from catalog.pricing.groups import VatGroup, vat_groups
from catalog.pricing.lines import Item, QuoteLine, priced_lines
from catalog.pricing.money import added, is_amount, rounded, rounded_to_krona, share_of
from catalog.pricing.postage import Tariff
from catalog.pricing.postage import postage_net as postage_by_tariff

__all__ = ["Item", "Quote", "QuoteLine", "VatGroup", "quote", "vat_in"]


@dataclass(frozen=True)
class Quote:
    """What an order costs, in `currency`, at the prices and rates of `dated_on`.

    `net` (EN 16931 BT-109) is goods and postage, `total` (BT-112) is `net` with `vat` (BT-110). `rounding`
    (BT-114) leads from `total` to `payable` (BT-115) and never touches VAT. Raises `DoesNotAddUp`.
    """

    lines: tuple[QuoteLine, ...]
    groups: tuple[VatGroup, ...]
    postage_net: Decimal
    net: Decimal
    vat: Decimal
    total: Decimal
    rounding: Decimal
    payable: Decimal
    currency: str
    dated_on: date

    def __post_init__(self) -> None:
        _check_lines(self)
        _check_groups(self)
        must_equal(self.net, self.goods_net + self.postage_net, what="Net")
        must_equal(self.total, self.net + self.vat, what="Total")
        must_equal(self.payable, self.total + self.rounding, what="Payable")
        if self.payable != self.total:
            must_equal(self.payable, rounded_to_krona(self.total), what="Payable in whole kronor")

    @property
    def goods_net(self) -> Decimal:
        """The lines without postage (EN 16931 BT-106)."""
        return added(line.line_net for line in self.lines)

    @property
    def weight_g(self) -> int | None:
        """What the goods weigh; `None` when the weight of one of them is not known."""
        if any(line.facts.weight_g is None for line in self.lines):
            return None
        return sum((line.facts.weight_g or 0) * line.quantity for line in self.lines)


def quote(
    items: Sequence[Item],
    *,
    postage: Tariff | Decimal | None = None,
    dated_on: date,
    to_po_box: bool = False,
    round_to_krona: bool = False,
) -> Quote:
    """Price an order from one seller.

    `postage` is a tariff or a fixed net sum; without one none is asked. Raises `ValueError` for no items,
    less than one copy, mixed currencies or postage that is no amount: callers have validated.
    """
    lines = priced_lines(_accepted(items))
    postage_net = _postage_net(lines, postage=postage, to_po_box=to_po_box)
    groups = vat_groups(lines, postage_net=postage_net)
    net, vat = added(group.base for group in groups), added(group.vat for group in groups)
    payable = rounded_to_krona(net + vat) if round_to_krona else net + vat
    return Quote(
        lines=lines,
        groups=groups,
        postage_net=postage_net,
        net=net,
        vat=vat,
        total=net + vat,
        rounding=payable - net - vat,
        payable=payable,
        currency=lines[0].facts.currency,
        dated_on=dated_on,
    )


def vat_in(priced: Quote, *, rate: Decimal) -> Decimal:
    """The VAT in another currency, `rate` units of it to one of the quote's (EN 16931 BT-111).

    A Swedish seller's invoice in a foreign currency states its VAT in kronor too.
    """
    require(rate.is_finite() and rate > 0, f"Not an exchange rate: {rate}.")
    return rounded(priced.vat * rate)


def _accepted(items: Sequence[Item]) -> Sequence[Item]:
    require(len(items) > 0, "There is nothing to price.")
    require(all(item.quantity >= 1 for item in items), "Every item has at least one copy.")
    require(len({item.facts.currency for item in items}) == 1, "One order has one currency.")
    return items


def _postage_net(lines: Sequence[QuoteLine], *, postage: Tariff | Decimal | None, to_po_box: bool) -> Decimal:
    if not isinstance(postage, Decimal):
        return postage_by_tariff(lines, tariff=postage, to_po_box=to_po_box)
    require(is_amount(postage), f"Not an amount of postage: {postage}.")
    return rounded(postage)


def _check_lines(priced: Quote) -> None:
    currencies = {line.facts.currency for line in priced.lines}
    if currencies != {priced.currency}:
        raise DoesNotAddUp(f"Currencies of the lines: {sorted(currencies)} are not {priced.currency}")


def _check_groups(priced: Quote) -> None:
    rates = [group.rate for group in priced.groups]
    if rates != sorted({line.vat_rate for line in priced.lines}):
        raise DoesNotAddUp(f"Rates of the groups: {rates} are not those of the lines")
    for group in priced.groups:
        lines_net = added(line.line_net for line in priced.lines if line.vat_rate == group.rate)
        must_equal(group.lines_net, lines_net, what=f"Lines at {group.rate} %")
        must_equal(group.vat, share_of(group.base, percent=group.rate), what=f"VAT at {group.rate} %")
    must_equal(added(group.postage_net for group in priced.groups), priced.postage_net, what="Postage")
    must_equal(added(group.vat for group in priced.groups), priced.vat, what="VAT")
