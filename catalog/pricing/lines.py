"""From items to priced lines."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from catalog.pricing.errors import must_equal
from catalog.pricing.facts import PriceFacts, Tier
from catalog.pricing.money import rounded


@dataclass(frozen=True)
class Item:
    """So many copies of an article. One article may stand on several items of an order."""

    facts: PriceFacts
    quantity: int


@dataclass(frozen=True)
class QuoteLine:
    """A priced item: `line_net` is unit price times quantity, rounded (EN 16931 BT-131)."""

    facts: PriceFacts
    quantity: int
    tier: Tier
    unit_net: Decimal
    line_net: Decimal

    def __post_init__(self) -> None:
        must_equal(self.unit_net, self.tier.unit_net, what="Unit price of a line")
        must_equal(self.line_net, rounded(self.unit_net * self.quantity), what="Net of a line")

    @property
    def vat_rate(self) -> Decimal:
        """In percent."""
        return self.facts.vat_rate


def priced_lines(items: Sequence[Item]) -> tuple[QuoteLine, ...]:
    """One line per item, in order. An article's tier is chosen by its copies on all items together."""
    ordered = quantities(items)
    return tuple(_line(item, tier=item.facts.tier_for(ordered[item.facts.article])) for item in items)


def quantities(items: Sequence[Item]) -> Counter[str]:
    """How many copies of each article `items` hold together."""
    ordered: Counter[str] = Counter()
    for item in items:
        ordered[item.facts.article] += item.quantity
    return ordered


def _line(item: Item, *, tier: Tier) -> QuoteLine:
    return QuoteLine(
        facts=item.facts,
        quantity=item.quantity,
        tier=tier,
        unit_net=tier.unit_net,
        line_net=rounded(tier.unit_net * item.quantity),
    )
