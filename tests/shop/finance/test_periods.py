"""Months and years."""

from datetime import date

import pytest

from shop.finance.periods import month_of, presets, year_of
from shop.orders.queries.totals import Period


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2026, 1, 31), date(2026, 1, 1), date(2026, 1, 31)),
        (date(2026, 2, 1), date(2026, 2, 1), date(2026, 2, 28)),
        (date(2028, 2, 29), date(2028, 2, 1), date(2028, 2, 29)),
        (date(2026, 12, 5), date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_a_month_has_its_own_length(day: date, first: date, last: date) -> None:
    assert month_of(day) == Period(first, last)


def test_presets_are_this_month_last_month_and_this_year() -> None:
    assert [preset.period for preset in presets(today=date(2026, 1, 31))] == [
        Period(date(2026, 1, 1), date(2026, 1, 31)),
        Period(date(2025, 12, 1), date(2025, 12, 31)),
        year_of(date(2026, 7, 7)),
    ]
