"""One text -> one extraction: header, letter, publications, people, warnings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from catalog.imports.body import Body, publisher_in, read_body
from catalog.imports.checks import cautions
from catalog.imports.draft import Draft
from catalog.imports.drafts import Drafts
from catalog.imports.enclosures import Enclosures, read_enclosures
from catalog.imports.entries import list_field
from catalog.imports.fields import Header
from catalog.imports.finish import finished
from catalog.imports.front import Front, read_front
from catalog.imports.header import read_header
from catalog.imports.passage import Source
from catalog.imports.people import question_contacts, signature_names
from catalog.imports.publications import read_publications
from catalog.imports.reading import Reading
from catalog.imports.record import Extraction, Found
from catalog.imports.titles import Mention, key
from catalog.imports.words import PUBLICATION

_DEFINITE = re.compile(r"(?:en|et|n)$", re.IGNORECASE)


def read_circular(text: str, *, source_file: str = "") -> Extraction:
    """Read a circular, web page or similar text. Spans are offsets in `text`; nothing is invented.

    Never fails: what is not found stays None or empty, what is doubtful gets a warning.
    """
    source = Source(text)
    header = read_header(source)
    front = read_front(source, header)
    recipients = list_field(source, header, "recipients")
    enclosures = read_enclosures(source, header, recipients=recipients)
    body = read_body(source, header, front.title)
    reading = _walk(front, enclosures, recipients, body, run_on=header.run_on)
    return _extraction(source, header, front, enclosures, body, reading, source_file)


def _walk(
    front: Front, enclosures: Enclosures, recipients: Sequence[Found[str]], body: Body, *, run_on: bool
) -> Reading:
    drafts = Drafts(main_title=front.publication_title, enclosures=enclosures.all)
    title = front.publication_title.value if front.publication_title else None
    reading = Reading(drafts, recipients, front.language, front.day, title, run_on)
    read_publications(reading, (*body.paragraphs, *body.form))
    for restricted in enclosures.restricted:
        for item in restricted.items:
            if item not in enclosures.all or drafts.knows(item):
                _enclosed(drafts, item, restricted.recipients)
    _offer_page(reading, front, body)
    return reading


def _enclosed(drafts: Drafts, item: Found[str], recipients: tuple[Found[str], ...]) -> None:
    draft = drafts.of(Mention(item, item.start, item.end))
    draft.offered = True
    draft.aside = False
    draft.free_copy_to = draft.free_copy_to or recipients


def _offer_page(reading: Reading, front: Front, body: Body) -> None:
    """A page about "pjecen" offers it, though it says no price and no order channel."""
    nouns = (PUBLICATION.search(p.text, 0, 60) for p in body.paragraphs[:3])
    about = any(noun and noun.start() == 0 and _DEFINITE.search(noun["noun"]) for noun in nouns)
    if front.kind != "circular" and about and not any(d.offered for d in reading.drafts):
        main = reading.drafts.main()
        if main:
            main.offered, main.aside = True, False


def _extraction(
    source: Source,
    header: Header,
    front: Front,
    enclosures: Enclosures,
    body: Body,
    reading: Reading,
    name: str,
) -> Extraction:
    offered = [draft for draft in reading.drafts if draft.offered]
    publications = tuple(finished(d, language=front.language, on=front.day) for d in _in_order(offered))
    extraction = Extraction(
        source_file=name,
        kind=front.kind,
        language=front.language,
        circular_number=front.circular_number,
        diary_number=front.diary_number,
        date=front.date,
        created_at=front.created_at,
        changed_date=front.changed_date,
        handlers=list_field(source, header, "handlers"),
        sections=list_field(source, header, "sections"),
        recipients=tuple(reading.recipients),
        title=front.title,
        enclosures=enclosures.all,
        restricted_enclosures=enclosures.restricted,
        keywords=list_field(source, header, "keywords"),
        replaces=front.replaces,
        publications=publications,
        mentioned_publications=_mentioned(reading.drafts, front),
        events=tuple(reading.events),
        question_contacts=question_contacts(body.paragraphs),
        signatories=signature_names(source, body.signature),
        publisher=publisher_in(source),
    )
    return replace(extraction, warnings=(*reading.cautions, *cautions(extraction)))


def _in_order(drafts: list[Draft]) -> list[Draft]:
    return sorted(drafts, key=lambda draft: (not draft.is_main, draft.title.start))


def _mentioned(drafts: Drafts, front: Front) -> tuple[Found[str], ...]:
    title = key(front.title.value) if front.title else ""
    return tuple(d.title for d in drafts if not d.offered and not d.is_main and key(d.title.value) != title)
