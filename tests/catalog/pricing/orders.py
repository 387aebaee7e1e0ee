"""Orders to try the pricing on: small ones written by hand, and random ones."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from hypothesis import strategies as st

from catalog.pricing.facts import PriceFacts, Tier
from catalog.pricing.postage import Band, Basis, FreeGoods, Tariff
from catalog.pricing.quote import Item, Quote, quote

A_DAY = date(2024, 5, 2)


def facts(article: str = "A", *prices: tuple[int, str], rate: str = "6", **rest: Any) -> PriceFacts:
    """Price facts from (min_quantity, unit_net) pairs; without one, 100 kr and 65 kr from 15 copies."""
    tiers = tuple(Tier(at, Decimal(net)) for at, net in prices or [(1, "100"), (15, "65")])
    return PriceFacts(article=article, tiers=tiers, vat_class="book", vat_rate=Decimal(rate), **rest)


def item(quantity: int, article: str = "A", *prices: tuple[int, str], **rest: Any) -> Item:
    return Item(facts=facts(article, *prices, **rest), quantity=quantity)


def priced(*items: Item, **terms: Any) -> Quote:
    return quote(items, dated_on=A_DAY, **terms)


def tariff(*bands: tuple[int | None, str], by: Basis = Basis.QUANTITY, **rest: Any) -> Tariff:
    return Tariff(bands=tuple(Band(up_to, Decimal(net)) for up_to, net in bands), by=by, **rest)


@dataclass(frozen=True)
class Order:
    """Items and the terms they are priced on."""

    items: tuple[Item, ...]
    terms: dict[str, Any] = field(default_factory=dict)

    def quote(self) -> Quote:
        return quote(self.items, **self.terms)


def amounts(*, most_kr: int) -> st.SearchStrategy[Decimal]:
    return st.integers(0, most_kr * 100).map(lambda number: Decimal(number).scaleb(-2))


def dice() -> st.SearchStrategy[Random]:
    """A source of chance that a failure repeats. An order has a hundred numbers: drawing them one by one
    would take longer than pricing it two hundred times."""
    return st.integers(0, 2**64 - 1).map(Random)


def orders() -> st.SearchStrategy[Order]:
    """One to four articles on one to six items, with any postage."""
    return st.builds(random_order, dice(), articles=st.integers(1, 4), items=st.integers(1, 6))


def random_order(by: Random, *, articles: int, items: int) -> Order:
    choice = [random_facts(by, article=name) for name in "ABCD"[:articles]]
    return Order(
        items=tuple(Item(facts=by.choice(choice), quantity=by.randint(1, 40)) for _ in range(items)),
        terms={
            "postage": by.choice([None, random_amount(by, most_kr=200), random_tariff(by)]),
            "dated_on": A_DAY,
            "to_po_box": by.random() < 0.5,
            "round_to_krona": by.random() < 0.5,
        },
    )


def random_facts(by: Random, *, article: str) -> PriceFacts:
    return PriceFacts(
        article=article,
        tiers=random_tiers(by),
        vat_class="book",
        vat_rate=by.choice([Decimal(6), Decimal(12), Decimal(25), Decimal(0), Decimal("5.5")]),
        weight_g=by.choice([None, by.randint(0, 900)]),
        pack_size=by.choice([1, 1, 1, 2, 5, 10]),
        max_quantity=by.choice([None, None, 20, 100]),
    )


def random_tiers(by: Random) -> tuple[Tier, ...]:
    """One to four tiers, which may also become dearer; free at every quantity or at none."""
    if by.random() < 0.12:
        return (Tier(1, Decimal(0)),)
    starts = sorted({1, *(by.randint(2, 60) for _ in range(by.randint(0, 3)))})
    most_kr, decimals = by.choice([(300, 0), (200, 2), (2, 2), (50, 4), (1, 3)])
    prices = [random_amount(by, most_kr=most_kr, decimals=decimals, least=1) for _ in starts]
    return tuple(Tier(start, price) for start, price in zip(starts, prices, strict=True))


def random_amount(by: Random, *, most_kr: int, decimals: int = 2, least: int = 0) -> Decimal:
    """Up to `most_kr`, often round; `least` counts in the last decimal."""
    finest = Decimal(by.randint(least, most_kr * 10**decimals)).scaleb(-decimals)
    return by.choice([finest, Decimal(by.randint(1, most_kr))])


def random_tariff(by: Random) -> Tariff:
    """Bands that need not become dearer: from many copies on, some sellers ask less."""
    basis = by.choice(list(Basis))
    most = 3000 if basis is Basis.WEIGHT else 80
    limits = [*sorted({by.randint(1, most) for _ in range(by.randint(0, 3))}), None]
    return Tariff(
        bands=tuple(Band(up_to, random_amount(by, most_kr=150)) for up_to in limits),
        by=basis,
        free_from_net=by.choice([None, random_amount(by, most_kr=1500)]),
        default_weight_g=by.choice([0, 250]),
        free_goods=by.choice(list(FreeGoods)),
        surcharge_po_box=by.choice([Decimal(0), Decimal("35.50")]),
    )
