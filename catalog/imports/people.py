"""Who answers questions, and who signed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from catalog.imports.contacts import PERSON, contact_in, people_in, phone_in
from catalog.imports.passage import Passage, Source
from catalog.imports.record import Contact, Found
from catalog.imports.sentences import sentences

_QUESTIONS = re.compile(
    r"\b(?:frågor|upplysningar|information lämnas|kontaktpersoner|kontaktperson|kontaktpersoner"
    r"|spørgsmål|oplysninger"
    r"|kontakta|henvendelse)\b",
    re.IGNORECASE,
)
_ONLY_ABOUT = re.compile(r"\b(?:beställ\w*|rekvirer\w*|bestil\w*)\b", re.IGNORECASE)
_NOT_A_QUESTION_LINE = re.compile(r"\bfrågor som\b|\bfrågor (?:är|kring vilka)\b", re.IGNORECASE)
_BILAGOR = re.compile(r"(?:bilag(?:a|or)|bilag)\b:?", re.IGNORECASE)


def question_contacts(paragraphs: Iterable[Passage]) -> tuple[Contact, ...]:
    """The people, each with the telephone of their sentence, who answer questions."""
    found: dict[str, Contact] = {}
    for paragraph in paragraphs:
        for start, end in sentences(paragraph):
            for contact in _answering(paragraph.part(start, end)):
                if contact.name:
                    found.setdefault(contact.name.value, contact)
    return tuple(found.values())


def _answering(sentence: Passage) -> Iterator[Contact]:
    hit = _QUESTIONS.search(sentence.text)
    if not hit or _NOT_A_QUESTION_LINE.search(sentence.text) or _ONLY_ABOUT.search(sentence.text):
        return
    people = people_in(sentence)
    for person in people:
        after = sentence.part(sentence.offset_of(person), len(sentence.text))
        phone = phone_in(after) or phone_in(sentence)
        everything = contact_in(sentence, name=person, organisation=None) if len(people) == 1 else None
        yield Contact(name=person, phone=phone, email=everything.email if everything else None)


def signature_names(source: Source, lines: Iterable[tuple[int, int]]) -> tuple[Found[str], ...]:
    """The names below the association's name: lines that are a person's name, up to the enclosures."""
    names = []
    for start, end in lines:
        passage = source.flow(start, end)
        if _BILAGOR.match(passage.text):
            break
        if PERSON.fullmatch(passage.text) and people_in(passage):
            names.append(passage.words())
    return tuple(names)
