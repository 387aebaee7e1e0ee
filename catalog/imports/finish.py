"""A read publication -> its frozen record."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from catalog.imports.draft import Break, Draft
from catalog.imports.net import net_price
from catalog.imports.numbers import isbn13
from catalog.imports.record import Found, PublicationFound, Tier
from catalog.pricing.money import rounded


def finished(draft: Draft, *, language: str, on: date | None) -> PublicationFound:
    """Percentages become prices off the base price, ISBNs are proven, the net price is derived."""
    price = draft.price or draft.free_of_charge
    price = price and Found(rounded(price.value), price.start, price.end, price.confidence)
    number = draft.number or draft.isbn
    return PublicationFound(
        title=draft.title,
        price_printed=price,
        price_excl_vat=net_price(price, draft.vat, language=language, on=on),
        currency=_currency(draft, language),
        price_excludes_vat=draft.vat if draft.price or draft.breaks else None,
        price_excludes_postage=draft.postage if price or draft.breaks else None,
        tiers=_tiers(draft),
        order_number=number,
        isbn13=_isbn(draft, language),
        pages=draft.pages,
        supplier=draft.supplier,
        order_contact=draft.contact,
        free_copy_to=draft.free_copy_to,
        free_copy_quantity=draft.free_copy_quantity,
        availability=draft.availability,
        pack_size=draft.pack_size,
        max_qty_per_order=draft.max_qty,
    )


def _currency(draft: Draft, language: str) -> Found[str] | None:
    if draft.currency or draft.free_of_charge is None:
        return draft.currency
    free = draft.free_of_charge
    return Found("DKK" if language == "da" else "SEK", free.start, free.end, 0.6, derived=True)


def _isbn(draft: Draft, language: str) -> Found[str] | None:
    for number in (draft.isbn, draft.number):
        proven = number and isbn13(number, language=language)
        if proven:
            return proven
    return None


def _tiers(draft: Draft) -> tuple[Tier, ...]:
    tiers = [tier for known in draft.breaks if (tier := _tier(known, draft.price))]
    return tuple(sorted(tiers, key=lambda tier: tier.min_qty.value))


def _tier(known: Break, base: Found[Decimal] | None) -> Tier | None:
    if known.price:
        price = known.price
        return Tier(known.min_qty, Found(rounded(price.value), price.start, price.end, price.confidence))
    if known.percent is None or base is None:
        return None
    percent = known.percent
    value = rounded(base.value * (100 - percent.value) / 100)
    return Tier(known.min_qty, Found(value, percent.start, percent.end, 0.8, derived=True))
