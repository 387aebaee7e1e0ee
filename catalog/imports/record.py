"""What a reading yields: frozen values, each with its place in the source text.

A value that the text does not state is `None` (or an empty tuple), never a guess.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value and the span `source[start:end]` it was read from.

    `confidence` runs from 0 to 1; `derived` says that the value was computed from what stands
    in the span (a net price from a gross one, an ISBN from its tail), not printed there.
    """

    value: T
    start: int
    end: int
    confidence: float = 1.0
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """A person or an order desk, and the ways to reach it."""

    name: Found[str] | None = None
    organisation: Found[str] | None = None
    address: Found[str] | None = None
    phone: Found[str] | None = None
    fax: Found[str] | None = None
    email: Found[str] | None = None
    url: Found[str] | None = None


@dataclass(frozen=True, slots=True)
class Tier:
    """From `min_qty` copies every copy of the line costs `unit_price`, on the printed basis."""

    min_qty: Found[int]
    unit_price: Found[Decimal]


@dataclass(frozen=True, slots=True)
class PublicationFound:
    """A publication that the text offers; `price_printed` is on the basis that the text prints."""

    title: Found[str]
    price_printed: Found[Decimal] | None = None
    price_excl_vat: Found[Decimal] | None = None
    currency: Found[str] | None = None
    price_excludes_vat: Found[bool] | None = None
    price_excludes_postage: Found[bool] | None = None
    tiers: tuple[Tier, ...] = ()
    order_number: Found[str] | None = None
    isbn13: Found[str] | None = None
    pages: Found[int] | None = None
    supplier: Found[str] | None = None
    order_contact: Contact | None = None
    free_copy_to: tuple[Found[str], ...] = ()
    free_copy_quantity: Found[int] | None = None
    availability: Found[str] | None = None
    pack_size: Found[int] | None = None
    max_qty_per_order: Found[int] | None = None


@dataclass(frozen=True, slots=True)
class RestrictedEnclosure:
    """Enclosures that only some recipients get."""

    recipients: tuple[Found[str], ...]
    items: tuple[Found[str], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A seminar or conference: shown, never sold. `when` is an ISO date or the printed words."""

    kind: Found[str]
    title: Found[str]
    when: Found[str] | None = None
    fee: Found[Decimal] | None = None


@dataclass(frozen=True, slots=True)
class Caution:
    """Something a person should look at before the draft is published."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that was read from one document."""

    source_file: str
    kind: str
    language: str
    circular_number: Found[str] | None = None
    diary_number: Found[str] | None = None
    date: Found[datetime.date] | None = None
    created_at: Found[datetime.datetime] | None = None
    changed_date: Found[datetime.date] | None = None
    handlers: tuple[Found[str], ...] = ()
    sections: tuple[Found[str], ...] = ()
    recipients: tuple[Found[str], ...] = ()
    title: Found[str] | None = None
    enclosures: tuple[Found[str], ...] = ()
    restricted_enclosures: tuple[RestrictedEnclosure, ...] = ()
    keywords: tuple[Found[str], ...] = ()
    replaces: Found[str] | None = None
    publications: tuple[PublicationFound, ...] = ()
    mentioned_publications: tuple[Found[str], ...] = ()
    events: tuple[Event, ...] = ()
    question_contacts: tuple[Contact, ...] = ()
    signatories: tuple[Found[str], ...] = ()
    publisher: Found[str] | None = None
    warnings: tuple[Caution, ...] = ()
