"""Order totals as a page and as a file."""

import html
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from catalog.models import Seller
from shop.actions.cancel_order import cancel_order
from shop.orders.models import Order
from tests import factories

pytestmark = pytest.mark.django_db
MAY = {"from_on": "2026-05-01", "to_on": "2026-05-31"}
NOON = datetime(2026, 5, 15, 12, tzinfo=UTC)


def read(finance: Client, **query: str) -> str:
    answer = finance.get("/ekonomi/", query)
    assert answer.status_code == 200
    return re.sub(r"\s*\n\s*", "", html.unescape(answer.content.decode()))


def sums(page: str) -> list[list[str]]:
    """The rows of the table of totals, as text."""
    table = page.partition('<table class="table sums"')[2].partition("</table>")[0]
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", table)[1:]
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in rows]
    return [[re.sub(r"<[^>]+>", "", cell) for cell in row] for row in cells]


@pytest.fixture
def orders(sellers: list[Seller]) -> list[Order]:
    """In May: two Swedish orders, one with posters; a Danish one; one cancelled. One in June."""
    swedish, danish = sellers
    factories.tariff(swedish, (None, "50.00"))
    book = factories.publication(seller=swedish, price="100", tiers={15: "65"})
    poster = factories.publication(seller=swedish, price="40", vat="other")
    pamphlet = factories.publication(seller=danish, price="80")
    placed = [
        factories.order((book, 15), at=NOON),
        factories.order((book, 1), (poster, 10), at=NOON),
        factories.order((pamphlet, 2), at=NOON),
        factories.order((book, 3), at=NOON),
        factories.order((book, 4), at=NOON + timedelta(days=30)),
    ]
    cancel_order(placed[3], reason="Ordered twice.", by=None)
    return placed


def test_the_page_has_a_row_per_seller_currency_and_rate(finance: Client, orders: list[Order]) -> None:
    page = read(finance, **MAY)
    assert sums(page) == [
        ["Forlaget DKK"],
        ["25\u00a0%", "1", "160.00", "0.00", "160.00", "40.00", "200.00"],
        ["Together, DKK", "1", "160.00", "0.00", "160.00", "40.00", "200.00"],
        ["Kommunförbundet SEK"],
        ["6\u00a0%", "2", "1,075.00", "60.00", "1,135.00", "68.10", "1,203.10"],
        ["25\u00a0%", "1", "400.00", "40.00", "440.00", "110.00", "550.00"],
        ["Together, SEK", "2", "1,475.00", "100.00", "1,575.00", "178.10", "1,753.10"],
    ]
    assert "1 cancelled order is left out." in page
    swedish = [orders[0], orders[1]]
    assert f"{sum(order.total_gross for order in swedish):,}" == "1,753.10"


def test_the_orders_behind_can_be_checked(finance: Client, orders: list[Order]) -> None:
    page = read(finance, **MAY)
    table = page.partition("behind-table")[2]
    assert re.findall(r">(\d\d-\d{4})<", table) == [orders[2].number, orders[1].number, orders[0].number]
    order = orders[1]
    amounts = [f"SEK\u00a0{figure}" for figure in (order.total_net, order.total_vat, order.total_gross)]
    paper = f"/order/{order.token}/orderbekraftelse.pdf"
    for words in ("2026-05-15", "Ekerö kommun", paper, *amounts, "DKK\u00a0200.00"):
        assert words in table


def test_the_file_is_exactly_the_rows_of_the_page(finance: Client, orders: list[Order]) -> None:
    Seller.objects.filter(name="Forlaget").update(name="=Forlaget")
    answer = finance.get("/ekonomi/ordersummor.csv", MAY)
    lines = [
        "\ufeffFrom;To;Seller;Currency;VAT rate, %;Orders;Publications, net;Postage, net;VAT base;VAT;"
        "Total incl. VAT",
        "2026-05-01;2026-05-31;'=Forlaget;DKK;25,00;1;160,00;0,00;160,00;40,00;200,00",
        "2026-05-01;2026-05-31;Kommunförbundet;SEK;6,00;2;1075,00;60,00;1135,00;68,10;1203,10",
        "2026-05-01;2026-05-31;Kommunförbundet;SEK;25,00;1;400,00;40,00;440,00;110,00;550,00",
        "",
    ]
    assert answer.content.decode() == "\r\n".join(lines)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="order-totals_2026-05-01_2026-05-31.csv"'


def test_the_page_offers_the_file_of_its_period(finance: Client, orders: list[Order]) -> None:
    (link,) = re.findall(r'href="(/ekonomi/ordersummor\.csv\?[^"]+)"', read(finance, **MAY, after="x"))
    assert link == "/ekonomi/ordersummor.csv?from_on=2026-05-01&to_on=2026-05-31"


