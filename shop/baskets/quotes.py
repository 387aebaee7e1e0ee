"""What a choice of publications costs on a day: one quote per seller, with advice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from catalog.availability import refuse_quantity, refuse_unorderable
from catalog.models import Publication, Seller
from catalog.prices import tariff_for
from catalog.pricing.advice import Advice, advice_for
from catalog.pricing.facts import PriceFacts
from catalog.pricing.quote import Item, Quote, QuoteLine, quote


@dataclass(frozen=True)
class Choice:
    """Copies of a publication that somebody wants, and what prices it that day (None: nothing known)."""

    publication: Publication
    quantity: int
    facts: PriceFacts | None


@dataclass(frozen=True)
class QuotedLine:
    """A line of a quote with its title and, where more copies cost less, the advice to take them."""

    publication: Publication
    priced: QuoteLine
    advice: Advice | None


@dataclass(frozen=True)
class SellerQuote:
    """What one seller asks for its part."""

    seller: Seller
    lines: tuple[QuotedLine, ...]
    quote: Quote


def refuse_choices(choices: Sequence[Choice], *, on: date) -> None:
    """Raise the `Refused` of the first choice that may not be ordered on a day."""
    for choice in choices:
        refuse_unorderable(choice.publication, facts=choice.facts, on=on)
        refuse_quantity(choice.publication, quantity=choice.quantity)


def quotes_for(
    choices: Sequence[Choice], *, on: date, to_po_box: bool = False, advised: bool = False
) -> tuple[SellerQuote, ...]:
    """One quote per seller, sellers by name; choices without a price or of no copies are left out.

    Advice takes many quotes to find and is given only where it is asked for.
    """
    counted = [choice for choice in choices if choice.quantity > 0 and choice.facts]
    sellers = {choice.publication.seller_id: choice.publication.seller for choice in counted}
    return tuple(
        _quote_of(
            seller,
            [choice for choice in counted if choice.publication.seller_id == seller.pk],
            on=on,
            to_po_box=to_po_box,
            advised=advised,
        )
        for seller in sorted(sellers.values(), key=lambda seller: seller.name)
    )


def figures(quotes: Sequence[SellerQuote]) -> str:
    """What a buyer is shown, as text to compare: each seller's lines and payable amount."""
    return ";".join(
        f"{one.seller.slug} {one.quote.payable} {one.quote.currency} "
        + ",".join(f"{line.priced.quantity}x{line.publication.pk}" for line in one.lines)
        for one in quotes
    )


def _quote_of(
    seller: Seller, choices: Sequence[Choice], *, on: date, to_po_box: bool, advised: bool
) -> SellerQuote:
    items = [Item(facts=choice.facts, quantity=choice.quantity) for choice in choices if choice.facts]
    tariff = tariff_for(seller, on=on)
    priced = quote(items, postage=tariff, dated_on=on, to_po_box=to_po_box)
    advice: dict[str, Advice] = {}
    if advised:
        advice = advice_for(
            items,
            postage=tariff,
            dated_on=on,
            to_po_box=to_po_box,
            available={str(choice.publication.pk): choice.publication.available for choice in choices},
        )
    lines = (
        QuotedLine(publication=choice.publication, priced=line, advice=advice.get(str(choice.publication.pk)))
        for choice, line in zip(choices, priced.lines, strict=True)
    )
    return SellerQuote(seller=seller, lines=tuple(lines), quote=priced)
