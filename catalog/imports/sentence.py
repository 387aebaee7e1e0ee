"""One sentence of the letter, and which publication its facts are said of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from catalog.imports.draft import Draft
from catalog.imports.drafts import Drafts
from catalog.imports.passage import Passage
from catalog.imports.titles import Mention
from catalog.imports.words import PUBLICATION, PUBLICATIONS, stem

_EACH = re.compile(r"\b(?:vardera|per styck|styck|var för sig|per skrift|pr\.? stk)\b", re.IGNORECASE)


@dataclass(slots=True)
class Topic:
    """What a paragraph speaks of so far."""

    subject: Draft | None = None
    event: bool = False


@dataclass(slots=True)
class Sentence:
    """A sentence as a passage, the titles it names, and what its paragraph speaks of."""

    passage: Passage
    mentions: list[Mention]
    topic: Topic
    drafts: Drafts
    priced: list[Draft] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The running text."""
        return self.passage.text

    @property
    def titles(self) -> tuple[tuple[int, int], ...]:
        """Offsets of the titles."""
        return tuple((mention.start, mention.end) for mention in self.mentions)

    @property
    def names_many(self) -> bool:
        """True for "skrifterna", "böckerna"."""
        return bool(PUBLICATIONS.search(self.text))

    @property
    def named_at(self) -> int | None:
        """Where the first title or noun for a publication stands; None when there is none."""
        noun = PUBLICATION.search(self.text)
        starts = [mention.start for mention in self.mentions] + ([noun.start()] if noun else [])
        return min(starts, default=None)

    @property
    def names_something(self) -> bool:
        """True when a title or a noun for one publication stands in it."""
        return self.named_at is not None

    @property
    def about_something(self) -> bool:
        """True when it, or the paragraph before it, speaks of one publication."""
        return self.names_something or self.topic.subject is not None

    def speak_of(self, draft: Draft) -> Draft:
        """Make a publication the paragraph's subject."""
        self.topic.subject = draft
        draft.aside = False
        return draft

    def targets(self, at: int) -> list[Draft]:
        """The publication that a fact at an offset is said of, or every one that the sentence lists."""
        if len(self.mentions) > 1 and (self.names_many or _EACH.search(self.text)):
            return [self.drafts.of(mention) for mention in self.mentions]
        target = self.target(at)
        return [target] if target else []

    def target(self, at: int) -> Draft | None:
        """The title before the fact, else what "boken" means, else the title after it."""
        before = [mention for mention in self.mentions if mention.start <= at]
        if before:
            return self.drafts.of(before[-1])
        nouns = [stem(m["noun"]) for m in PUBLICATION.finditer(self.text) if m.start() <= at]
        if not nouns and self.mentions:
            return self.drafts.of(self.mentions[0])
        subject = self.topic.subject
        if subject is not None and not subject.aside:
            return subject
        return self.drafts.meant_by(nouns[-1] if nouns else None)

    def remember_noun(self, draft: Draft) -> None:
        """Note that the publication was called "en intervjubok"."""
        noun = PUBLICATION.search(self.text)
        if noun:
            draft.nouns.add(stem(noun["noun"]))
