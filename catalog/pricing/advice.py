"""When more copies cost less: at a price break, and where postage becomes cheaper or free.

100 kr a copy, or 65 kr from 15: fourteen cost 1 400, fifteen 975. Whoever asks for 10 to 14 is told.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial

from catalog.pricing.growth import Growth
from catalog.pricing.lines import Item, quantities
from catalog.pricing.postage import Tariff
from catalog.pricing.quote import Quote, quote

Price = Callable[[Sequence[Item]], Quote]


@dataclass(frozen=True)
class Advice:
    """Order `quantity` copies of `article` in all, `extra` more than asked: the order then costs less.

    `total` is what the whole order costs then, to be paid, with VAT and postage; `saves` is what that is
    below the price of the order as asked.
    """

    article: str
    quantity: int
    extra: int
    saves: Decimal
    total: Decimal


def advise(
    items: Sequence[Item],
    *,
    article: str,
    postage: Tariff | Decimal | None = None,
    dated_on: date,
    available: int | None = None,
    to_po_box: bool = False,
    round_to_krona: bool = False,
) -> Advice | None:
    """The quantity of `article` at which the whole order costs least, or `None` if that is the one asked.

    Of equally cheap quantities the smallest. Only whole packs, at most the article's `max_quantity` and
    `available` (the copies to be had, those asked for included; `None`: any number); the other articles stay
    as they are. Where an article stands on several items, its first takes the extra copies. Nobody is
    advised to take more of what is free. Raises `ValueError` as `quote` does, and for an unknown article.
    """
    price = partial(
        quote, postage=postage, dated_on=dated_on, to_po_box=to_po_box, round_to_krona=round_to_krona
    )
    now = price(items)
    growth = Growth.of(items, article=article, postage=postage)
    if now.lines[growth.place].unit_net == 0:
        return None
    quantity, best = _cheapest(growth, now=now, available=available, price=price)
    if best is now:
        return None
    return Advice(
        article=article,
        quantity=quantity,
        extra=quantity - growth.asked,
        saves=now.payable - best.payable,
        total=best.payable,
    )


def advice_for(
    items: Sequence[Item],
    *,
    postage: Tariff | Decimal | None = None,
    dated_on: date,
    available: Mapping[str, int | None] | None = None,
    to_po_box: bool = False,
    round_to_krona: bool = False,
) -> dict[str, Advice]:
    """Advice by article, each as if it alone were changed; articles without advice are left out.

    `available` is by article; of an article that it does not name any number may be had.
    """
    found = {
        article: advise(
            items,
            article=article,
            postage=postage,
            dated_on=dated_on,
            available=(available or {}).get(article),
            to_po_box=to_po_box,
            round_to_krona=round_to_krona,
        )
        for article in quantities(items)
    }
    return {article: advice for article, advice in found.items() if advice}


def _cheapest(growth: Growth, *, now: Quote, available: int | None, price: Price) -> tuple[int, Quote]:
    best = growth.asked, now
    for stretch in growth.stretches(spent=now.total, available=available):
        best = _cheapest_in(stretch, growth=growth, best=best, price=price)
    return best


def _cheapest_in(
    stretch: range, *, growth: Growth, best: tuple[int, Quote], price: Price
) -> tuple[int, Quote]:
    """The cheapest order and its quantity. Nearly always the first of a stretch, which is then left at once;
    otherwise its halves are searched, ascending, so that of equal sums the smaller quantity is kept."""
    if not stretch:
        return best
    first, last = (price(growth.items_at(quantity)) for quantity in (stretch[0], stretch[-1]))
    if first.payable < best[1].payable:
        best = stretch[0], first
    if growth.least_between(first, last) >= best[1].total:
        return best
    rest = stretch[1:]
    for half in (rest[: len(rest) // 2], rest[len(rest) // 2 :]):
        best = _cheapest_in(half, growth=growth, best=best, price=price)
    return best
