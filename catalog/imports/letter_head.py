"""Where the header ends and the letter begins, when no blank line says so.

A letter repeats the header's section, handlers, date, recipients and title above its first sentence: the
last field of the header ends where the first of them comes again.
"""

from __future__ import annotations

import re

from catalog.imports.fields import Header, Region
from catalog.imports.passage import Source

LETTER_HEAD = re.compile(r"CIRKULÄR\s+(?:nr\s+)?\d{2,4}:\d|CIRKULÆRE\s+\d|SLUT UPPGIFTER|EJ\s*$")
_ECHOING = ("date", "sections", "handlers", "recipients")
_UNIT_LINE = re.compile(
    r"^[ \t]*(?:\w+(?:sektionen|avdelningen)|(?:Sektionen|Avdelningen) för .*)[ \t]*$", re.MULTILINE
)
_LONG_LINE = 90


def without_letter(source: Source, header: Header) -> Header:
    """The header with its last field cut where the letter begins."""
    last = max((r for regions in header.fields.values() for r in regions), key=lambda r: r.end, default=None)
    if last is None:
        return header
    name = next(name for name, regions in header.fields.items() if last in regions)
    end = _letter_start(source, header, name, last)
    if end >= last.end:
        return header
    cut = Header()
    for field, regions in header.fields.items():
        for region in regions:
            cut.add(field, Region(region.start, end, region.run_on) if region == last else region)
    return cut


def _letter_start(source: Source, header: Header, name: str, last: Region) -> int:
    text = source.plain[last.start : last.end]
    echoes = [e for field in _ECHOING if field != name for e in _echoes(source, header, field)]
    starts = _first(text, echoes, run_on=last.run_on)
    if name == "title":
        starts = min((n for n in (starts, _said_twice(text)) if n is not None), default=None)
    elif starts is None:
        title = _first(text, _echoes(source, header, "title"), run_on=last.run_on)
        starts = title if title and text[:title].strip() else None
    unit = None if name == "sections" else _UNIT_LINE.search(text)
    ends = [n for n in (starts, unit and unit.start(), _prose(text, run_on=last.run_on)) if n is not None]
    return last.start + len(text[: min(ends)].rstrip()) if ends else last.end


def _said_twice(text: str) -> int | None:
    """Where a title that stands twice begins again."""
    words = list(re.finditer(r"\S+", text[:800]))
    plain = [word.group().casefold() for word in words]
    for n in range(2, len(words) // 2 + 1):
        if plain[:n] == plain[n : 2 * n]:
            return words[n].start()
    return None


def _echoes(source: Source, header: Header, field: str) -> list[str]:
    """What the letter may repeat of a field: its text; the first line of a list."""
    echoes = []
    for region in header.fields.get(field, []):
        text = source.plain[region.start : region.end].strip()
        whole = region.run_on or field == "title"
        echoes.append(text if whole else text.split("\n")[0].strip())
    return [echo for echo in echoes if len(echo) > 5]


def _first(text: str, echoes: list[str], *, run_on: bool) -> int | None:
    """Where the first of the echoes stands: on a line of its own, or anywhere in a text without lines."""
    patterns = [r"[\s|]+".join(map(re.escape, echo.split())) for echo in echoes] + [LETTER_HEAD.pattern]
    edge = r"(?<![\w-]){}(?![\w-])" if run_on else r"^[ \t]*{}[ \t]*$"
    found = [m.start() for p in patterns if (m := re.search(edge.format(f"(?:{p})"), text, re.MULTILINE))]
    heads = [m.start() for m in re.finditer(rf"(?m)^[ \t]*(?:{LETTER_HEAD.pattern})", text)]
    return min((*found, *heads), default=None)


def _prose(text: str, *, run_on: bool) -> int | None:
    """The first long line that ends as a sentence: no value does."""
    at = 0
    for line in "" if run_on else text.split("\n"):
        if at and len(line) > _LONG_LINE and re.search(r"[.?!]\s+[A-ZÅÄÖÆØ]", line):
            return at
        at += len(line) + 1
    return None
