from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.pricing.money import Part, apportion, is_amount, rounded, rounded_to_krona
from tests.catalog.pricing.orders import amounts


def part(base: str, rate: str = "6") -> Part:
    return Part(base=Decimal(base), rate=Decimal(rate))


@pytest.mark.parametrize(
    ("amount", "expected"),
    [("0.525", "0.53"), ("0.025", "0.03"), ("0.5249", "0.52"), ("-0.525", "-0.53"), ("7", "7.00")],
)
def test_rounded_is_half_up_with_two_decimals(amount: str, expected: str) -> None:
    assert str(rounded(Decimal(amount))) == expected


@pytest.mark.parametrize(
    ("amount", "expected"), [("1218.50", "1219.00"), ("1218.49", "1218.00"), ("0.49", "0.00")]
)
def test_rounded_to_krona_is_half_up_and_keeps_two_decimals(amount: str, expected: str) -> None:
    assert str(rounded_to_krona(Decimal(amount))) == expected


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [("1.25", 2, True), ("1.250", 2, True), ("1.255", 2, False), ("1.2555", 4, True), ("-1", 2, False),
     ("NaN", 2, False), ("Infinity", 2, False)],
)  # fmt: skip
def test_is_amount(value: str, decimals: int, expected: bool) -> None:
    assert is_amount(Decimal(value), decimals=decimals) is expected


def test_is_amount_refuses_floats() -> None:
    assert not is_amount(1.5)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("amount", "parts", "expected"),
    [
        ("100", [part("650"), part("350", "25")], ["65", "35"]),
        ("59", [part("99.99"), part("50.01", "25")], ["39.33", "19.67"]),
        ("10", [part("10"), part("10", "12"), part("10", "25")], ["3.33", "3.33", "3.34"]),
        ("10", [part("10", "25"), part("10", "12"), part("10")], ["3.34", "3.33", "3.33"]),
        ("0.01", [part("1", "25"), part("1", "6")], ["0.01", "0"]),
        ("0.02", [part("1", "25"), part("3", "6")], ["0", "0.02"]),  # both lose half: the larger base
        ("5", [part("0"), part("1", "25")], ["0", "5"]),
        ("0", [part("0"), part("0", "25")], ["0", "0"]),
        ("0", [], []),
    ],
)
def test_apportion_by_largest_remainder(amount: str, parts: list[Part], expected: list[str]) -> None:
    assert apportion(Decimal(amount), parts) == tuple(Decimal(share) for share in expected)


@pytest.mark.parametrize("amount", ["1", "0.001", "-1"])
def test_apportion_refuses(amount: str) -> None:
    with pytest.raises(ValueError, match=r"base|whole öre"):
        apportion(Decimal(amount), [part("0")])


some_parts = st.lists(
    st.builds(Part, base=amounts(most_kr=5000), rate=st.integers(0, 25).map(Decimal)),
    min_size=1,
    max_size=6,
    unique_by=lambda part: part.rate,
).filter(lambda parts: any(part.base for part in parts))


@given(amount=amounts(most_kr=1000), parts=some_parts)
def test_apportion_is_exact_and_within_an_oere_of_fair(amount: Decimal, parts: list[Part]) -> None:
    shares = apportion(amount, parts)
    whole = sum(part.base for part in parts)
    assert sum(shares) == amount
    for share, each in zip(shares, parts, strict=True):
        assert share == rounded(share) >= 0
        assert abs(share * whole - amount * each.base) < whole * Decimal("0.01")


@given(amount=amounts(most_kr=1000), parts=some_parts, data=st.data())
def test_apportion_does_not_depend_on_order(amount: Decimal, parts: list[Part], data: st.DataObject) -> None:
    mixed = data.draw(st.permutations(parts))
    by_part = dict(zip(parts, apportion(amount, parts), strict=True))
    assert apportion(amount, mixed) == tuple(by_part[part] for part in mixed)
