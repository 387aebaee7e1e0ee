"""The publications of a document while it is being read: which one a title or "boken" means."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator

from catalog.imports.draft import Draft
from catalog.imports.record import Found
from catalog.imports.titles import Mention, key
from catalog.imports.words import is_general

_SHORTEST_BEGINNING = 8


class Drafts:
    """All publications of a document, the circular's own title among them when something is said of it."""

    def __init__(self, *, main_title: Found[str] | None, enclosures: tuple[Found[str], ...] = ()) -> None:
        self._main_title = main_title and _completed(main_title, enclosures)
        self._main_keys = [key(t.value) for t in (main_title, self._main_title) if t]
        self._main: Draft | None = None
        self._by_key: dict[str, Draft] = {}  # the one named last stands last
        self._keys: list[str] = []

    def __iter__(self) -> Iterator[Draft]:
        return iter(self._by_key.values())

    @property
    def known(self) -> list[Draft]:
        """The publications that the text presents, the latest last; those named in passing left out."""
        return [draft for draft in self if not draft.aside]

    def knows(self, title: Found[str]) -> bool:
        """True when the letter names this title."""
        return key(title.value) in self._by_key

    def of(self, mention: Mention) -> Draft:
        """The publication that a title in the text names."""
        name = self._known_key(key(mention.title.value))
        main = self.main() if any(known.startswith(name) for known in self._main_keys) else None
        draft = main or self._by_key.get(name) or self._add(name, Draft(mention.title, aside=True))
        draft.aside = draft.aside and mention.aside
        if mention.noun:
            draft.nouns.add(mention.noun)
        if main is None:
            self._by_key[name] = self._by_key.pop(name)
        return draft

    def _known_key(self, name: str) -> str:
        """The key of a longer title that begins with this one, else the key itself."""
        at = bisect_left(self._keys, name)
        longer = at < len(self._keys) and self._keys[at].startswith(name)
        return self._keys[at] if longer and len(name) >= _SHORTEST_BEGINNING else name

    def _add(self, name: str, draft: Draft) -> Draft:
        self._by_key[name] = draft
        insort(self._keys, name)
        return draft

    def main(self) -> Draft | None:
        """The publication that carries the circular's own title; None when the circular has no title."""
        if self._main is None and self._main_title is not None:
            self._main = self._add(key(self._main_title.value), Draft(self._main_title, is_main=True))
        return self._main

    def meant_by(self, noun: str | None) -> Draft | None:
        """The publication that "boken", "intervjuboken" or nothing at all stands for."""
        if noun and not is_general(noun):
            for name, draft in reversed(self._by_key.items()):
                if not draft.aside and (noun in draft.nouns or noun in name):
                    return draft
        for draft in reversed(self._by_key.values()):
            fits = noun is None or is_general(noun) or not draft.nouns or draft.is_main
            if fits and not draft.aside:
                return draft
        return self.main()


def _completed(title: Found[str], enclosures: tuple[Found[str], ...]) -> Found[str]:
    """The title with its subtitle where an enclosure gives one: `Title - an interview book`."""
    name = key(title.value)
    for enclosure in enclosures:
        if key(enclosure.value).startswith(name) and len(key(enclosure.value)) > len(name):
            return enclosure
    return title
