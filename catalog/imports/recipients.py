"""Recipient groups: the known ones, and how a sentence's plural leads to one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from catalog.imports.passage import Passage
from catalog.imports.record import Found

# Groups that circulars are sent to. Needed only where the line breaks between them are lost.
KNOWN = (
    "Kommunstyrelsen", "Kommundelsnämnd", "Kommunfullmäktige", "Landstingsstyrelsen", "Regionstyrelsen",
    "Grundskola", "Gymnasieskola", "Förskola", "Särskola", "Skola", "Skolbarnsomsorg", "Barnomsorg",
    "Barnomsorg inkl förskola", "Fritidshem/Skolbarnsomsorg", "Fritidshem/Skolbarnomsorg", "Fritidshem",
    "Vuxenutbildning", "Komvux", "Högskolor", "Folkhögskolor", "Äldreomsorg", "Handikappomsorg",
    "Omsorg om funktionshindrade", "Individ- och familjeomsorg", "Hälso- och sjukvård", "Socialtjänst",
    "Socialnämnd", "Flyktingmottagning", "Integration", "Arbetsmarknad", "Kultur", "Bibliotek",
    "Idrott - fritid", "Idrott/fritid", "Fritid", "Turism", "Ekonomi/finans", "Ekonomi", "Revision",
    "Personal", "Personalnämnd", "Juridik", "Kommunarkiv", "Information", "Informationsenheten", "IT",
    "Upphandling", "Inköp", "Miljöskydd/naturvård", "Hälsoskydd", "Miljö- och hälsoskydd", "Livsmedel",
    "Detaljplanering/bygglov", "Översiktsplanering", "Samhällsbyggnad", "Gator/vägar/trafik",
    "Gata/park/trafik", "Trafik", "Kollektivtrafik", "VA", "Vatten och avlopp", "Avfall", "Renhållning",
    "Energi", "Fastighet", "Fastigheter", "Bostadsförsörjning", "Lantmäteri", "Mark och exploatering",
    "Räddningstjänst", "Civilförsvar/beredskap", "Överförmyndare", "Valnämnd", "Näringsliv",
    "Konsumentfrågor", "Länsförbund", "Kommunala pensionärsråd", "Handikappråd", "Internationella frågor",
    "Kyrkliga kommuner", "Kommunala bolag", "Kommunalbestyrelsen", "Borgmesteren", "Direktionen",
    "Skoleforvaltningen", "Socialforvaltningen",
)  # fmt: skip
_RUN = re.compile(
    "|".join(re.escape(name).replace(r"\ ", r"\s") for name in sorted(KNOWN, key=len, reverse=True)),
    re.IGNORECASE,
)
_PLURAL = re.compile(r"(?:erna|arna|orna|er|ar|or|en|an|et|n|s|a|e)$")


def split_run(passage: Passage) -> Iterator[Found[str]]:
    """Recipients of a line whose breaks are lost: known groups, and what stands between them."""
    at = 0
    for match in _RUN.finditer(passage.text):
        if match.start() < at or not _whole(passage.text, match):
            continue
        yield from _between(passage, at, match.start())
        yield passage.words(match.start(), match.end(), confidence=0.8)
        at = match.end()
    yield from _between(passage, at, len(passage.text))


def _whole(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()][-1:], text[match.end() :][:1]
    return not before.strip(" ,;") and not after.strip(" ,;.")


def _between(passage: Passage, start: int, end: int) -> Iterator[Found[str]]:
    if passage.text[start:end].strip(" ,;."):
        yield passage.words(start, end, confidence=0.5)


def stem(name: str) -> str:
    """A group's name without its ending: Kommunstyrelsen, kommunstyrelser -> kommunstyrels."""
    return _PLURAL.sub("", name.casefold())


def group_named(name: str, recipients: Iterable[Found[str]]) -> str | None:
    """The circular's own recipient, or a known group, that a word of a sentence means; else None."""
    sought = stem(name)
    names = [recipient.value for recipient in recipients]
    for candidate in (*names, *KNOWN):
        if stem(candidate) == sought:
            return candidate
    return next((c for c in names if sought == "kommun" and c.casefold() == "kommunstyrelsen"), None)
