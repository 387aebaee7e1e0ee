"""Ages in words."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils.translation import override

from shop.office.words import age

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("past", "language", "words"),
    [
        (timedelta(minutes=5), "en", "5 minutes ago"),
        (timedelta(hours=2), "sv", "för 2 timmar sedan"),
        (timedelta(days=3, hours=2), "da", "for 3 dage siden"),
        (timedelta(days=70), "en", "2 months ago"),
    ],
)
def test_an_age_is_one_number_and_a_unit(past: timedelta, language: str, words: str) -> None:
    with override(language):
        assert age(NOW - past, now=NOW) == words
