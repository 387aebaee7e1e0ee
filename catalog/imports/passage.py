"""The source text and stretches of it as plain running text that know where each character stands.

Rules are written against plain text: one space between words, straight quotes, short dashes, no
markup, words healed that were hyphenated at a line end. A `Passage` leads back to the source.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from catalog.imports.record import Found

T = TypeVar("T")

_DROP = "\u200b"
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2007\u2009\u202f*#`\x00", " "),
        **dict.fromkeys("“”„»«″", '"'),
        **dict.fromkeys("–—−‐‑", "-"),
        **dict.fromkeys("\x0b\x0c\x85\u2028\u2029\x1c\x1d\x1e", "\n"),
        **dict.fromkeys("\u200c\u200d\u2060\ufeff", _DROP),
        "’": "'",
    }
)
_BULLET = re.compile(r"^([ \t]*)[*•·●▪](?=[ \t])", re.MULTILINE)
_COMBINED = re.compile(r"\w[\u0300-\u036f]")
_JOINT = re.compile(
    rf"\xad\s*|{_DROP}+|(?<=[^\W_])-[ \t]*\n\s*(?=\w)"
    r"|(?<=[a-zåäöæøé]{2})-[ \t]+(?=[a-zåäöæøé]{2})|\s+"
)
_SUSPENDED = re.compile(r"(?:och|eller|samt|respektive|resp|som|till|og|liksom|men)\b")
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_CAPITALS = re.compile(r"[A-ZÅÄÖÆØ]{2}")


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text for the rules (`text`), the same as printed (`shown`), and each character's place."""

    text: str
    shown: str
    places: tuple[int, ...]

    def part(self, start: int, end: int) -> Passage:
        """The passage between two of its own offsets."""
        return Passage(self.text[start:end], self.shown[start:end], self.places[start:end])

    def found(self, value: T, start: int, end: int, *, confidence: float = 1.0,
              derived: bool = False) -> Found[T]:  # fmt: skip
        """A value read from `text[start:end]`, with its span in the source."""
        return Found(value, self.places[start], self.places[end - 1] + 1, confidence, derived)

    def offset_of(self, found: Found[T]) -> int:
        """Where in this passage a value starts that was read from it."""
        return bisect_left(self.places, found.start)

    def words(self, start: int = 0, end: int | None = None, *, confidence: float = 1.0) -> Found[str]:
        """The printed words between two offsets, without quotes around them. Must hold a word."""
        end = len(self.text) if end is None else end
        start, end = trimmed(self.text, start, end)
        return self.found(self.shown[start:end], start, end, confidence=confidence)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets without surrounding space, and without quotes that belong to no word inside."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    inner = text[start:end]
    quotes = inner.count('"')
    if len(inner) > 2 and quotes == 2 and inner[0] == inner[-1] == '"':
        return start + 1, end - 1
    if len(inner) > 1 and quotes == 1 and inner[0] == '"':
        return start + 1, end
    if len(inner) > 1 and quotes == 1 and inner[-1] == '"':
        return start, end - 1
    return start, end


class Source:
    """The original text and its plain twin of the same length."""

    def __init__(self, original: str) -> None:
        self.original = original

    @cached_property
    def plain(self) -> str:
        """Typography, markup and line ends made plain, character for character."""
        text = re.sub(r"\r\n", " \n", self.original).replace("\r", "\n")
        text = _BULLET.sub(r"\1-", text)
        return _COMBINED.sub(_composed, text).translate(_PLAIN)

    @cached_property
    def lines(self) -> tuple[tuple[int, int], ...]:
        """Start and end of every line, without surrounding space."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[tuple[int, int]]:
        start = 0
        for line in self.plain.split("\n"):
            left = len(line) - len(line.lstrip())
            yield start + min(left, len(line)), start + max(len(line.rstrip()), min(left, len(line)))
            start += len(line) + 1

    def flow(self, start: int, end: int) -> Passage:
        """The stretch between two offsets as running text."""
        chars: list[str] = []
        places: list[int] = []
        at = start
        for joint in _JOINT.finditer(self.plain, start, end):
            chars.extend(self.plain[at : joint.start()])
            places.extend(range(at, joint.start()))
            for offset, char in enumerate(_link(self.plain, joint)):
                chars.append(char)
                places.append(min(joint.start() + offset, joint.end() - 1))
            at = joint.end()
        chars.extend(self.plain[at:end])
        places.extend(range(at, end))
        return self._passage(chars, places)

    def _passage(self, chars: list[str], places: list[int]) -> Passage:
        while chars and chars[0] == " ":
            del chars[0], places[0]
        while chars and chars[-1] == " ":
            del chars[-1], places[-1]
        text = "".join(chars)
        shown = "".join(
            printed if char in "\"'-" and (printed := self.original[place]) not in "*•·●▪" else char
            for char, place in zip(chars, places, strict=True)
        )
        return Passage(text, shown, tuple(places))


def _composed(match: re.Match[str]) -> str:
    whole = unicodedata.normalize("NFC", match.group())
    return whole + _DROP if len(whole) == 1 else match.group()


def _link(text: str, joint: re.Match[str]) -> str:
    """What stands between two words where the source has white space, a soft hyphen or a wrap."""
    gap = joint.group()
    if gap[0] in "\xad" + _DROP:
        return ""
    if gap[0] != "-":
        return " "
    before = _LAST_WORD.search(text, max(0, joint.start() - 40), joint.start())
    after = text[joint.end() : joint.end() + 12]
    if _SUSPENDED.match(after):
        return "- "
    return "" if before and _healed(before.group(), after) else "-"


def _healed(before: str, after: str) -> bool:
    """True when the hyphen only marked a line end: the next piece goes on in the same case."""
    if after[0].islower():
        return len(before) > 1
    return len(before) > 3 and before.isupper() and bool(_CAPITALS.match(after))
