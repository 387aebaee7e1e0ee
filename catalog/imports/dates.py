"""Dates as the genre writes them, and the stamps of a web page."""

from __future__ import annotations

import re
from datetime import date, datetime

from catalog.imports.passage import Passage, Source
from catalog.imports.record import Found

_MONTHS = (
    "januari|januar|jan", "februari|februar|feb", "mars|marts|mar", "april|apr", "maj", "juni|jun",
    "juli|jul", "augusti|august|aug", "september|sept|sep", "oktober|okt", "november|nov", "december|dec",
)  # fmt: skip
_MONTH = "|".join(_MONTHS)
_CENTURY_TURNS_AT = 60  # 94 is 1994, 09 is 2009

_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d|\d\d)(?P<sep>[- ./]?)(?P<m>\d\d)(?P=sep)(?P<d>\d\d)(?!\d)"
)
_DAY_FIRST = re.compile(
    r"(?<!\d)(?P<d>\d{1,2})(?P<sep>[-./])\s?(?P<m>\d{1,2})(?:(?P=sep)|\s)\s?(?P<y>(?:19|20)\d\d|\d\d)(?!\d)"
)
_WORDS = re.compile(
    rf"(?<!\d)(?P<d>\d{{1,2}})\.?\s+(?P<m>{_MONTH})\b\.?(?:\s+(?P<y>(?:19|20)\d\d|\d\d)(?!\d))?",
    re.IGNORECASE,
)
DATE_LINE = re.compile(rf"{_YEAR_FIRST.pattern}|(?:den )?\d{{1,2}}\.? \w+ (?:19|20)\d\d", re.IGNORECASE)
_STAMP = re.compile(
    r"^(?P<date>\d{1,2}[.-]\d{1,2}[.-](?:\d{4}|\d\d))[ ,]+(?:kl\.? ?)?(?P<h>\d\d)[:.](?P<min>\d\d)$"
)
_CHANGED = re.compile(
    r"^(?:senast |sidst |senest )?(?:ændret|ändrad|opdateret|uppdaterad|redigeret|revideret)"
    r"(?: den| d\.)?:? (?P<date>\d[\w.\- ]+)$",
    re.IGNORECASE,
)


def date_in(text: str, *, language: str, default_year: int | None = None) -> tuple[date, int, int] | None:
    """The first date in a text and its offsets. Danish pages write the day first, circulars the year."""
    patterns = (_WORDS, _DAY_FIRST, _YEAR_FIRST) if language == "da" else (_WORDS, _YEAR_FIRST, _DAY_FIRST)
    for pattern in patterns:
        for match in pattern.finditer(text):
            day = _date(match, default_year)
            if day is not None:
                return day, match.start(), match.end()
    return None


def _date(match: re.Match[str], default_year: int | None) -> date | None:
    year = int(match["y"]) if match["y"] else default_year
    if year is None:
        return None
    if year < 100:
        year += 1900 if year >= _CENTURY_TURNS_AT else 2000
    month = int(match["m"]) if match["m"].isdigit() else _month(match["m"])
    try:
        return date(year, month, int(match["d"]))
    except ValueError:
        return None


def _month(name: str) -> int:
    return next(n for n, names in enumerate(_MONTHS, 1) if name.casefold() in names.split("|"))


def found_date(passage: Passage, *, language: str) -> Found[date] | None:
    """The first date of a passage with its place."""
    hit = date_in(passage.text, language=language)
    return hit and passage.found(*hit)


def stamp(source: Source, line: tuple[int, int], *, language: str) -> Found[datetime] | None:
    """The moment that a line states and nothing else: `06.10.08 09:24`."""
    passage = source.flow(*line)
    match = _STAMP.match(passage.text)
    hit = match and date_in(match["date"], language=language)
    if not match or not hit or not (int(match["h"]) < 24 and int(match["min"]) < 60):
        return None
    day = hit[0]
    moment = datetime(day.year, day.month, day.day, int(match["h"]), int(match["min"]))  # noqa: DTZ001 - as printed
    return passage.found(moment, match.start(), match.end())


def changed(source: Source, line: tuple[int, int], *, language: str) -> Found[date] | None:
    """The date of a line such as `Ændret den 01.06.09`."""
    passage = source.flow(*line)
    match = _CHANGED.match(passage.text)
    return found_date(passage.part(*match.span("date")), language=language) if match else None
