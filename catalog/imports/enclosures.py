"""What is enclosed, and what only some recipients get."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from catalog.imports.entries import entries, split
from catalog.imports.fields import Header
from catalog.imports.passage import Passage, Source
from catalog.imports.recipients import group_named
from catalog.imports.record import Found, RestrictedEnclosure
from catalog.imports.words import LOWER, UPPER

_TO = r"(?:till|til)\s(?P<groups>[^().\"]+)"
_NOTE = re.compile(
    rf"\b(?:biläggs|bifogas|sänds|skickas|medföljer|vedlægges|endast|enbart|bara|kun)\b.*?\b{_TO}",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\s?\((?:[^()]*,\s?)?(?:endast|enbart|bara|kun)\s(?:(?:till|til)\s)?(?P<groups>[^().\"]+)\)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\((?P<items>[^()]*)\)?")
_QUOTED = re.compile(r'"(?P<title>[^"]{2,150})"')
_BETWEEN_ITEMS = re.compile(r'\s*"?\s*(?:,|\bsamt\b|\boch\b|\bog\b)\s*"|"\s*(?:,|\bsamt\b|\boch\b|\bog\b)\s*')
_COMMA = re.compile(rf";\s*|,\s+(?=[{UPPER}])")
_SHORT_COMMA = re.compile(r",\s+|;\s*|\s(?:och|samt)\s")
# What enclosures are called: where line breaks are lost, a new one begins with such a word.
_KIND = re.compile(
    r"\s(?=(?:Bok|Folder|Beställnings\w+|Order\w+|Inbjudan|Konferens\w+|Innehållsförteckning|Program"
    r"|Rapport|Skrift"
    r"|Broschyr|Talong|Bilaga \d|Anmälnings\w+|Blankett|Häfte|Protokoll|Förslag|PM|Avtal|Tabell|Cirkulär"
    r"|Mall)\b)"
)
_WORD = re.compile(rf"[{UPPER}{LOWER}][\w/-]+")


@dataclass(frozen=True, slots=True)
class Enclosures:
    """All enclosures, and those that only some recipients get."""

    all: tuple[Found[str], ...]
    restricted: tuple[RestrictedEnclosure, ...]


def read_enclosures(source: Source, header: Header, *, recipients: Sequence[Found[str]]) -> Enclosures:
    """The header's enclosures; a sentence among them that restricts some is no enclosure itself."""
    items: dict[str, Found[str]] = {}
    restricted: list[RestrictedEnclosure] = []
    for region in header.fields.get("enclosures", []):
        for passage in entries(source, [region]):
            only = _ONLY.search(passage.text)
            note = None if only else _NOTE.search(passage.text)
            if only or note:
                restricted += _restriction(passage, only or note, recipients)
            for item in (
                ()
                if note
                else _items(passage if only is None else passage.part(0, only.start()), region.run_on)
            ):
                items.setdefault(item.value.casefold(), item)
    return Enclosures(tuple(items.values()), tuple(restricted))


def _items(passage: Passage, run_on: bool) -> Iterator[Found[str]]:
    if run_on:
        return split(passage, _KIND)
    words = [part.split() for part in passage.text.split(",")]
    short = len(words) > 1 and all(0 < len(part) <= 2 for part in words) and '"' not in passage.text
    return split(passage, _SHORT_COMMA if short else _COMMA)


def _restriction(
    passage: Passage, match: re.Match[str] | None, recipients: Sequence[Found[str]]
) -> Iterator[RestrictedEnclosure]:
    if match is None:
        return
    groups = tuple(_groups(passage, match, recipients))
    items = tuple(_restricted_items(passage, match))
    if groups and items:
        yield RestrictedEnclosure(groups, items)


def _groups(passage: Passage, match: re.Match[str], recipients: Sequence[Found[str]]) -> Iterator[Found[str]]:
    start = match.start("groups")
    known = [(word, group_named(word.group(), recipients)) for word in _WORD.finditer(match["groups"])]
    for word, name in known:
        if name:
            yield passage.found(name, start + word.start(), start + word.end(), confidence=0.9)
    if not any(name for _, name in known):
        yield passage.words(*match.span("groups"), confidence=0.5)


def _restricted_items(passage: Passage, match: re.Match[str]) -> Iterator[Found[str]]:
    brackets = _IN_BRACKETS.search(passage.text, match.end())
    if brackets and '"' in brackets["items"]:
        return split(passage.part(*brackets.span("items")), _BETWEEN_ITEMS)
    quoted = list(_QUOTED.finditer(passage.text))
    if quoted:
        return (passage.words(*q.span("title")) for q in quoted)
    return iter([passage.words(0, match.start())] if passage.text[: match.start()].strip() else [])
