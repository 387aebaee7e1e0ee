"""One order's page."""

import html
import re
from collections.abc import Callable
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalog.models import Publication, Seller
from shop.actions.cancel_order import cancel_order
from shop.actions.complete_order import complete_order
from shop.actions.hold_order import hold_order
from shop.actions.pick_order import pick_order
from shop.actions.place_order import place_order
from shop.actions.release_order import release_order
from shop.journal.models import write
from shop.orders.models import Order
from shop.orders.wish import Wish, WishedLine
from tests import factories

pytestmark = pytest.mark.django_db


def read(office: Client, order: Order) -> str:
    answer = office.get(f"/kontoret/order/{order.number}/")
    assert answer.status_code == 200
    return html.unescape(re.sub(r"[ \n]+", " ", answer.content.decode()))


def offered(page: str) -> list[str]:
    return re.findall(r'<form[^>]* action="/kontoret/order/[\d-]+/(\w+)/"', page)


def test_everything_about_the_order_stands_on_its_page(
    office: Client, seller: Seller, title: Publication
) -> None:
    factories.tariff(seller, (None, "75.00"))
    poster = factories.publication(seller=seller, price="12.345", vat="other", title="Affisch")
    circular = factories.circular(title, number="1996:134", slug="1996-134")
    order = factories.order(
        (poster, 3), (title, 15),
        contact_phone="08-123 45", organisation_number="212000-0050", e_invoice_address="0007:2120000050",
        own_order_number="4711", cost_centre="3310", marking="Rektorn", note="Före tio.\nPort 3.",
        invoice_name="Ekonomi", invoice_street="Box 205", invoice_postcode="178 23", invoice_city="Ekerö",
    )  # fmt: skip
    order.lines.filter(publication=title).update(circular=circular, circular_number="1996:134")
    page = read(office, order)
    for words in (
        "Maja Lind", "mailto:maja.lind@ekero.example", "tel:08-123 45", "Ekerö kommun<br>Tappströmsskolan",
        "Tappströmsvägen 2<br>178 23 Ekerö<br>Sweden", "Ekonomi<br>Box 205<br>178 23 Ekerö<br>Sweden",
        "212000-0050", "0007:2120000050", "ZZ1234", "4711", "3310", "Rektorn", "Före tio.<br>Port 3.",
        f"Article {title.article_number}", f"Article {poster.article_number}", "circular 1996:134",
        f'href="/cirkular/{circular.publisher.slug}/1996-134/"', "SEK\u00a065 <", "from 15 copies",
        "SEK\u00a012.345", "6\u00a0%", "25\u00a0%", "SEK\u00a0975.00", "SEK\u00a037.04",
        f'href="/order/{order.token}/orderbekraftelse.pdf"', f'href="/order/{order.token}/"',
        "Order confirmation", "Notice of a new order", order.seller.email,
        "<strong>Maja Lind</strong> placed the order",
    ):  # fmt: skip
        assert words in page, words
    for group in order.vat_groups.all():
        assert f"VAT {group.percent:.0f}\u00a0% on SEK\u00a0{group.base:,.2f}" in page
        assert f"SEK\u00a0{group.vat:,.2f}" in page
    for amount in (order.goods_net, order.postage_net, order.total_gross):
        assert f"SEK\u00a0{amount:,.2f}" in page


def test_the_circular_stays_named_when_it_is_unknown_by_key(
    office: Client, ordered: Callable[..., Order]
) -> None:
    order = ordered()
    order.lines.update(circular_number="1994:174")
    assert "circular 1994:174" in read(office, order)


def test_reasons_stand_on_top(office: Client, ordered: Callable[..., Order]) -> None:
    held = hold_order(ordered(), reason="Ask <the> printer.\nOn Monday.", by=None)
    answer = office.get(f"/kontoret/order/{held.number}/").content.decode()
    assert "<h2>On hold</h2><p>Ask &lt;the&gt; printer.<br>On Monday.</p>" in answer
    gone = cancel_order(held, reason="Ordered twice.", by=None)
    page = read(office, gone)
    assert "<h2>Cancelled</h2><p>Ordered twice.</p>" in page
    assert "<h2>On hold</h2>" not in page
    assert '<span class="tag tag--warn">on hold</span>' not in page


def test_only_what_can_be_done_is_offered(office: Client, ordered: Callable[..., Order]) -> None:
    order = ordered()
    assert offered(read(office, order)) == ["slapp", "vanta", "avbestall"]
    hold_order(order, reason="Ask.", by=None)
    assert offered(read(office, order)) == ["fortsatt", "avbestall"]
    cancel_order(order, reason="Ordered twice.", by=None)
    page = read(office, order)
    assert offered(page) == []
    assert "Nothing more can be done with this order." in page
    other = release_order(ordered(), by=None)
    assert offered(read(office, other)) == ["vanta", "avbestall"]
    pick_order(other, by=None)
    assert offered(read(office, other)) == ["vanta"]
    complete_order(other, by=None)
    assert offered(read(office, other)) == []


def test_the_journal_is_read_in_words(office: Client, ordered: Callable[..., Order]) -> None:
    order, clerk = ordered(), factories.user(name="Bo Ek")
    hold_order(order, reason="Ask.", by=clerk)
    write("order.painted", subject=("order", order.number), by=None, as_name="Talong")
    page = read(office, order)
    told = re.findall(r"</time> <strong>([^<]+)</strong> ([^<]+)</p>(?:<blockquote>([^<]+))?", page)
    assert told == [
        ("Talong", "order.painted", ""),
        ("Bo Ek", "put the order on hold:", "Ask."),
        ("Maja Lind", "placed the order", ""),
    ]


def test_a_long_order_costs_as_many_queries_as_a_short_one(office: Client, seller: Seller) -> None:
    titles = [factories.publication(seller=seller) for _ in range(30)]
    circular = factories.circular(*titles)
    counts = []
    for some in (titles[:1], titles):
        lines = tuple(WishedLine(one.pk, 2, circular.pk) for one in some)
        wish = Wish(lines=lines, particulars=factories.particulars(), language="sv")
        order = place_order(wish, key=uuid4()).orders.get()
        with CaptureQueriesContext(connection) as queries:
            read(office, order)
        counts.append(len(queries))
    assert counts[0] == counts[1]
