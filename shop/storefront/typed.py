"""What was typed into a form, as it goes back into one."""

from collections.abc import Mapping

from django.http import QueryDict

BUTTONS = {"csrfmiddlewaretoken", "take", "remove", "recalculate", "to-basket"}


def typed_of(data: QueryDict) -> dict[str, str]:
    """The fields of a sent form, without its buttons."""
    return {name: data.get(name) or "" for name in data if name not in BUTTONS}


def typed_with(data: QueryDict) -> dict[str, str]:
    """The same, after the button `take` (`publication:quantity`) has set a quantity."""
    typed = typed_of(data)
    publication, colon, quantity = (data.get("take") or "").partition(":")
    if colon:
        typed[f"quantity-{publication}"] = quantity
    return typed


def without_key(typed: Mapping[str, str]) -> dict[str, str]:
    """What may be shown again under another key."""
    return {name: value for name, value in typed.items() if name != "key"}
