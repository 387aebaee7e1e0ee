"""Circulars in, facts out: what a text of the genre says, each value with its place in that text.

Law: never invent. What the text does not state is None; what is derived says so; what is doubtful carries a
warning. Pure Python: no Django, no network, no clock. One subject per file: `header` and `entries` read the
labelled fields, `publications` walks through the letter and gives each fact (`prices`, `numbers`,
`surcharges`, `orders`, `free_copies`) to the publication it is said of. `record` is what leaves the room.
Neighbours: `shop.actions` stores what is read here; a person reads, mends and publishes.
"""

from catalog.imports.as_json import as_json
from catalog.imports.decoding import decode
from catalog.imports.reader import read_circular
from catalog.imports.record import (
    Caution,
    Contact,
    Event,
    Extraction,
    Found,
    PublicationFound,
    RestrictedEnclosure,
    Tier,
)

__all__ = [
    "Caution",
    "Contact",
    "Event",
    "Extraction",
    "Found",
    "PublicationFound",
    "RestrictedEnclosure",
    "Tier",
    "as_json",
    "decode",
    "read_circular",
]
