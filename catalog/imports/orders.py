"""Order sentences: where copies are ordered."""

from __future__ import annotations

import re
from dataclasses import dataclass

from catalog.imports.contacts import contact_in, house_in, people_in
from catalog.imports.passage import Passage
from catalog.imports.record import Contact, Found
from catalog.imports.words import ORDER

_ADDRESS_LINE = re.compile(r"(?:tfn|tel|telefon|fax|e-post|epost|e-mail|adress|www|webb\w*)\b", re.IGNORECASE)
_NOT_AN_ORDER = re.compile(r"\b(?:anmäl\w*|tilmeld\w*|deltagar\w*|ladda\w* (?:ned|ner|hem))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OrderChannel:
    """Where to order, the organisation that the sentence names, and the offset of the order word."""

    contact: Contact
    supplier: Found[str] | None
    start: int


def order_channel(
    passage: Passage, start: int, end: int, *, titles: list[tuple[int, int]]
) -> OrderChannel | None:
    """The order channel that a sentence of a passage states, with the contact lines right after it."""
    verb = ORDER.search(passage.text, start, end)
    if verb is None or _NOT_AN_ORDER.search(passage.text, start, end):
        return None
    here = passage.part(start, _with_address_lines(passage.text, end))
    people = [p for p in people_in(here) if not any(s <= passage.offset_of(p) < e for s, e in titles)]
    supplier = house_in(here, people=[person.value for person in people])
    if supplier and any(passage.offset_of(supplier) in range(s - 1, e) for s, e in titles):
        supplier = None
    name = next(
        (p for p in people if supplier is None or p.start not in range(supplier.start, supplier.end)), None
    )
    contact = contact_in(here, name=name, organisation=supplier)
    return OrderChannel(contact, supplier, verb.start()) if contact else None


def _with_address_lines(text: str, end: int) -> int:
    """The end of the sentences that follow and only say how to reach the same desk."""
    while (match := _ADDRESS_LINE.match(text, end)) is not None:
        stop = re.search(r"\.\s", text[match.end() :])
        end = match.end() + stop.end() if stop else len(text)
    return end
