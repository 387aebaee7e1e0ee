"""How the price of an order moves when one article grows.

The price falls only where something changes: a tier, a band of the postage, the limit of free postage.
Between two such places (a stretch) it rises, with one exception: more of an article with a low rate draws
postage, and with it VAT, away from goods with a higher rate. `least_between` says how much that can matter.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from catalog.pricing.errors import require
from catalog.pricing.facts import PriceFacts, Tier
from catalog.pricing.lines import Item, QuoteLine, priced_lines, quantities
from catalog.pricing.money import added
from catalog.pricing.postage import Tariff, postage_step
from catalog.pricing.quote import Quote


@dataclass(frozen=True)
class Growth:
    """An order of which one article may grow. `place` is the item that takes the extra copies."""

    items: tuple[Item, ...]
    place: int
    asked: int
    others: tuple[QuoteLine, ...]
    tariff: Tariff | None

    @classmethod
    def of(cls, items: Sequence[Item], *, article: str, postage: Tariff | Decimal | None) -> "Growth":
        """Raises `ValueError` when the order does not hold the article."""
        places = [place for place, item in enumerate(items) if item.facts.article == article]
        require(bool(places), f"The order does not hold {article}.")
        return cls(
            items=tuple(items),
            place=places[0],
            asked=quantities(items)[article],
            others=tuple(line for line in priced_lines(items) if line.facts.article != article),
            tariff=postage if isinstance(postage, Tariff) else None,
        )

    @property
    def facts(self) -> PriceFacts:
        return self.items[self.place].facts

    def items_at(self, quantity: int) -> tuple[Item, ...]:
        """The order with `quantity` copies of the article in all."""
        grown = self.items[self.place]
        grown = replace(grown, quantity=grown.quantity + quantity - self.asked)
        return (*self.items[: self.place], grown, *self.items[self.place + 1 :])

    def stretches(self, *, spent: Decimal, available: int | None) -> Iterator[range]:
        """Larger quantities that may be ordered and could cost less than `spent`, ascending.

        Each range holds whole packs at one unit price and one sum of postage.
        """
        pack = self.facts.pack_size
        limits = [self._horizon(spent), available, self.facts.max_quantity]
        last = min(limit for limit in limits if limit is not None)
        left = range((self.asked // pack + 1) * pack, last + 1, pack)
        while left:
            here = self._step(left[0])
            end = bisect_left(left, True, key=lambda quantity: self._step(quantity) != here)
            yield left[:end]
            left = left[end:]

    def least_between(self, first: Quote, last: Quote) -> Decimal:
        """A total that no quantity after `first` and up to `last`, in one stretch, falls below.

        At least a pack more is paid, with its VAT, and at most the VAT on postage that `last` saves goes
        away, since postage moves in one direction. Öre by rounding: at most one for the line, one for the
        VAT of each rate, two for its part of the postage, each with its VAT of at most 100 %. Where copies
        cost nothing no more of them are looked at.
        """
        unit_net = first.lines[self.place].unit_net
        if unit_net == 0:
            return Decimal("Infinity")
        pack_gross = unit_net * self.facts.pack_size * (1 + self.facts.vat_rate / 100)
        saved = max(_postage_vat(first) - _postage_vat(last), Decimal(0))
        return first.total + pack_gross - saved - Decimal("0.03") * (len(first.groups) + 1)

    def _step(self, quantity: int) -> tuple[tuple[Tier, ...], int]:
        """The tier and the postage at `quantity`. A value that was left does not come back later."""
        grown = (item for item in self.items_at(quantity) if item.facts.article == self.facts.article)
        lines = priced_lines(tuple(grown))
        step = postage_step((*self.others, *lines), tariff=self.tariff) if self.tariff else 0
        return tuple(line.tier for line in lines), step

    def _horizon(self, spent: Decimal) -> int:
        """Beyond this the article alone costs more than `spent`, or its last break, to nothing, is past."""
        most = max(
            int((spent + 1) / tier.unit_net) if tier.unit_net else tier.min_quantity
            for tier in self.facts.tiers
        )
        return self.asked + most + self.facts.pack_size


def _postage_vat(offer: Quote) -> Decimal:
    """The VAT that the postage bears, before rounding."""
    return added(group.postage_net * group.rate / 100 for group in offer.groups)
