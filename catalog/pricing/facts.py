"""What must be known of an article to price it: its tiers, its VAT, its weight and its limits."""

from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from catalog.pricing.errors import require
from catalog.pricing.money import is_amount


@dataclass(frozen=True)
class Tier:
    """A price break: from `min_quantity` copies in the order every copy costs `unit_net`, before VAT."""

    min_quantity: int
    unit_net: Decimal  # up to four decimals (EN 16931 BT-146 sets no limit; amounts have two)

    def __post_init__(self) -> None:
        require(self.min_quantity >= 1, "A tier begins at one copy or more.")
        require(is_amount(self.unit_net, decimals=4), f"Not a unit price: {self.unit_net}.")


@dataclass(frozen=True)
class PriceFacts:
    """The price of one article on one day. `article` identifies it within an order.

    `tiers` ascend from one copy; `vat_rate` is in percent. Raises `ValueError` for facts that cannot price.
    """

    article: str
    tiers: tuple[Tier, ...]
    vat_class: str
    vat_rate: Decimal
    currency: str = "SEK"
    weight_g: int | None = None
    pack_size: int = 1
    max_quantity: int | None = None

    def __post_init__(self) -> None:
        require(bool(self.tiers) and self.tiers[0].min_quantity == 1, "The first tier begins at one copy.")
        for lower, upper in pairwise(self.tiers):
            require(lower.min_quantity < upper.min_quantity, "Tiers must ascend.")
        require(is_amount(self.vat_rate) and self.vat_rate <= 100, f"Not a rate in percent: {self.vat_rate}.")
        require(len(self.currency) == 3 and self.currency.isupper(), f"Not a currency: {self.currency}.")
        require(self.weight_g is None or self.weight_g >= 0, "A weight is not negative.")
        require(self.pack_size >= 1, "A pack holds at least one copy.")
        require(self.max_quantity is None or self.max_quantity >= 1, "A largest quantity is at least one.")

    @property
    def is_free(self) -> bool:
        """Whether a copy costs nothing at any quantity. (Not the same as having no price.)"""
        return all(tier.unit_net == 0 for tier in self.tiers)

    @property
    def base_net(self) -> Decimal:
        """The price of a single copy."""
        return self.tiers[0].unit_net

    def tier_for(self, quantity: int) -> Tier:
        """The tier of so many copies of the article in the whole order. Raises `ValueError` below one."""
        require(quantity >= 1, "There is no price for less than one copy.")
        return [tier for tier in self.tiers if tier.min_quantity <= quantity][-1]

    def held_at(self, tier: Tier) -> "PriceFacts":
        """The same facts with the price of `tier` at any quantity: a part of an order keeps its tier."""
        return replace(self, tiers=(Tier(min_quantity=1, unit_net=tier.unit_net),))
