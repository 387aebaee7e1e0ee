"""What a price includes: VAT and postage."""

from __future__ import annotations

import re
from dataclasses import dataclass

_VAT = r"(?:mervärdesskatt|moms\w*|mva)"
_POSTAGE = (
    r"(?:porto\w*|frakt\w*|fragt\w*|forsendelse\w*|försändelse\w*|postavgift\w*|postbefordran"
    r"|expeditions?avgift\w*"
    r"|exp\.?\s?avg\w*\.?|leverans\w*|levering\w*)"
)
_RATE = r"(?:\d{1,2}(?:,\d+)? ?(?:%|procents?|pct\.?) )?"
_THING = rf"{_RATE}(?:{_VAT}|{_POSTAGE})(?:\s?\({_RATE.replace(' )?', ')?')}\))?"
_LIST = rf"(?P<things>{_THING}(?:-?\s?(?:,|och|samt|og|eller|/|&|\+)\s?{_THING})*)"

# (excluded?, pattern), the first that matches a stretch of text wins.
_CLAUSES = tuple(
    (excluded, re.compile(pattern, re.IGNORECASE))
    for excluded, pattern in (
        (False, r"\b(?P<things>porto|frakt|fragt)fri(?:tt?|a|e)?\b"),
        (False, r"\bfri(?:tt)? (?P<things>porto|frakt|fragt|leverans)\b"),
        (False, rf"{_LIST} (?:tillkommer|debiteras|utgår) (?:ej|inte|ikke)\b"),
        (True, rf"\b(?:ej|inte|ikke|exkl) (?:inkl\w*\.?|inkluderat|inberegnet) {_LIST}"),
        (True, rf"\bingår (?:ej|inte) {_LIST}"),
        (True, rf"{_LIST} (?:ingår (?:ej|inte)|(?:är|er) (?:ej|inte|ikke) in\w+|ej in\w+)"),
        (True, rf"{_LIST} (?:tillkommer|(?:läggs|lægges|kommer) (?:till|til)|tillägg\w*|tillægges|debiteras"
               rf"|betalas (?:av|separat|särskilt)|betales (?:af|særskilt)|utgår|kommer)\b"),
        (True, rf"(?:\b(?:exkl\w*\.?|ekskl\w*\.?|exclusive|utan|uden|förutom|plus|tillkommer|läggs"
               rf"|lægges|kommer)"
               rf"|\+) {_LIST}"),
        (True, rf"\bbetal\w+ (?:\w+ )?(?:for|för) {_LIST}"),
        (False, rf"\b(?:inkl\w*\.?|inberegnet|medräknat|ingår|indgår|inkluderer|inkluderar) {_LIST}"),
        (False, rf"{_LIST} (?:ingår|indgår|(?:är|er) (?:inräkna\w+|inkluder\w+|medräkna\w+))\b"),
    )
)  # fmt: skip
_EVERY = re.compile(
    r"\b(?:samtliga|alla|alle|angivna|ovanstående|nämnda) (?:\w+ )?pris\w*|\bpris(?:erna|erne)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Surcharge:
    """`thing` is `vat` or `postage`; `excluded` says that it comes on top of the price."""

    thing: str
    excluded: bool
    start: int
    end: int


def surcharges(text: str) -> list[Surcharge]:
    """What the text says about VAT and postage, in the order of the text."""
    found: list[Surcharge] = []
    taken: list[tuple[int, int]] = []
    for excluded, pattern in _CLAUSES:
        for match in pattern.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            found += _things(match, excluded)
    return sorted(found, key=lambda surcharge: surcharge.start)


def _things(match: re.Match[str], excluded: bool) -> list[Surcharge]:
    found = []
    if re.search(_VAT, match["things"], re.IGNORECASE):
        found.append(Surcharge("vat", excluded, *match.span()))
    if re.search(_POSTAGE, match["things"], re.IGNORECASE):
        found.append(Surcharge("postage", excluded, *match.span()))
    return found


def is_for_every_price(text: str) -> bool:
    """True when the sentence speaks of all prices, not of one publication's."""
    return bool(_EVERY.search(text))
