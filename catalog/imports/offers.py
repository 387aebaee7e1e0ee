"""Small facts of an offer: free of charge, sold out or coming, pack size, largest order."""

from __future__ import annotations

import re

from catalog.imports.passage import Passage
from catalog.imports.record import Found
from catalog.imports.words import COUNT, count

_FREE = re.compile(
    r"\b(?:gratis|kostnadsfri(?:tt|a)?|utan kostnad|avgiftsfri(?:tt|a)?|uden beregning|vederlagsfrit"
    r"|0 kr(?:onor)?)\b",
    re.IGNORECASE,
)
_OTHER_THINGS = re.compile(
    r"\b(?:ladda\w*|download\w*|hämta\w*|porto|frakt|parkering|rådgivning|telefon(?:support)?|inträde"
    r"|webb\w*|internet)\b",
    re.IGNORECASE,
)
_STATUS = (
    ("sold_out", re.compile(
        r"\b(?:slutså(?:ld|lda|lt)|slut på förlaget|slut i lager|utgången|utgått|udsolgt"
        r"|ej (?:längre )?i lager)\b", re.IGNORECASE)),
    ("coming", re.compile(
        r"\b(?:utkommer|kommer ut|ges ut (?:i|under)|beräknas (?:vara klar|utkomma|komma)|utges (?:i"
        r"|under)|udkommer"
        r"|under (?:tryckning|utgivning|arbete))\b", re.IGNORECASE)),
)  # fmt: skip
_UNIT = r"(?:ex(?:emplar)?|st|stk|eksemplarer|häften)\b"
_PACK = re.compile(
    rf"\b(?:förpackning(?:ar)?|paket|buntar?|bunt|satser|pakker|kartong(?:er)?"
    rf"|klassuppsättning(?:ar)?) (?:om|med|à|på|af) (?P<n>{COUNT})\b"
    rf"|\b(?P<n2>\d+)-pack\b",
    re.IGNORECASE,
)
_LARGEST = re.compile(
    rf"\b(?:bestilles|beställas|beställa|rekvireras|få|fås|köpas|leveres|levereras)\s(?:i\s)?(?:op til"
    rf"|upp till|högst|max\w*)\s"
    rf"(?P<n>{COUNT})\s{_UNIT}|\b(?:högst|max(?:imalt)?|højst)\s(?P<n2>{COUNT})\s{_UNIT}\s(?:per|pr)\b",
    re.IGNORECASE,
)


def free_of_charge(passage: Passage) -> tuple[int, int] | None:
    """Where the sentence says that a publication costs nothing; downloads and postage are other things."""
    match = _FREE.search(passage.text)
    return match.span() if match and not _OTHER_THINGS.search(passage.text) else None


def status(passage: Passage) -> tuple[int, int, str] | None:
    """Where the sentence says that something is `sold_out` or `coming`, and which."""
    for value, pattern in _STATUS:
        match = pattern.search(passage.text)
        if match:
            return match.start(), match.end(), value
    return None


def pack_size(passage: Passage) -> Found[int] | None:
    """How many copies a pack holds."""
    return _counted(passage, _PACK)


def largest_order(passage: Passage) -> Found[int] | None:
    """How many copies may be ordered at most."""
    return _counted(passage, _LARGEST)


def _counted(passage: Passage, pattern: re.Pattern[str]) -> Found[int] | None:
    match = pattern.search(passage.text)
    if match is None:
        return None
    group = "n" if match["n"] else "n2"
    return passage.found(count(match[group]), *match.span(group))
