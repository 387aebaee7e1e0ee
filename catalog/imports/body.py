"""The letter below the header: its paragraphs, its signature, its order form."""

from __future__ import annotations

import re
from dataclasses import dataclass

from catalog.imports.fields import Header
from catalog.imports.passage import Passage, Source
from catalog.imports.record import Found
from catalog.imports.sentences import paragraphs
from catalog.imports.titles import key
from catalog.imports.words import UPPER

_HOUSE_LINE = re.compile(rf"[{UPPER}]{{3,}}(?:\s[{UPPER}]{{2,}})*")
_GREETING = re.compile(r"(?:med )?(?:vänlig\w*|venlig\w*) h[äi]ls\w+|hälsningar", re.IGNORECASE)
_FORM = re.compile(
    r"-{2,}\s*klipp|-*\s?klipp (?:här|av)|(?:BESTÄLLNINGS?|ORDER)?(?:TALONG|BLANKETT|KUPON\w*|SEDDEL|SEDEL)\b"
    r"|BESTÄLLNING(?:STALONG|SSEDEL|SKUPONG)\b|BESTILLING(?:SKUPON|SSEDDEL)\b"
)
_TITLE_WITHIN_LINES = 45
_TITLE_LINES = 5


@dataclass(frozen=True, slots=True)
class Body:
    """The letter's paragraphs, the lines of its signature, the lines of its order form."""

    paragraphs: tuple[Passage, ...]
    signature: tuple[tuple[int, int], ...]
    form: tuple[Passage, ...]
    start: int


def read_body(source: Source, header: Header, title: Found[str] | None) -> Body:
    """What follows the header and the repeated title."""
    start = _after_title(source, header, title)
    lines = [(max(s, start), e) for s, e in source.lines if e > start and s < e]
    form_at = next((s for s, e in lines if _FORM.match(source.flow(s, e).text)), len(source.plain))
    sign_at, sign_end = _signature(source, [line for line in lines if line[0] < form_at])
    end = min(form_at, sign_at)
    return Body(
        tuple(paragraphs(source, start, end)),
        tuple(line for line in lines if sign_end <= line[0] < form_at),
        tuple(source.flow(s, e) for s, e in lines if s >= form_at),
        start,
    )


def _signature(source: Source, lines: list[tuple[int, int]]) -> tuple[int, int]:
    """Where the letter ends, and where the names below the association's name or a greeting begin."""
    for start, end in reversed(lines):
        text = source.flow(start, end).text
        if (_HOUSE_LINE.fullmatch(text) and len(text) < 60 and " " in text) or _GREETING.match(text):
            return start, end
    return len(source.plain), len(source.plain)


def _after_title(source: Source, header: Header, title: Found[str] | None) -> int:
    """Where the letter begins: below the title that it repeats, else below the header."""
    if title is None:
        return header.end
    if title.start >= header.end:
        return title.end
    sought = key(title.value)
    if header.run_on:
        return _after_title_in_run(source, header.end, sought)
    lines = [line for line in source.lines if line[0] >= header.end and line[0] < line[1]][
        :_TITLE_WITHIN_LINES
    ]
    for n in range(len(lines)):
        for last in range(n, min(n + _TITLE_LINES, len(lines))):
            if key(source.flow(lines[n][0], lines[last][1]).text) == sought:
                return lines[last][1]
    return header.end


def _after_title_in_run(source: Source, start: int, sought: str) -> int:
    """Below a title somewhere in one long line: compared by letters and digits alone."""
    places = [n for n in range(start, len(source.plain)) if source.plain[n].isalnum()]
    at = "".join(source.plain[n].casefold()[0] for n in places).find(sought)
    return places[at + len(sought) - 1] + 1 if at >= 0 and sought else start


def publisher_in(source: Source) -> Found[str] | None:
    """The association that speaks, where the text names it."""
    match = re.search(
        r"\b(?:svenska\s+kommunförbundet|landstingsförbundet|sveriges\s+kommuner\s+och\s+(?:landsting"
        r"|regioner)"
        r"|kommunernes\s+landsforening)\b",
        source.plain,
        re.IGNORECASE,
    )
    if match is None:
        match = re.search(r"\bKL\b", source.plain)
        return Found("KL", *match.span(), confidence=0.6) if match else None
    words = source.flow(*match.span()).text.split()
    name = " ".join(w.lower() if w.lower() == "och" else w.capitalize() for w in words)
    return Found(name, *match.span(), confidence=0.8)
