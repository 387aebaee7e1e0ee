"""Copies that come with the circular: to whom, how many."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from catalog.imports.passage import Passage
from catalog.imports.recipients import group_named
from catalog.imports.record import Found
from catalog.imports.words import COUNT, LOWER, NUMBER_WORDS, PUBLICATION_PATTERN, UPPER, count

_SENT = (
    r"(?:skickas|sänds|utsänds|distribueras|översänds|tillställs|delas ut|går ut|skickats|sänts|utdelas"
    r"|sendes|udsendes|tilsendes|bifogas|biläggs|medföljer|vedlægges|medfølger|överlämnas|har skickats"
    r"|har sänts)"
)
_COPIES = (
    rf"(?:(?P<count>{COUNT}|varsitt)\s(?:gratis|fritt|fria|kostnadsfritt|kostnadsfria|avgiftsfritt)?\s?"
    r"(?:ex\b|exemplar|eksemplar(?:er)?))"
)
_EVERY = r"(?:alla|samtliga|varje|respektive|landets|kommunens|alle|hver|samtlige)"
_WORD = rf"[{UPPER}{LOWER}][{UPPER}{LOWER}/-]+"
_GROUPS = rf"(?P<groups>{_WORD}(?:(?:, | och | samt | og )(?:{_EVERY} )?{_WORD})*)"
_TO_GROUPS = re.compile(
    rf"\b{_SENT}\b(?P<middle>[^.]{{0,90}}?)\b(?:till|til)\s(?P<every>{_EVERY}\s(?:landets\s)?)?{_GROUPS}",
    re.IGNORECASE,
)
_GROUPS_GET = re.compile(
    rf"\b{_EVERY}\s{_GROUPS}\s(?:får|erhåller|har fått|kommer att få|modtager"
    rf"|får härmed)\b(?P<middle>[^.]{{0,60}}?exemplar)",
    re.IGNORECASE,
)
_WITH_CIRCULAR = re.compile(
    rf"\b(?:genom|med|i|till|tillsammans med)\s(?:detta|dette)\s(?:cirkulär|cirkulære"
    rf"|utskick)\w*\s(?:{_SENT}|följer|går)\b"
    rf"(?P<middle>[^.]{{0,80}}?)(?:{PUBLICATION_PATTERN}|\")",
    re.IGNORECASE,
)
_ENCLOSED = re.compile(
    rf"(?:{_COPIES}(?: av [^.]{{0,60}}?)?|{PUBLICATION_PATTERN}|\")\s(?:bifogas|biläggs|medföljer"
    rf"|följer med|sänds med"
    r"|vedlægges|distribueras med|är bilagd|(?:skickas|sänds|distribueras) (?:med|tillsammans med"
    r"|genom) detta cirkulär)\b",
    re.IGNORECASE,
)
_NOT_A_COPY = re.compile(
    r"\b\w*(?:beställnings|order)\w*|\b\w*(?:talong|blankett|inbjudan|folder|program)\b", re.IGNORECASE
)
_COUNT = re.compile(_COPIES, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FreeCopies:
    """Groups that get `quantity` copies each, at the offset of the sentence that says so."""

    groups: tuple[Found[str], ...]
    quantity: Found[int] | None
    start: int


def free_copies(passage: Passage, *, recipients: Sequence[Found[str]]) -> FreeCopies | None:
    """What a sentence says about copies that are sent free; None when it says nothing."""
    match = _TO_GROUPS.search(passage.text) or _GROUPS_GET.search(passage.text)
    if match and not _NOT_A_COPY.search(match["middle"]) and _is_for_groups(match):
        return FreeCopies(_named_groups(passage, match, recipients), _quantity(passage), match.start())
    match = _WITH_CIRCULAR.search(passage.text) or _ENCLOSED.search(passage.text)
    if match and recipients and not _NOT_A_COPY.search(match.group()):
        groups = tuple(passage.found(r.value, *match.span(), confidence=0.6) for r in recipients)
        return FreeCopies(
            groups, _quantity(passage) or passage.found(1, *match.span(), confidence=0.5), match.start()
        )
    return None


def _is_for_groups(match: re.Match[str]) -> bool:
    """`till alla bibliotek`, or `ett exemplar till kommunstyrelsen`; not `skickas till Anna Ek`."""
    return bool(match.groupdict().get("every", "every") or _COUNT.search(match["middle"]))


def _quantity(passage: Passage) -> Found[int] | None:
    match = _COUNT.search(passage.text)
    if match is None:
        return None
    word = match["count"].casefold()
    number = count(word) if word.isdigit() or word in NUMBER_WORDS else 1
    return passage.found(number, *match.span("count"))


def _named_groups(
    passage: Passage, match: re.Match[str], recipients: Sequence[Found[str]]
) -> tuple[Found[str], ...]:
    groups = []
    at = match.start("groups")
    for word in re.finditer(_WORD, match["groups"]):
        name = word.group()
        if re.fullmatch(rf"och|samt|og|{_EVERY}", name, re.IGNORECASE):
            continue
        known = group_named(name, recipients)
        confidence = 0.9 if known else 0.5
        value = known or name[0].upper() + name[1:]
        groups.append(passage.found(value, at + word.start(), at + word.end(), confidence=confidence))
    return tuple(groups)
