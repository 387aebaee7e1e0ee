"""The life of an order, as a table. Pure: no database, no clock."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from catalog.errors import Refused


class State(StrEnum):
    PLACED = "placed"
    RELEASED = "released"
    PICKING = "picking"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class Event(StrEnum):
    RELEASE = "release"
    PICK = "pick"
    COMPLETE = "complete"
    CANCEL = "cancel"


LABELS = {
    State.PLACED: _("placed"),
    State.RELEASED: _("released"),
    State.PICKING: _("being picked"),
    State.COMPLETED: _("completed"),
    State.CANCELLED: _("cancelled"),
}

TABLE: dict[tuple[State, Event], State] = {
    (State.PLACED, Event.RELEASE): State.RELEASED,
    (State.PLACED, Event.CANCEL): State.CANCELLED,
    (State.RELEASED, Event.PICK): State.PICKING,
    (State.RELEASED, Event.CANCEL): State.CANCELLED,
    (State.PICKING, Event.COMPLETE): State.COMPLETED,
}


class NotNow(Refused):
    """The order's state does not allow the event. Facts: number, state."""

    reason = _("Order %(number)s is %(state)s, so this can no longer be done.")


class OnHold(Refused):
    """The order is on hold. Facts: number."""

    reason = _("Order %(number)s is on hold. Take it off hold first.")


def possible(state: str) -> frozenset[Event]:
    """The events that an order in `state` may meet."""
    return frozenset(event for (before, event) in TABLE if before == state)


def after(state: str, event: Event) -> State | None:
    """The state that `event` leads to from `state`, or None where it may not happen."""
    return TABLE.get((State(state), event))
