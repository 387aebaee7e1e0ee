"""A header value's lines -> its entries: wrapped lines joined, lists split."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from catalog.imports.fields import Header, Region
from catalog.imports.passage import Passage, Source
from catalog.imports.recipients import split_run
from catalog.imports.record import Found
from catalog.imports.words import LOWER, UPPER

_EMPTY = re.compile(r"[-–—. ]*(?:ing(?:a|en|et|en bilaga)|ingen|saknas|ej angivet)?[-. ]*", re.IGNORECASE)
_GOES_ON = re.compile(rf"^(?:-\s|[{LOWER}(])")
_OPEN = re.compile(r"(?:\b(?:och|samt|eller|för|i|av|med|om|till|på|inom|og|for|inkl)|[,/&(]|\s-)$")
_BULLET = re.compile(r"^(?:-\s+|\d{1,2}[.)]\s+)")
_COMMA = re.compile(rf"\s*[,;]\s*(?=[{UPPER}\d\"])|\s*;\s*|\s*,\s*(?!.*\b(?:och|og|samt)\b)")
_ANY_COMMA = re.compile(r"\s*[,;]\s*")
_AND = re.compile(r"\s*(?:[,;&/]|\b(?:och|samt|og)\b)\s*")
_NOT_NAME = re.compile(
    r"\s*(?:,?\s*\bm\.?\s?fl\b\.?|,?\s*\b(?:tfn|tel|telefon)\b.*|\(.*?\)|,?\s*[\w.+-]+@\S+|\d.*$)"
)
_PERSON = re.compile(
    rf"[{UPPER}][\w.-]+(?:\s(?:von|af|de|van|der|der))*(?:\s[{UPPER}]\.)?(?:\s(?:von|af"
    rf"|de)\s)?\s?[{UPPER}][\w-]+"
)
_UNIT = re.compile(
    rf"(?<=\S)\s(?=(?:Avdelningen|Sektionen|Enheten|Avdelning|[{UPPER}][{LOWER}]+sektionen)\b)"
)


def lines_of(source: Source, region: Region) -> Iterator[tuple[int, int]]:
    """The non-empty lines of a region, in plain offsets."""
    at = region.start
    for line in source.plain[region.start : region.end].split("\n"):
        stripped = line.strip(" \t|")
        if stripped:
            start = at + line.index(stripped)
            yield start, start + len(stripped)
        at += len(line) + 1


def _joined(source: Source, lines: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Entries as spans: a line that goes on with the one above is part of it."""
    spans: list[tuple[int, int]] = []
    bulleted = lower = False
    for start, end in lines:
        text = source.plain[start:end]
        if not spans:
            bulleted, lower = bool(_BULLET.match(text)), text[0].islower()
        elif _continues(source.plain[slice(*spans[-1])], text, bulleted=bulleted, lower=lower):
            spans[-1] = (spans[-1][0], end)
            continue
        spans.append((start, end))
    return spans


def _continues(before: str, text: str, *, bulleted: bool, lower: bool) -> bool:
    if bulleted and _BULLET.match(text):
        return False
    if re.search(r"\w-$", before) or _OPEN.search(before) or before.count("(") > before.count(")"):
        return True
    return bool(_GOES_ON.match(text)) and not (lower and text[0].islower())


def entries(source: Source, regions: Iterable[Region]) -> list[Passage]:
    """One passage per entry of a list field, wraps healed, bullets removed."""
    passages = []
    for region in regions:
        spans = [(region.start, region.end)] if region.run_on else _joined(source, lines_of(source, region))
        for start, end in spans:
            passage = source.flow(start, end)
            bullet = _BULLET.match(passage.text)
            passage = passage.part(bullet.end() if bullet else 0, len(passage.text))
            if not _EMPTY.fullmatch(passage.text):
                passages.append(passage)
    return passages


def split(passage: Passage, separator: re.Pattern[str]) -> Iterator[Found[str]]:
    """The parts between separators that hold a word, without a full stop at their end."""
    at = 0
    ends = [(m.start(), m.end()) for m in separator.finditer(passage.text)]
    for start, after in [*ends, (len(passage.text), len(passage.text))]:
        stop = at + len(passage.text[at:start].rstrip(" ."))
        if passage.text[at:stop].strip(' "'):
            yield passage.words(at, stop)
        at = after


def whole(source: Source, region: Region) -> Passage | None:
    """A single value over all its lines, None when the field is empty."""
    passage = source.flow(region.start, region.end)
    return None if _EMPTY.fullmatch(passage.text) else passage


def list_field(source: Source, header: Header, name: str) -> tuple[Found[str], ...]:
    """The entries of a field; a repeated label adds what it newly names."""
    found: dict[str, Found[str]] = {}
    for region in header.fields.get(name, []):
        for passage in entries(source, [region]):
            for entry in _SPLIT[name](passage, region.run_on):
                found.setdefault(entry.value.casefold(), entry)
    return tuple(found.values())


def _recipients(passage: Passage, run_on: bool) -> Iterator[Found[str]]:
    return split_run(passage) if run_on else split(passage, _COMMA)


def _sections(passage: Passage, run_on: bool) -> Iterator[Found[str]]:
    return split(passage, _UNIT if run_on else _COMMA)


def _keywords(passage: Passage, run_on: bool) -> Iterator[Found[str]]:
    return split(passage, _ANY_COMMA)


def _handlers(passage: Passage, run_on: bool) -> Iterator[Found[str]]:
    text = passage.text
    for noise in reversed(list(_NOT_NAME.finditer(text))):
        if noise.group().strip():
            text = text[: noise.start()] + "," + " " * (len(noise.group()) - 1) + text[noise.end() :]
    cleaned = Passage(text, passage.shown, passage.places)
    if not run_on:
        return split(cleaned, _AND)
    return (cleaned.words(m.start(), m.end(), confidence=0.8) for m in _PERSON.finditer(text))


_SPLIT = {"recipients": _recipients, "sections": _sections, "keywords": _keywords, "handlers": _handlers}
