"""Finding publications and circulars by words and numbers."""

import re
import unicodedata
from typing import TypeVar

from django.db.models import Q, QuerySet

from catalog.models import Circular, Publication

Found = TypeVar("Found", Publication, Circular)


def folded(text: str) -> str:
    """`text` as it is searched: one case, single spaces, letters kept (å is not a)."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text.replace("\0", "")).casefold()).strip()


def number_key(text: str) -> str:
    """A number as it is searched: letters and digits only, so that hyphens and colons do not matter."""
    return re.sub(r"[\W_]+", "", folded(text))


def text_of_publication(publication: Publication, *, keywords: list[str], series: str) -> str:
    """What a publication is found by."""
    numbers = [number_key(publication.article_number), publication.isbn13]
    words = [publication.title, publication.subtitle, publication.article_number, series, *keywords]
    return folded(" ".join([*words, *numbers, publication.description]))


def text_of_circular(circular: Circular, *, keywords: list[str]) -> str:
    """What a circular is found by."""
    numbers = [circular.number, number_key(circular.number), circular.diary_number]
    return folded(" ".join([circular.title, *numbers, *keywords, circular.body]))


def matching(rows: QuerySet[Found], query: str) -> QuerySet[Found]:
    """Those that `holding` finds."""
    return rows.filter(holding(query))


def holding(query: str) -> Q:
    """Rows whose `search_text` holds every word of `query`, also inside a longer word, or its number."""
    words = Q()
    for word in folded(query).split()[:8]:
        words &= Q(search_text__contains=word)
    number = number_key(query)
    if any(letter.isdigit() for letter in number):
        words |= Q(search_text__contains=number)
    return words
