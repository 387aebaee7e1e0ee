"""The net price that lies in a printed price."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from catalog.imports.record import Found
from catalog.pricing.money import rounded

_STANDARD = Decimal(25)
_SWEDISH_BOOKS = Decimal(6)
_SWEDISH_BOOKS_FROM = date(2002, 1, 1)


def vat_rate(*, language: str, on: date | None) -> Decimal:
    """VAT on printed books, percent, in Sweden or Denmark on a day (lag 2001:971: 6 % from 2002-01-01)."""
    reduced = language == "sv" and on is not None and on >= _SWEDISH_BOOKS_FROM
    return _SWEDISH_BOOKS if reduced else _STANDARD


def net_price(
    price: Found[Decimal] | None, excludes_vat: Found[bool] | None, *, language: str, on: date | None
) -> Found[Decimal] | None:
    """The printed price when it is net, the derived one when it includes VAT, None when that is not said.

    What is free of charge is free on any basis. Rounded half up to two decimals.
    """
    if price is None:
        return None
    if price.value == 0 or (excludes_vat is not None and excludes_vat.value):
        return price
    if excludes_vat is None:
        return None
    net = rounded(price.value * 100 / (100 + vat_rate(language=language, on=on)))
    return Found(net, price.start, price.end, min(price.confidence, 0.7), derived=True)
