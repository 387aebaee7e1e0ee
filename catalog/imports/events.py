"""Seminars and conferences that the text announces: shown, never sold."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from catalog.imports.dates import date_in
from catalog.imports.passage import Passage
from catalog.imports.prices import fee_in
from catalog.imports.record import Event, Found
from catalog.imports.words import EVENT

_ARRANGED = re.compile(
    r"\b(?:anordna\w*|ordna[rs]?|arrangera\w*|inbjud\w*|bjuder in|äger rum|hålls|kommer att hållas|genomförs"
    r"|afholde\w*|inviter\w*|holdes|välkomna\w*)\b",
    re.IGNORECASE,
)
_SEASON = re.compile(
    r"\b(?:(?:början|slutet|mitten|senare delen|första halvan) av )?(?:våren|hösten|i höst|i vår"
    r"|sommaren|vintern|januari|februari|mars|april|maj|juni|augusti|september|oktober|november|december)"
    r"(?: (?:19|20)\d\d)?\b",
    re.IGNORECASE,
)
_COMING = re.compile(r"\bkommer (?:\w+ ){0,3}att\b", re.IGNORECASE)
_UNTIL = re.compile(r"[.,(]|\s(?:den|där|som|med|i [A-ZÅÄÖ]|på|under|för|till)\s(?=\d|[A-ZÅÄÖ]|du|vi)")
_KINDS = {
    "konferen": "konferens",
    "seminar": "seminarium",
    "kurs": "kurs",
    "mäss": "mässa",
    "hearing": "hearing",
}


def event_in(passage: Passage, *, language: str, on: date | None) -> Event | None:
    """The event that a sentence announces: arranged by somebody, or on a day that is still to come."""
    noun = EVENT.search(passage.text)
    if noun is None:
        return None
    when = _day(passage, language=language, on=on)
    to_come = (
        when is not None and on is not None and when.value[:4].isdigit() and when.value >= on.isoformat()
    )
    arranged = _ARRANGED.search(passage.text) and (when or _COMING.search(passage.text))
    if not to_come and not arranged:
        return None
    kind = next(
        (name for part, name in _KINDS.items() if part in noun.group().casefold()), noun.group().casefold()
    )
    title = _title(passage, noun.start())
    return Event(kind=passage.found(kind, *noun.span(), confidence=0.8), title=title, when=when)


def _day(passage: Passage, *, language: str, on: date | None) -> Found[str] | None:
    hit = date_in(passage.text, language=language, default_year=on.year if on else None)
    if hit:
        return passage.found(hit[0].isoformat(), hit[1], hit[2])
    season = _SEASON.search(passage.text)
    return passage.words(*season.span(), confidence=0.7) if season else None


def _title(passage: Passage, start: int) -> Found[str]:
    stop = _UNTIL.search(passage.text, start + 1)
    return passage.words(start, stop.start() if stop else len(passage.text), confidence=0.6)


def with_fee(event: Event, passage: Passage, *, language: str) -> Event:
    """The event with the fee that a sentence of its paragraph states."""
    token = fee_in(passage.text, language=language)
    if token is None or event.fee is not None:
        return event
    return replace(event, fee=passage.found(token.value, token.start, token.end, confidence=0.8))
