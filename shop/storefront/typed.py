"""What was typed into a form: understood by name, and as it goes back into a form."""

import hashlib
import json
from collections.abc import Mapping

from django.http import QueryDict

QUANTITY, CIRCULAR = "quantity-", "circular-"


def whole_number(text: str | None) -> int | None:
    """A primary key as our own pages write it: plain digits, no leading zero, within the column."""
    if not text or not (text.isascii() and text.isdecimal() and len(text) < 19):
        return None
    return int(text) if str(int(text)) == text else None


def publications_typed(data: Mapping[str, str]) -> list[int]:
    """The publications whose quantity fields a form sent."""
    keys = [whole_number(name.removeprefix(QUANTITY)) for name in data if name.startswith(QUANTITY)]
    return [key for key in keys if key is not None]


def typed_of(data: QueryDict, *, fields: Mapping[str, object]) -> dict[str, str]:
    """The sent values of a form's own fields and of the circulars beside them; nothing else is kept."""
    circulars = {f"{CIRCULAR}{key}" for key in publications_typed(data)}
    kept = {name: data.get(name) or "" for name in data if name in fields}
    return kept | {name: data.get(name) or "" for name in circulars if whole_number(data.get(name))}


def with_taken(data: QueryDict) -> dict[str, str]:
    """What was sent, after the button `take` (`publication:quantity`) has set a quantity."""
    typed = {name: data.get(name) or "" for name in data}
    publication, colon, quantity = (data.get("take") or "").partition(":")
    if colon:
        typed[f"{QUANTITY}{publication}"] = quantity
    return typed


def digest(typed: Mapping[str, str]) -> str:
    """What tells one filled-in form from another: has it changed since it was shown?"""
    return hashlib.sha256(json.dumps(dict(typed), sort_keys=True).encode()).hexdigest()
