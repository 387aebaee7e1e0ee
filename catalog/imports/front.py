"""What the document is: kind, language, number, dates, title."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from catalog.imports.dates import changed, found_date, stamp
from catalog.imports.entries import whole
from catalog.imports.fields import Header
from catalog.imports.passage import Passage, Source
from catalog.imports.record import Found
from catalog.imports.words import PUBLICATION_PATTERN, UPPER

_NUMBER = re.compile(r"(?:19|20)?\d\d:\d{1,4}\b")
_DIARY = re.compile(r"[^\s,;]+(?: [^\s,;]*\d[^\s,;]*)*")
_HEADING = re.compile(
    r"(?:CIRKULÄR|Cirkulär|CIRKULÆRE|Cirkulære)(?: nr\.?)? (?P<number>(?:19|20)?\d\d:\d{1,4})\Z"
)
_REPLACED = re.compile(
    r"\b(?:ersätter|erstatter)\s(?:det |vårt )?(?:tidigare )?(?:cirkulär\w*"
    r"|cirkulære\w*)\s(?:nr\.?\s)?(?P<number>(?:19|20)?\d\d:\d{1,4})",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(?:indhold|innehåll|forside|startsida|start|meny|menu|positionspapper|rapport|pjece|broschyr"
    r"|meddelande|nyhet"
    r"|nyheder|publikation(?:er)?|pm|promemoria|information|sida \d+.*|side \d+.*|\d+(?: \(\d+\))?"
    r"|skriv ut|udskriv"
    r"|svenska kommunförbundet|sveriges kommuner och (?:landsting|regioner)|cirkulär|cirkulære|hem|print|kl)",
    re.IGNORECASE,
)
_NEW = re.compile(
    rf"(?:en |et )?ny(?:tt|a)?\s{PUBLICATION_PATTERN}\s?(?::|-|,|\s(?=\"))\s*(?P<title>.+)"
    rf"|{PUBLICATION_PATTERN}:\s*(?P<title2>[{UPPER}\"].+)",
    re.IGNORECASE,
)
_DANISH = re.compile(r"[æø]|\b(?:og|ikke|af|til|kommunerne|pjecen|fra|også)\b", re.IGNORECASE)
_SWEDISH = re.compile(r"[äö]|\b(?:och|inte|av|till|kommunerna|från|också|är)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Front:
    """The document's own facts; `publication_title` is the title without "Ny skrift:" before it."""

    kind: str
    language: str
    circular_number: Found[str] | None
    diary_number: Found[str] | None
    date: Found[datetime.date] | None
    created_at: Found[datetime.datetime] | None
    changed_date: Found[datetime.date] | None
    title: Found[str] | None
    publication_title: Found[str] | None
    replaces: Found[str] | None

    @property
    def day(self) -> datetime.date | None:
        """The document's date, if it states one."""
        return self.date.value if self.date else None


def language_of(source: Source) -> str:
    """`da` or `sv`, by letters and small words of the first pages."""
    text = source.plain[:20_000]
    return "da" if len(_DANISH.findall(text)) > len(_SWEDISH.findall(text)) else "sv"


def read_front(source: Source, header: Header) -> Front:
    """The facts of header and head of page."""
    language = language_of(source)
    head = [(start, min(end, start + 400)) for start, end in source.lines if start < end][:25]
    created = next((s for line in head if (s := stamp(source, line, language=language))), None)
    changed_on = next((c for line in head if (c := changed(source, line, language=language))), None)
    number = _number(source, header, head)
    title = _field(source, header, "title") or _page_title(source, header, head, language)
    day = _field_date(source, header, language) or (
        Found(created.value.date(), created.start, created.end, 0.8) if created else None
    )
    return Front(
        kind=_kind(source, header, number, created or changed_on),
        language=language,
        circular_number=number,
        diary_number=_matching(source, header, "diary_number", _DIARY),
        date=day,
        created_at=created,
        changed_date=changed_on,
        title=title,
        publication_title=title and _publication_title(source, title),
        replaces=_replaces(source, header),
    )


def _kind(source: Source, header: Header, number: Found[str] | None, stamped: object) -> str:
    if number or len(header.fields) > 2:
        return "circular"
    first = next((source.plain[s:e] for s, e in source.lines if s < e), "")
    return "page" if stamped or first.casefold() in ("indhold", "innehåll") else "other"


def _passages(source: Source, header: Header, name: str) -> list[Passage]:
    return [p for region in header.fields.get(name, []) if (p := whole(source, region))]


def _field(source: Source, header: Header, name: str) -> Found[str] | None:
    return next((passage.words() for passage in _passages(source, header, name)), None)


def _matching(source: Source, header: Header, name: str, pattern: re.Pattern[str]) -> Found[str] | None:
    for passage in _passages(source, header, name):
        match = pattern.search(passage.text)
        if match:
            return passage.words(*match.span())
    return None


def _number(source: Source, header: Header, head: list[tuple[int, int]]) -> Found[str] | None:
    found = _matching(source, header, "circular_number", _NUMBER)
    for line in () if found else head:
        passage = source.flow(*line)
        match = _HEADING.match(passage.text)
        if match:
            return passage.words(*match.span("number"))
    return found


def _field_date(source: Source, header: Header, language: str) -> Found[datetime.date] | None:
    for passage in _passages(source, header, "date"):
        day = found_date(passage, language=language)
        if day:
            return day
    return None


def _page_title(
    source: Source, header: Header, head: list[tuple[int, int]], language: str
) -> Found[str] | None:
    """The first line of a page that is no furniture, stamp or heading of the series."""
    for line in head:
        passage = source.flow(*line)
        if (
            line[0] < header.end
            or not re.search(rf"[{UPPER}a-z]", passage.text)
            or _HEADING.match(passage.text)
        ):
            continue
        if stamp(source, line, language=language) or changed(source, line, language=language):
            continue
        if not _FURNITURE.fullmatch(passage.text) and len(passage.text) <= 200:
            return passage.words(confidence=0.7)
    return None


def _publication_title(source: Source, title: Found[str]) -> Found[str]:
    passage = source.flow(title.start, title.end)
    match = _NEW.fullmatch(passage.text)
    if match is None:
        return title
    return passage.words(*match.span("title" if match["title"] else "title2"), confidence=0.8)


def _replaces(source: Source, header: Header) -> Found[str] | None:
    """The field's value; where lines are lost, its number alone; else what the letter says."""
    if header.run_on:
        found = _matching(source, header, "replaces", _NUMBER)
    else:
        found = _field(source, header, "replaces")
    if found:
        return found
    passage = source.flow(header.end, len(source.plain)) if "ersätter" in source.plain.casefold() else None
    match = passage and _REPLACED.search(passage.text)
    return passage.words(*match.span("number"), confidence=0.8) if passage and match else None
