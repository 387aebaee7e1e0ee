"""The labels of a circular's header, with the names they go by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NAMES = {
    "circular_number": r"cirkulär\s?(?:nr|nummer)|cirk\.?\s?nr|cirkulære\s?(?:nr|nummer)"
    r"|cirkulär|cirkulære",
    "diary_number": r"diarie?r?\s?(?:nr|nummer)|dnr|d\.nr|journal\s?(?:nr|nummer)"
    r"|j\.?\s?nr|sags\s?nr|ärendenr",
    "handlers": r"handläggare|handl|ansvarig handläggare|sagsbehandlere?|kontaktpersoner?",
    "sections": r"sektion\s?/\s?enhet|avd\.?\s?/?\s?sekt?(?:ion)?|avdelning(?:\s?/\s?(?:sektion|enhet))?"
    r"|sektion|enhet|avd|afdeling|kontor",
    "date": r"datum|dato",
    "recipients": r"mottagare|till|modtagere?|til|sändlista",
    "title": r"rubrik|ang|angående|ärende|titel|emne|vedr|vedrørende|overskrift",
    "enclosures": r"bilagor|bilaga|bilag|bil",
    "keywords": r"nyckelord|sökord|emneord|nøgleord|ämnesord",
    "replaces": r"ersätter(?:\s(?:cirkulär|cirk)(?:nr)?)?|erstatter",
    # Fields that stand in real headers and tell the shop nothing.
    "other": r"p-cirknr|extern medverkan|status|version|giltighet|utgivare|besöksadress|postadress",
}
_ALL = "|".join(f"(?P<{field}>{names})" for field, names in _NAMES.items())
_LABEL = re.compile(rf"(?<![\w/-])(?:{_ALL})\.?[ \t]*:", re.IGNORECASE)
_BARE = re.compile(rf"(?:{_ALL})\.?[ \t]*:?(?=[ \t|]|$)", re.IGNORECASE)
# Everyday words that are labels only at the start of a line.
_MANY = 3
_WEAK = frozenset({"till", "til", "ang", "enhet", "status", "version", "titel", "kontor", "cirkulär", "bil"})


@dataclass(frozen=True, slots=True)
class Label:
    """A label in the plain text: its field, where it starts, where its value starts."""

    field: str
    start: int
    value_start: int
    opens_line: bool


def labels_in(plain: str, start: int, end: int) -> Iterator[Label]:
    """Labels with a colon in one line; inside it only capitalised ones, weak ones among many others."""
    matches = list(_LABEL.finditer(plain, start, end))
    for match in matches:
        opens = match.start() == start or not plain[start : match.start()].strip(" |\t")
        name = match.group().rstrip(" \t:.")
        if opens or (name[0].isupper() and (len(matches) > _MANY or name.casefold() not in _WEAK)):
            yield Label(str(match.lastgroup), match.start(), match.end(), opens)


def label_row(plain: str, start: int, end: int) -> list[Label]:
    """The labels of a line that holds nothing but labels, with or without colons; else empty."""
    row: list[Label] = []
    at = start
    while at < end:
        if plain[at] in " \t|":
            at += 1
            continue
        match = _BARE.match(plain, at, end)
        if not match or not plain[at].isupper():
            return []
        row.append(Label(str(match.lastgroup), match.start(), match.end(), opens_line=not row))
        at = match.end()
    return row