def test_this_month_is_shown_when_nothing_is_asked_for(finance: Client, sellers: list[Seller]) -> None:
    title = factories.publication(seller=sellers[0])
    order = factories.order((title, 1))
    factories.order((title, 1), at=timezone.now() - timedelta(days=40))
    page = read(finance)
    assert re.findall(r">(\d\d-\d{4})<", page) == [order.number]
    today = timezone.localdate()
    assert f'value="{today.replace(day=1).isoformat()}"' in page
    assert re.findall(r'<a [^>]*aria-current="true">([^<]+)<', page) == ["This month"]


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"from_on": "i går", "to_on": "2026-05-31"}, "from_on", "Write a date as year-month-day"),
        ({"from_on": "2026-02-30", "to_on": "2026-05-31"}, "from_on", "Write a date as year-month-day"),
        ({"from_on": "2026-05-01", "to_on": '"><b>'}, "to_on", "Write a date as year-month-day"),
        ({"from_on": "2026-06-01", "to_on": "2026-05-31"}, "to_on", "The last day comes before the first."),
        ({"from_on": "", "to_on": "2026-05-31"}, "from_on", "Enter the first day."),
        ({"from_on": "2026-05-31"}, "to_on", "Enter the last day."),
        ({"from_on": "2026-05-01", "to_on": "20260531"}, "to_on", "Write a date as year-month-day"),
    ],
)
@pytest.mark.parametrize("address", ["/ekonomi/", "/ekonomi/ordersummor.csv"])
def test_bad_dates_are_told_at_the_field_and_kept(
    address: str, typed: dict[str, str], field: str, sentence: str, finance: Client, orders: list[Order]
) -> None:
    answer = finance.get(address, typed)
    raw = answer.content.decode()
    assert answer.status_code == 422
    assert re.search(rf'id="id_{field}_error">{re.escape(sentence)}', raw)
    assert 'class="table sums"' not in raw
    for name, value in typed.items():
        kind = "text" if value in ("i går", '"><b>', "20260531", "2026-02-30") else "date"
        shown = rf'value="{re.escape(html.escape(value))}" ' if value else ""
        assert re.search(rf'<input type="{kind}" name="{name}" {shown}', raw), (name, value)


def test_a_period_without_orders_says_so(finance: Client, orders: list[Order]) -> None:
    page = read(finance, from_on="2020-01-01", to_on="2020-12-31")
    assert "There are no orders from 1 January 2020 to 31 December 2020." in page
    assert "No order of the period is cancelled." in page
    assert "ordersummor.csv" not in page


def test_only_sellers_that_one_keeps_the_accounts_of_are_shown(client: Client, orders: list[Order]) -> None:
    person = factories.staff(orders[0].seller)
    person.assignments.create(seller=orders[2].seller, role="finance")
    client.force_login(person)
    page = html.unescape(client.get("/ekonomi/", MAY, headers={"accept-language": "en"}).content.decode())
    assert "Forlaget" in page
    assert "Kommunförbundet" not in page
    assert orders[0].number not in page
    file = client.get("/ekonomi/ordersummor.csv", MAY).content.decode()
    assert ("Forlaget" in file, "Kommunförbundet" in file) == (True, False)


@pytest.mark.parametrize("address", ["/ekonomi/", "/ekonomi/ordersummor.csv"])
def test_others_do_not_enter(address: str, client: Client, sellers: list[Seller]) -> None:
    assert client.get(address)["Location"] == f"/kontoret/logga-in/?next={address}"
    client.force_login(factories.staff(*sellers))
    assert client.get(address).status_code == 403


def test_thirty_orders_cost_as_many_queries_as_one(finance: Client, sellers: list[Seller]) -> None:
    title = factories.publication(seller=sellers[0])

    def queries_of(count: int) -> list[dict[str, Any]]:
        for _ in range(count):
            factories.order((title, 1), at=NOON)
        with CaptureQueriesContext(connection) as queries:
            read(finance, **MAY)
        return queries.captured_queries

    assert len(queries_of(1)) == len(queries_of(29))


def test_the_orders_behind_are_paged(finance: Client, sellers: list[Seller]) -> None:
    title = factories.publication(seller=sellers[0])
    for _ in range(52):
        factories.order((title, 1), at=NOON)
    page = read(finance, **MAY)
    assert len(re.findall(r">(\d\d-\d{4})<", page)) == 50
    (older,) = re.findall(r'rel="next" href="([^"]+)"', page)
    second = html.unescape(finance.get(f"/ekonomi/{older}").content.decode())
    assert len(re.findall(r">(\d\d-\d{4})<", second)) == 2
    assert sums(re.sub(r"\s*\n\s*", "", second)) == sums(page)
