"""Ways to reach somebody: telephone, fax, e-mail, web, postal address, and names of people and houses."""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalog.imports.passage import Passage
from catalog.imports.record import Contact, Found
from catalog.imports.words import LOWER, UPPER

_DIGITS = r"(?P<value>\+?\d[\d/]*(?:[ -]{1,3}\d+)+|\+?\d{6,12})(?!\d)"
_FAX = re.compile(
    rf"\b(?:tele)?fax(?:a(?:s)?)?(?:nr|nummer)?\b\.?:?\s?(?:till |til |på |nr )?{_DIGITS}", re.IGNORECASE
)
_PHONE = re.compile(
    r"\b(?:tfn|tel|tlf|telefon(?:nummer|nr)?|ordertelefon|mobil|växel|vx|ring(?:a|es)?)\b\.?:?\s?"
    rf"(?:till |til |på |nr |oss på )?{_DIGITS}",
    re.IGNORECASE,
)
_BARE_PHONE = re.compile(r"(?<![\d-])(?P<value>0\d{1,3}-\d[\d ]{4,9}\d)(?![\d-])")
_EMAIL = re.compile(r"(?<![\w.+-])(?P<value>[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)")
_URL = re.compile(r"(?P<value>(?:https?://|www\.)[^\s,;()\"<>]*[\w/])")
_ADDRESS = re.compile(
    rf"(?P<value>(?:Box \d+, ?)?(?:(?:SE?|DK)-)?(?<![\d-])(?:\d{{3}} ?\d{{2}}"
    rf"|\d{{4}}(?=\s[{UPPER}][{LOWER}]+\s[A-ZØ]\b))"
    rf"\s+[{UPPER}][{UPPER}{LOWER}]+(?:\s[{UPPER}]{{1,2}}\b)?)"
)
_PARTICLE = r"(?:(?:von|af|de|van|der|la)\s){0,2}"
PERSON = re.compile(
    rf"(?<![\w-])[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?(?:\s[{UPPER}]\.)?"
    rf"(?:\s{_PARTICLE}[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?){{1,2}}(?![\w-])"
)
_HOUSE_WORD = re.compile(
    r"(?:\b(?:AB|HB|KB|A/S|ApS|förlag\w*|forlag\w*|bokhandel\w*|distribution|kundtjänst|kundservice"
    r"|orderservice|service|center|centralen|kommun|stad|landsting|region|institutet?|högskolan?|universitet)"
    r"|förbundet|förbund|foreningen?|föreningen?|verket|styrelsen|sektionen|avdelningen|enheten|byrån"
    r"|tryckeri\w*"
    r"|förlaget|forlaget|organisationen|stiftelsen|nämnden)\b",
    re.IGNORECASE,
)
_HOUSE = (
    rf"[{UPPER}][\w&.-]*[\w&](?:\s(?:A/S|[{UPPER}][\w&-]*|[Ff]örlag(?:et)?|forlag(?:et)?|bokhandel"
    rf"|kundtjänst|och(?=\s[{UPPER}])"
    r"|&|A/S))*"
)
_ORDERED_FROM = re.compile(
    rf"\b(?:från|hos|av|via|genom|till|fra|ved|gennem|hos|på|kontakta)\s+(?:förlaget\s)?(?P<house>{_HOUSE})"
)
_SELLER_LABEL = re.compile(rf"\b(?:[Ff]örlag|[Dd]istribution|[Ff]orlag|[Uu]tgivare):\s(?P<house>{_HOUSE})")
_DESK = re.compile(
    r"\b(?:till|til|hos|genom|via)\s(?P<desk>(?:vår |vores )?(?:order|beställnings|publikations|kund"
    r"|lager|kontors)"
    rf"[{LOWER}]+)"
)


def _first(pattern: re.Pattern[str], passage: Passage, **not_at: set[int]) -> Found[str] | None:
    for match in pattern.finditer(passage.text):
        if match.start("value") not in not_at.get("taken", set()):
            return passage.found(passage.shown[slice(*match.span("value"))].strip(), *match.span("value"))
    return None


def fax_in(passage: Passage) -> Found[str] | None:
    """The first fax number."""
    return _first(_FAX, passage)


def phone_in(passage: Passage) -> Found[str] | None:
    """The first telephone number, with its word before it or in the form of one, that is no fax."""
    faxes = {match.start("value") for match in _FAX.finditer(passage.text)}
    return _first(_PHONE, passage, taken=faxes) or _first(_BARE_PHONE, passage, taken=faxes)


def house_in(passage: Passage, *, people: Iterable[str] = ()) -> Found[str] | None:
    """The organisation that the sentence says one orders from; None for a person, desk or number."""
    for match in (*_ORDERED_FROM.finditer(passage.text), *_SELLER_LABEL.finditer(passage.text)):
        start, end = match.span("house")
        name = passage.text[start:end]
        if name in people or (PERSON.fullmatch(name) and not _is_house(passage.text, name, end)):
            continue
        if (
            not re.match(rf"(?:[{UPPER}]\.?$|www|http|Fax|Tfn|Tel)", name)
            and "@" not in passage.text[end : end + 1]
        ):
            return passage.words(start, end, confidence=0.9 if _HOUSE_WORD.search(name) else 0.7)
    return None


def _is_house(text: str, name: str, end: int) -> bool:
    """Two capitalised words are a house when one says so or a postal address follows."""
    return bool(_HOUSE_WORD.search(name) or re.match(r",? (?:Box \d|\d{3} ?\d\d [A-ZÅÄÖ])", text[end:]))


def people_in(passage: Passage) -> list[Found[str]]:
    """Names of people: two or three capitalised words, none of which names a house or an address."""
    addresses = [match.span() for match in _ADDRESS.finditer(passage.text)]
    return [
        passage.words(match.start(), match.end(), confidence=0.9)
        for match in PERSON.finditer(passage.text)
        if not _HOUSE_WORD.search(match.group())
        and not any(start <= match.start() < end for start, end in addresses)
        and not re.search(r'"$', passage.text[: match.start()])
    ]


def contact_in(
    passage: Passage, *, name: Found[str] | None, organisation: Found[str] | None
) -> Contact | None:
    """Everything that a stretch of text says about how to reach somebody; None when it says nothing."""
    desk = _DESK.search(passage.text) if organisation is None else None
    contact = Contact(
        name=name,
        organisation=passage.words(*desk.span("desk")) if desk else organisation,
        address=_first(_ADDRESS, passage),
        phone=phone_in(passage),
        fax=fax_in(passage),
        email=_first(_EMAIL, passage),
        url=_first(_URL, passage),
    )
    return contact if contact != Contact() else None
