"""Order numbers and the customer's link."""

from datetime import date

import pytest
from django.db import transaction

from shop.orders.numbers import new_token, next_number

pytestmark = pytest.mark.django_db


def test_numbers_count_within_the_year() -> None:
    days = [date(2026, 3, 1), date(2026, 12, 31), date(2027, 1, 1), date(2026, 5, 5)]
    assert [next_number(on=day) for day in days] == ["26-0001", "26-0002", "27-0001", "26-0003"]


def test_a_number_taken_in_vain_is_given_again() -> None:
    with transaction.atomic():
        next_number(on=date(2026, 3, 1))
        transaction.set_rollback(True)
    assert next_number(on=date(2026, 3, 1)) == "26-0001"


def test_tokens_are_long_and_differ() -> None:
    tokens = {new_token() for _ in range(100)}
    assert {len(token) for token in tokens} == {32}
    assert len(tokens) == 100
