"""Where running text names a publication: quoted, after "boken", at the head of a list item, or as the
circular's own title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from catalog.imports.passage import Passage, trimmed
from catalog.imports.prices import FEE
from catalog.imports.record import Found
from catalog.imports.title_words import (
    CHAIN_BEFORE,
    DEFINITE,
    FACT,
    ITEM,
    NAMED,
    NO_TITLE,
    NO_TITLE_BEFORE,
    NOUN_BEFORE,
    OTHER_BEFORE,
    PAST,
    PRESENTING,
    QUOTED,
    TITLE_END,
    TITLE_HEAD,
    VERB,
)
from catalog.imports.words import EVENT, PUBLICATION_PATTERN, stem


@dataclass(frozen=True, slots=True)
class Mention:
    """A title in running text; `noun` is the stem of "boken" before it, `aside`: it is only referred to."""

    title: Found[str]
    start: int
    end: int
    noun: str | None = None
    aside: bool = False


def key(title: str) -> str:
    """A title without case, spaces and punctuation, for comparing."""
    return re.sub(r"[\W_]+", "", title.casefold())


def mentions_in(
    passage: Passage, start: int, end: int, *, main_title: str | None, items: bool
) -> list[Mention]:
    """The titles that one sentence of a passage names, in its order; `items` if it may begin a list item."""
    found: list[Mention] = []
    for mention in (
        *_quoted(passage, start, end),
        *_named(passage, start, end),
        *(_item(passage, start, end) if items else ()),
        *_main(passage, start, end, main_title),
    ):
        if not any(other.start < mention.end and mention.start < other.end for other in found):
            found.append(mention)
    return sorted(found, key=lambda mention: mention.start)


def _mention(passage: Passage, start: int, end: int, sentence: tuple[int, int], *, noun: str | None = None,
             confidence: float = 0.9) -> Mention:  # fmt: skip
    opens = not re.search(
        r"\w", re.sub(PUBLICATION_PATTERN, "", passage.text[sentence[0] : start], flags=re.IGNORECASE)
    )
    presented = opens or noun is None or bool(PRESENTING.search(passage.text, *sentence))
    aside = not presented or bool(PAST.search(passage.text, *sentence))
    title = passage.words(start, end, confidence=confidence)
    return Mention(title, *trimmed(passage.text, start, end), noun and stem(noun), aside)


def _quoted(passage: Passage, start: int, end: int) -> Iterator[Mention]:
    accepted = False
    for match in QUOTED.finditer(passage.text, start, end):
        before = passage.text[max(start, match.start() - 60) : match.start()]
        noun = NOUN_BEFORE.search(before)
        chained = accepted and bool(CHAIN_BEFORE.search(before))
        fact_after = re.match(rf"\s?,?\s?{FACT}", passage.text[match.end() : end], re.IGNORECASE)
        opens = not before.strip(" 0123456789.)-") or bool(OTHER_BEFORE.search(before))
        accepted = bool(noun or chained or opens or fact_after) and not NO_TITLE_BEFORE.search(before)
        if accepted:
            yield _mention(passage, *match.span("title"), (start, end), noun=noun["noun"] if noun else None)


def _named(passage: Passage, start: int, end: int) -> Iterator[Mention]:
    for match in NAMED.finditer(passage.text, start, end):
        at = match.start("title")
        stop = TITLE_END.search(passage.text, at + 1, end)
        stop_at = stop.start() if stop else end
        if (DEFINITE.search(match["noun"]) or "," in match.group() or "heter" in match.group()) and (
            1 < len(passage.text[at:stop_at].split()) <= 14 or (stop and stop.group().strip() == "(")
        ):
            yield _mention(passage, at, stop_at, (start, end), noun=match["noun"], confidence=0.8)


def _item(passage: Passage, start: int, end: int) -> Iterator[Mention]:
    match = ITEM.match(passage.text, start, end)
    if match is None:
        return
    title = match["title"].strip('" ,:-')
    if not title[:1].isupper() or NO_TITLE.match(title) or FEE.search(title) or EVENT.search(title):
        return
    if len(title.split()) <= 16 and not re.search(
        rf"\s(?!(?:som|var|er)\b)(?:{VERB})\b|\b(?:vi|ni)\b|\"", title
    ):
        at = match.start("title") + match["title"].index(title)
        yield _mention(passage, at, at + len(title), (start, end), confidence=0.8)


def _main(passage: Passage, start: int, end: int, main_title: str | None) -> Iterator[Mention]:
    """The circular's title, or the part of it before the dash, named without quotes."""
    for form in _forms(main_title or ""):
        pattern = r"(?<![\w-])" + r"\s".join(map(re.escape, form.split())) + r"(?![\w-])"
        for match in re.compile(pattern, re.IGNORECASE).finditer(passage.text, start, end):
            noun = NOUN_BEFORE.search(passage.text[max(start, match.start() - 40) : match.start()])
            yield _mention(passage, *match.span(), (start, end), noun=noun["noun"] if noun else None)


def _forms(title: str) -> Iterator[str]:
    plain = title.replace("–", "-").replace("“", '"').replace("”", '"')
    for form in (plain, *TITLE_HEAD.split(plain)[:1], re.sub(r"\s(?:19|20)\d\d$", "", plain)):
        if len(form.split()) > 1 and len(form) > 8:
            yield form
