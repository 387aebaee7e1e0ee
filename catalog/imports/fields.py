"""The fields of a header as stretches of source text."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of source that holds a field's value; `run_on` when its line breaks are lost."""

    start: int
    end: int
    run_on: bool = False


@dataclass(slots=True)
class Header:
    """The fields' regions in the order of the text, and where the header ends."""

    fields: dict[str, list[Region]] = field(default_factory=dict)
    end: int = 0
    run_on: bool = False

    def add(self, name: str, region: Region) -> None:
        """One more stretch of text for a field."""
        self.fields.setdefault(name, []).append(region)
        self.end = max(self.end, region.end)
        self.run_on = self.run_on or region.run_on
