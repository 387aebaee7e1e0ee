"""Paragraphs and sentences of running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog.imports.passage import Passage, Source
from catalog.imports.words import LOWER, UPPER

_STOP = re.compile(
    rf"[.!?][\")]*\s+(?=[\"(]*[{UPPER}\d])|\s(?=[{UPPER}][{LOWER}]+(?:nummer|nr|person)?:\s)|:\s+(?=\")"
    rf"|\s(?=©)"
)
# After these a full stop ends no sentence, whatever follows ...
_NEVER = re.compile(
    r"\b(?:del \d+|exkl|inkl|ekskl|nr|nummer|tfn|tel|tlf|best|art|bl\.a|t\.ex|f\.eks|ca|kl|resp|dr|prof"
    r"|[A-ZÅÄÖ]|S:t"
    r"|d|jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec|bil|dvs|utg|red)$",
    re.IGNORECASE,
)
# ... and after these not before a number.
_NOT_BEFORE_NUMBER = re.compile(r"\b(?:kr|ex|st|stk|s|sid|sd|ISBN|\d)$", re.IGNORECASE)
_COLUMNS = re.compile(r"\S(?: {3,}| *\t\s*| \| )\S")
# No sentence of the genre is longer; what is longer has lost its stops, and work must stay bounded.
_LONGEST = 1500
_WRAPPED_WITHIN = 110
_ITEM = re.compile(r"^[ \t]*(?:-|\d{1,2}[.)]|[a-z]\))[ \t]+(?=\S)")


def sentences(passage: Passage) -> Iterator[tuple[int, int]]:
    """Offsets of the sentences of a passage; a label such as `Pris:` begins a new one."""
    for start, end in _stops(passage.text):
        while end - start > _LONGEST:
            cut = passage.text.rfind(" ", start + 1, start + _LONGEST) + 1 or start + _LONGEST
            yield start, cut
            start = cut
        yield start, end


def _stops(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _STOP.finditer(text):
        before, after = text[max(start, stop.start() - 24) : stop.start()], text[stop.end() : stop.end() + 1]
        if (
            stop.group().strip()
            and stop.group()[0] != ":"
            and (_NEVER.search(before) or (after.isdigit() and _NOT_BEFORE_NUMBER.search(before)))
        ):
            continue
        if before.strip():
            yield start, stop.end()
            start = stop.end()
    if text[start:].strip():
        yield start, len(text)


def paragraphs(source: Source, start: int, end: int) -> Iterator[Passage]:
    """The paragraphs between two offsets: separated by blank lines, or items of a list.

    Where lines are not wrapped (one is very long), a line that ends a sentence ends its paragraph.
    """
    lines = [(max(s, start), min(e, end)) for s, e in source.lines if e >= start and s < end]
    unwrapped = any(e - s > _WRAPPED_WITHIN for s, e in lines)
    first = last = None
    for line_start, line_end in lines:
        text = source.plain[line_start:line_end]
        if first is not None and last is not None and (not text or _begins(source, last, text, unwrapped)):
            yield source.flow(first, last)
            first = None
        if text:
            first = line_start if first is None else first
            last = line_end
    if first is not None and last is not None:
        yield source.flow(first, last)


def _begins(source: Source, last: int, text: str, unwrapped: bool) -> bool:
    """True when a line begins a paragraph though none blank stands above it."""
    ended = source.plain[last - 1] in ".!?:" and not text[0].islower()
    above = source.plain[source.plain.rfind("\n", 0, last) + 1 : last].strip()
    row = _COLUMNS.search(text) and _COLUMNS.search(above)
    return bool(_ITEM.match(text) or row) or (unwrapped and ended)
