"""An extraction as plain JSON values: amounts as strings with two decimals, dates in ISO form."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from catalog.imports.record import Contact, Event, Extraction, Found, PublicationFound, Tier


def as_json(extraction: Extraction) -> dict[str, Any]:
    """The extraction without its places, one key per field of the record."""
    return {
        **{f.name: _plain(getattr(extraction, f.name)) for f in fields(extraction)},
        "warnings": [caution.message for caution in extraction.warnings],
    }


def _plain(value: Any) -> Any:
    match value:
        case Found():
            return _plain(value.value)
        case tuple():
            return [_plain(item) for item in value]
        case Decimal():
            return f"{value:.2f}"
        case datetime():
            return value.isoformat(timespec="minutes")
        case date():
            return value.isoformat()
        case Event():
            return _event(value)
        case Contact() | PublicationFound() | Tier():
            return _record(value)
        case _:
            return _record(value) if hasattr(value, "__dataclass_fields__") else value


def _record(value: Any) -> dict[str, Any]:
    return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}


def _event(event: Event) -> dict[str, Any]:
    return {"type": event.kind.value, **{k: v for k, v in _record(event).items() if k != "kind"}}
