"""A publication while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from catalog.imports.money import Token
from catalog.imports.passage import Passage
from catalog.imports.record import Caution, Contact, Found
from catalog.imports.surcharges import Surcharge


@dataclass(slots=True)
class Break:
    """A price break as read: its first quantity and a price or a percentage off."""

    min_qty: Found[int]
    price: Found[Decimal] | None = None
    percent: Found[Decimal] | None = None


@dataclass(slots=True, eq=False)
class Draft:
    """A publication being read. `offered` once the text sells, sends or encloses it."""

    title: Found[str]
    offered: bool = False
    aside: bool = False
    is_main: bool = False
    nouns: set[str] = field(default_factory=set)
    price: Found[Decimal] | None = None
    currency: Found[str] | None = None
    free_of_charge: Found[Decimal] | None = None
    breaks: list[Break] = field(default_factory=list)
    number: Found[str] | None = None
    isbn: Found[str] | None = None
    pages: Found[int] | None = None
    vat: Found[bool] | None = None
    postage: Found[bool] | None = None
    contact: Contact | None = None
    supplier: Found[str] | None = None
    free_copy_to: tuple[Found[str], ...] = ()
    free_copy_quantity: Found[int] | None = None
    availability: Found[str] | None = None
    pack_size: Found[int] | None = None
    max_qty: Found[int] | None = None

    def set_price(self, token: Token, passage: Passage) -> Caution | None:
        """Take a base price; a second, different one is left to a person."""
        price = passage.found(token.value, token.start, token.end)
        self.offered = True
        if self.price is None:
            self.price = price
            self.currency = passage.found(token.currency or "SEK", token.start, token.end)
        elif self.price.value != price.value:
            message = f"Two prices for {self.title.value}: {self.price.value} and {price.value}"
            return Caution("two_prices", message, price.start, price.end)
        return None

    def add_break(self, limit: Token, value: Token, passage: Passage) -> None:
        """Take a price break unless one for the same quantity is known."""
        self.offered = True
        quantity = passage.found(int(limit.value), limit.start, limit.end)
        amount = passage.found(value.value, value.start, value.end)
        if any(known.min_qty.value == quantity.value for known in self.breaks):
            return
        self.breaks.append(
            Break(quantity, price=amount) if value.kind == "price" else Break(quantity, percent=amount)
        )
        if value.kind == "price" and self.currency is None:
            self.currency = passage.found(value.currency or "SEK", value.start, value.end)

    def set_surcharge(self, surcharge: Surcharge, passage: Passage, *, confidence: float = 1.0) -> None:
        """Note what the price includes unless it was said before."""
        found = passage.found(surcharge.excluded, surcharge.start, surcharge.end, confidence=confidence)
        if surcharge.thing == "vat":
            self.vat = self.vat or found
        else:
            self.postage = self.postage or found
