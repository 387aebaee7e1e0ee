"""How figures, dates and texts are written, in each language."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override

from shop.web.templatetags.talong import country, day, money, paragraphs, percent, price, quantity


@pytest.mark.parametrize(
    ("language", "currency", "written"),
    [
        ("sv", "SEK", "1 484,00 kr"),
        ("sv", "DKK", "1 484,00 DKK"),
        ("da", "DKK", "1.484,00 kr."),
        ("da", "SEK", "1.484,00 SEK"),
        ("en", "SEK", "SEK 1,484.00"),
    ],
)
def test_money_is_written_as_the_reader_writes_it(language: str, currency: str, written: str) -> None:
    with override(language):
        assert money(Decimal("1484.00"), currency).replace("\u00a0", " ") == written


@pytest.mark.parametrize(
    ("value", "written"), [("65", "65 kr"), ("49.50", "49,50 kr"), ("12.345", "12,345 kr"), ("0", "0 kr")]
)
def test_price_has_the_decimals_that_it_needs(value: str, written: str) -> None:
    with override("sv"):
        assert price(Decimal(value), "SEK").replace("\u00a0", " ") == written


def test_nothing_is_written_for_nothing() -> None:
    assert [money(None, "SEK"), price(None, "SEK"), quantity(None), percent(None), day(None)] == [""] * 5


def test_days_are_written_in_words_and_words_stay() -> None:
    with override("sv"):
        assert day(date(1996, 9, 30)) == "30 september 1996"
        assert day("1994-11-30") == "30 november 1994"
        assert day("hösten 1996") == "hösten 1996"
        assert country("DK") == "Danmark"


def test_paragraphs_make_lists_of_lines_with_a_dash() -> None:
    text = "Ett stycke\nsom går vidare.\n\n- individ- och familjeomsorg\n- skola\n  och fritid\n\n<b>Slut</b>"
    assert paragraphs(text) == (
        "<p>Ett stycke som går vidare.</p>\n"
        "<ul><li>individ- och familjeomsorg</li><li>skola och fritid</li></ul>\n"
        "<p>&lt;b&gt;Slut&lt;/b&gt;</p>"
    )
