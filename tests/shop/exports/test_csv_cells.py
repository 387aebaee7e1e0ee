"""CSV as spreadsheets read it."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.exports.csv_cells import Cell, csv_bytes


def test_the_bytes_are_those_that_excel_reads() -> None:
    rows: list[list[Cell]] = [
        ["Säljare", "Summa"],
        ["Ekerö; nord", Decimal("1234.50")],
        ['"Å"', Decimal("-0.05")],
    ]
    lines = [
        b"\xef\xbb\xbfS\xc3\xa4ljare;Summa",
        b'"Eker\xc3\xb6; nord";1234,50',
        b'"""\xc3\x85""";-0,05',
        b"",
    ]
    assert csv_bytes(rows) == b"\r\n".join(lines)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_would_be_run_is_neutralised(start: str) -> None:
    (row,) = read(csv_bytes([[f"{start}1+1", "a=b"]]))
    assert row == [f"'{start}1+1", "a=b"]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (-3, "-3"),
        (0, "0"),
        (Decimal("-12.30"), "-12,30"),
        (Decimal("1E+3"), "1000"),
        (Decimal("6.00"), "6,00"),
        (date(2026, 1, 31), "2026-01-31"),
        ("", ""),
    ],
)
def test_numbers_stay_numbers_and_dates_are_iso(cell: int | Decimal | date | str, written: str) -> None:
    assert csv_bytes([["x", cell]]) == f"\ufeffx;{written}\r\n".encode()


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00")), min_size=2, max_size=4))
def test_any_text_comes_back_and_none_is_a_formula(cells: list[str]) -> None:
    (row,) = read(csv_bytes([cells]))
    assert [cell.removeprefix("'") for cell in row] == [cell.removeprefix("'") for cell in cells]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
