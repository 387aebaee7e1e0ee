"""What the office reads instead of identifiers and clocks."""

from dataclasses import dataclass
from datetime import datetime

from babel.dates import format_timedelta
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from shop.journal.models import Entry

HAPPENED = {
    "order.placed": _("placed the order"),
    "order.released": _("released the order for picking"),
    "order.held": _("put the order on hold"),
    "order.resumed": _("took the order off hold"),
    "order.picking": _("started picking the order"),
    "order.completed": _("completed the order"),
    "order.cancelled": _("cancelled the order"),
}
LETTERS = {
    "order_confirmation": _("Order confirmation"),
    "order_notice": _("Notice of a new order"),
    "order_cancelled": _("Notice of cancellation"),
}


@dataclass(frozen=True)
class Happening:
    """A journal entry as it is read: who, when, what, and the reason given."""

    who: str
    at: datetime
    what: str
    reason: str


def happening(entry: Entry) -> Happening:
    """An entry in words; a kind without words stands as it is."""
    return Happening(
        who=entry.actor_name or str(_("Somebody")),
        at=entry.at,
        what=str(HAPPENED.get(entry.kind, entry.kind)),
        reason=str(entry.facts.get("reason", "")),
    )


def letter_name(kind: str) -> str:
    """A kind of letter in words; one without words stands as it is."""
    return str(LETTERS.get(kind, kind))


def age(moment: datetime, *, now: datetime) -> str:
    """How long ago, in one unit: `3 days ago`."""
    locale = {"en": "en_GB"}.get(get_language() or "sv", get_language() or "sv")
    return str(format_timedelta(moment - now, add_direction=True, locale=locale))
