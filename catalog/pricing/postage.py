"""What a seller asks for sending an order, by weight or by number of copies."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from itertools import pairwise

from catalog.pricing.errors import require
from catalog.pricing.lines import QuoteLine
from catalog.pricing.money import NOTHING, added, is_amount, rounded


class Basis(Enum):
    """What the bands of a tariff measure."""

    WEIGHT = "weight"
    QUANTITY = "quantity"


class FreeGoods(Enum):
    """How copies that cost nothing are sent."""

    COUNTED = "counted"  # they weigh like the rest
    IGNORED = "ignored"  # they travel free: an order of nothing else pays no postage


@dataclass(frozen=True)
class Band:
    """Postage up to and including `up_to` grams or copies; `None` has no limit."""

    up_to: int | None
    net: Decimal

    def __post_init__(self) -> None:
        require(self.up_to is None or self.up_to >= 1, "A band reaches at least one gram or copy.")
        require(is_amount(self.net), f"Not an amount of postage: {self.net}.")

    def holds(self, measure: int) -> bool:
        return self.up_to is None or measure <= self.up_to


@dataclass(frozen=True)
class Tariff:
    """A seller's postage, before VAT.

    Bands ascend and the last has no limit, so that every order has a price: a tariff that ends earlier is
    refused here, where a person enters it, and not when a customer orders. From `free_from_net` of goods
    on, sending costs nothing, also to a PO box. `default_weight_g` is the weight of an article without one.
    """

    bands: tuple[Band, ...]
    by: Basis
    free_from_net: Decimal | None = None
    default_weight_g: int = 0
    free_goods: FreeGoods = FreeGoods.COUNTED
    surcharge_po_box: Decimal = NOTHING

    def __post_init__(self) -> None:
        require(bool(self.bands) and self.bands[-1].up_to is None, "The last band has no limit.")
        for lower, upper in pairwise(self.bands):
            require(lower.up_to is not None, "Only the last band has no limit.")
            require(upper.up_to is None or upper.up_to > (lower.up_to or 0), "Bands must ascend.")
        require(self.free_from_net is None or is_amount(self.free_from_net), "Not a limit for free postage.")
        require(self.default_weight_g >= 0, "A weight is not negative.")
        require(is_amount(self.surcharge_po_box), f"Not a surcharge: {self.surcharge_po_box}.")


def postage_net(goods: Sequence[QuoteLine], *, tariff: Tariff | None, to_po_box: bool = False) -> Decimal:
    """What sending `goods` in one order costs, before VAT; without a tariff nothing."""
    if tariff is None:
        return NOTHING
    step = postage_step(goods, tariff=tariff)
    if step == len(tariff.bands):
        return NOTHING
    return rounded(tariff.bands[step].net + (tariff.surcharge_po_box if to_po_box else NOTHING))


def postage_step(goods: Sequence[QuoteLine], *, tariff: Tariff) -> int:
    """The number of the band that `goods` fall into, or one past the last band when they travel free.

    Grows with the copies of an article as long as its unit price stays.
    """
    free = tariff.free_from_net is not None and added(line.line_net for line in goods) >= tariff.free_from_net
    sent = [line for line in goods if tariff.free_goods is FreeGoods.COUNTED or not line.facts.is_free]
    if free or not sent:
        return len(tariff.bands)
    measure = sum(_measure(line, tariff=tariff) for line in sent)
    return next(step for step, band in enumerate(tariff.bands) if band.holds(measure))


def _measure(line: QuoteLine, *, tariff: Tariff) -> int:
    if tariff.by is Basis.QUANTITY:
        return line.quantity
    weight_g = tariff.default_weight_g if line.facts.weight_g is None else line.facts.weight_g
    return line.quantity * weight_g
