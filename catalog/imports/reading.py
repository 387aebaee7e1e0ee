"""What a walk through the letter gathers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from catalog.imports.drafts import Drafts
from catalog.imports.money import Token
from catalog.imports.orders import OrderChannel
from catalog.imports.passage import Passage
from catalog.imports.record import Caution, Event, Found
from catalog.imports.surcharges import Surcharge


@dataclass(slots=True)
class Reading:
    """The publications, events and warnings so far; what was said of all publications is kept apart."""

    drafts: Drafts
    recipients: Sequence[Found[str]]
    language: str
    on: date | None
    main_title: str | None
    run_on: bool = False
    events: list[Event] = field(default_factory=list)
    cautions: list[Caution] = field(default_factory=list)
    shared_surcharges: list[tuple[Passage, Surcharge]] = field(default_factory=list)
    shared_breaks: list[tuple[Passage, Token, Token]] = field(default_factory=list)
    shared_channels: list[OrderChannel] = field(default_factory=list)
    impersonal_channels: list[OrderChannel] = field(default_factory=list)
