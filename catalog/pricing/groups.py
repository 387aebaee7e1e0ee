"""VAT per rate: one base, one sum of VAT."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from catalog.pricing.errors import must_equal
from catalog.pricing.lines import QuoteLine
from catalog.pricing.money import Part, added, apportion, rounded, share_of


@dataclass(frozen=True)
class VatGroup:
    """Everything of an order that bears one rate (EN 16931 BG-23).

    `rate` is in percent (BT-119), `base` the lines and their part of the postage (BT-116), `vat` the VAT on
    it (BT-117). In a quote `vat` is the rounded share of `base`; in a credit it may differ by an öre.
    """

    rate: Decimal
    lines_net: Decimal
    postage_net: Decimal
    base: Decimal
    vat: Decimal

    def __post_init__(self) -> None:
        must_equal(self.base, rounded(self.base), what=f"Base in whole öre at {self.rate} %")
        must_equal(self.postage_net, rounded(self.postage_net), what=f"Postage in whole öre at {self.rate} %")
        must_equal(self.base, self.lines_net + self.postage_net, what=f"Base at {self.rate} %")

    @property
    def gross(self) -> Decimal:
        return self.base + self.vat


def vat_groups(lines: Sequence[QuoteLine], *, postage_net: Decimal) -> tuple[VatGroup, ...]:
    """The groups of an order, ascending by rate.

    VAT is computed once per rate on the group's base, never per line (EN 16931 BR-CO-17). What the buyer
    pays for transport belongs to the taxable amount of the goods (mervärdesskattelagen 2023:200, ch. 8), so
    postage is split over the rates: by the value of the goods, as Skatteverket's guidance has it, or by the
    number of copies when all of them are free.
    """
    rates = sorted({line.vat_rate for line in lines})
    values = [added(line.line_net for line in lines if line.vat_rate == rate) for rate in rates]
    copies = [sum(line.quantity for line in lines if line.vat_rate == rate) for rate in rates]
    weights = values if any(values) else [Decimal(count) for count in copies]
    shares = apportion(postage_net, [Part(base=b, rate=r) for b, r in zip(weights, rates, strict=True)])
    return tuple(
        _group(rate, lines_net=value, postage_net=share)
        for rate, value, share in zip(rates, values, shares, strict=True)
    )


def _group(rate: Decimal, *, lines_net: Decimal, postage_net: Decimal) -> VatGroup:
    base = lines_net + postage_net
    return VatGroup(
        rate=rate,
        lines_net=lines_net,
        postage_net=postage_net,
        base=base,
        vat=share_of(base, percent=rate),
    )
