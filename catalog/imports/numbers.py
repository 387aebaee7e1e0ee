"""Order numbers, ISBNs (a check digit proves them) and page counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stdnum import isbn

from catalog.imports.passage import Passage
from catalog.imports.record import Found

_LABEL = (
    r"(?:beställnings|best(?:ill(?:ings)?)?|order|artikel|art|vare|katalog|publikations)[.\s-]{0,2}"
    r"(?:nummer|numret|nr|no)|(?:order|article) number"
)
_VALUE = (
    r"(?:97[89][- ]?)?\d{1,5}(?:[- ]\d{1,7}){1,3}[- ][\dX](?![\w-])"
    r"|[A-ZÅÄÖÆØ]{1,5}[- ]?\d[\dA-Z]*(?:[-/.]\d+)*(?![\w-])|\d[\dX]*(?:[-/.][\dA-Z]+)*(?![\w-])"
)
ORDER_NUMBER = re.compile(rf"\b(?:{_LABEL})\b(?:\s(?:är|er))?[.:]*\s?(?P<number>{_VALUE})", re.IGNORECASE)
ISBN = re.compile(
    r"\bISBN(?:-?1[03])?(?:\s?(?:nr|nummer))?[.:]*\s?(?P<number>(?:97[89][- ]?)?[\dX][\dX -]{7,14}[\dX])"
)
_TAIL = re.compile(r"\d{2,5}[- ]\d{1,5}[- ][\dX]")
# Without a label, as in the column of a table: three groups of eight digits, no telephone, no date.
_BARE_TAIL = re.compile(r"(?<![\w:/-])[1-9]\d{3}-\d{3}-[\dX](?![\w-])")
PAGES = re.compile(r"(?<![\w,.-])(?P<n>\d{1,2}\s\d{3}|\d{1,4})\s?(?:sidor|sidiga?|sider|sid\b|s\b)(?!\w)")
_ISBN_GROUP = {"sv": "91", "da": "87"}


@dataclass(frozen=True, slots=True)
class Number:
    """An order number or ISBN as printed, at its offsets in the passage."""

    printed: str
    start: int
    end: int
    is_isbn: bool


def numbers_in(text: str) -> list[Number]:
    """Order numbers and ISBNs of a text, in its order."""
    found = [Number(m["number"], *m.span("number"), is_isbn=False) for m in ORDER_NUMBER.finditer(text)]
    found += [Number(m["number"], *m.span("number"), is_isbn=True) for m in ISBN.finditer(text)]
    for match in _BARE_TAIL.finditer(text):
        if len(re.sub(r"-", "", match.group())) == 8 and not any(
            n.start <= match.start() < n.end for n in found
        ):
            found.append(Number(match.group(), *match.span(), is_isbn=False))
    return sorted(found, key=lambda number: number.start)


def isbn13_of(printed: str, *, language: str) -> str | None:
    """The 13 digits that a check digit proves: of an ISBN-13, an ISBN-10 or the tail of a national one.

    `7099-566-4` stands for `91-7099-566-4` in Sweden; a tail of the 13-digit form has that form's digit.
    """
    for candidate in _candidates(printed, language):
        if isbn.is_valid(candidate):
            return str(isbn.to_isbn13(isbn.compact(candidate)))
    return None


def _candidates(printed: str, language: str) -> list[str]:
    digits = re.sub(r"[- ]", "", printed)
    group = _ISBN_GROUP.get(language)
    if group and _TAIL.fullmatch(printed) and len(digits) == 8:
        return [group + digits, "978" + group + digits]
    return [digits] if len(digits) in (10, 13) else []


def looks_like_isbn(printed: str) -> bool:
    """True for a number of an ISBN's length and form: its check digit should be right."""
    digits = re.sub(r"[- ]", "", printed)
    groups = len(re.split(r"[- ]", printed))
    return (len(digits), groups) in ((13, 1), (13, 5), (10, 4), (8, 3))


def isbn13(number: Found[str], *, language: str) -> Found[str] | None:
    """The proven ISBN-13 of a printed number, at its place; derived unless printed in 13 digits."""
    value = isbn13_of(number.value, language=language)
    if value is None:
        return None
    printed = re.sub(r"[- ]", "", number.value) == value
    return Found(value, number.start, number.end, number.confidence, derived=not printed)


def pages_in(passage: Passage) -> list[tuple[int, Found[int]]]:
    """Page counts with their offsets in the passage."""
    return [
        (m.start(), passage.found(int(re.sub(r"\s", "", m["n"])), m.start(), m.end()))
        for m in PAGES.finditer(passage.text)
        if int(re.sub(r"\s", "", m["n"])) > 0
    ]
