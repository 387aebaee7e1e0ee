"""Order totals as CSV, byte by byte."""

from datetime import date
from decimal import Decimal

from django.utils.translation import override

from shop.exports.targets.order_totals_csv import IDENTIFIER, NAME, write
from shop.orders.queries.totals import Period, RateTotals, Sums

PERIOD = Period(date(2026, 5, 1), date(2026, 5, 31))


def row(seller: str, *, currency: str = "SEK", percent: str = "6.00") -> RateTotals:
    sums = Sums(
        orders=1200,
        goods_net=Decimal("12345.67"),
        postage_net=Decimal("0.00"),
        base=Decimal("12345.67"),
        vat=Decimal("740.74"),
    )
    return RateTotals(seller=seller, currency=currency, percent=Decimal(percent), sums=sums)


def test_the_file_is_exactly_this() -> None:
    rows = [row("Kommunförbundet"), row("=Förlag; AB", currency="DKK", percent="25.00")]
    with override("en"):
        data = write(rows, period=PERIOD)
    headings = "From;To;Seller;Currency;VAT rate, %;Orders;Publications, net;Postage, net;VAT base;VAT;"
    figures = "1200;12345,67;0,00;12345,67;740,74;13086,41"
    assert data == (
        b"\xef\xbb\xbf"
        + f"{headings}Total incl. VAT\r\n".encode()
        + f"2026-05-01;2026-05-31;Kommunförbundet;SEK;6,00;{figures}\r\n".encode()
        + f'2026-05-01;2026-05-31;"\'=Förlag; AB";DKK;25,00;{figures}\r\n'.encode()
    )


def test_no_rows_are_a_line_of_headings() -> None:
    assert write([], period=PERIOD).count(b"\r\n") == 1


def test_the_target_has_an_identifier_and_a_name() -> None:
    with override("en"):
        assert (IDENTIFIER, str(NAME)) == ("order_totals_csv", "Order totals, CSV")
