"""The list of orders as a page."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from catalog.models import Publication
from shop.actions.hold_order import hold_order
from shop.customers.models import User
from shop.orders.models import Order
from tests import factories

pytestmark = pytest.mark.django_db
ORDERS = "/kontoret/order/"


def numbers(page: str) -> list[str]:
    return re.findall(r'<a href="/kontoret/order/([\d-]+)/">', page)


def read(office: Client, **query: str) -> str:
    answer = office.get(ORDERS, query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_row_tells_who_what_how_much_and_how_long_ago(
    office: Client, ordered: Callable[..., Order]
) -> None:
    order = ordered(at=timezone.now() - timedelta(days=3, hours=2))
    page = re.sub(r"[ \n]+", " ", read(office))
    for words in (order.number, "3 days ago", "Ekerö kommun", "Maja Lind, Tappströmsskolan",
                  "15 × Att styra", "placed", "SEK\u00a01,033.50", "1 order, newest first"):  # fmt: skip
        assert words in page


def test_a_row_tells_of_further_titles_and_of_holding(office: Client, title: Publication) -> None:
    order = factories.order((title, 15), (factories.publication(seller=title.seller), 1))
    hold_order(order, reason="Ask.", by=None)
    page = read(office)
    assert "and 1 more title" in page
    assert '<span class="tag tag--warn">on hold</span>' in page


def test_the_address_keeps_every_filter(office: Client, ordered: Callable[..., Order]) -> None:
    first, second = ordered(unit="Norra skolan"), ordered(unit="Södra skolan")
    hold_order(first, reason="Ask.", by=None)
    assert numbers(read(office)) == [second.number, first.number]
    assert numbers(read(office, q="norra")) == [first.number]
    assert numbers(read(office, state="on_hold", q="skolan")) == [first.number]
    page = read(office, state="placed", q="skolan")
    assert numbers(page) == [second.number, first.number]
    assert 'href="?state=on_hold&amp;q=skolan"' in page
    assert '<input type="hidden" name="state" value="placed">' in page
    assert re.findall(r'<a href="([^"]*)" aria-current="true">', page) == ["?state=placed&amp;q=skolan"]


def test_sellers_are_offered_where_there_are_several(
    office: Client, clerk: User, ordered: Callable[..., Order]
) -> None:
    mine = ordered()
    assert 'aria-label="Seller"' not in read(office)
    other = factories.order()
    clerk.assignments.create(seller=other.seller, role="office")
    page = read(office)
    assert numbers(page) == [other.number, mine.number]
    assert f'href="?seller={other.seller.slug}"' in page
    assert numbers(read(office, seller="kommunforbundet")) == [mine.number]


@pytest.mark.parametrize(
    "query", [{"state": "lost"}, {"seller": "nobody"}, {"q": "a" * 300}, {"q": "\x00"}, {"after": "1_1"}]
)
def test_an_address_that_makes_no_sense_narrows_nothing(
    query: dict[str, str], office: Client, ordered: Callable[..., Order]
) -> None:
    order = ordered()
    assert numbers(read(office, **query)) == [order.number]


def test_fifty_stand_on_a_page(office: Client, ordered: Callable[..., Order]) -> None:
    placed = [ordered().number for _ in range(52)][::-1]
    page = read(office, state="placed")
    assert numbers(page) == placed[:50]
    (older,) = re.findall(r'rel="next" href="([^"]+)"', page)
    second = office.get(ORDERS + older.replace("&amp;", "&")).content.decode()
    assert numbers(second) == placed[50:]
    (newer,) = re.findall(r'rel="prev" href="([^"]+)"', second)
    assert "state=placed" in newer
    assert "after=" not in newer
    assert numbers(office.get(ORDERS + newer.replace("&amp;", "&")).content.decode()) == placed[:50]


def test_an_empty_list_says_why(office: Client, ordered: Callable[..., Order]) -> None:
    assert "No orders yet" in read(office)
    ordered()
    assert "Nothing was found for “&lt;malmö&gt;”" in read(office, q="<malmö>")
    assert "There are orders, but none of this kind." in read(office, state="completed")


def test_thirty_orders_cost_as_many_queries_as_one(office: Client, ordered: Callable[..., Order]) -> None:
    ordered()
    with CaptureQueriesContext(connection) as one:
        read(office)
    for _ in range(29):
        ordered()
    with CaptureQueriesContext(connection) as thirty:
        assert len(numbers(read(office))) == 30
    assert len(thirty) == len(one)
