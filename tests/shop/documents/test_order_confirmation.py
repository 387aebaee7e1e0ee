"""The order confirmation: the order's figures, in its language, the same bytes whenever it is drawn."""

import io
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pypdf
import pytest
from django.utils.translation import override

from catalog.models import Publication, Seller, VatRate
from shop.documents.kinds.order_confirmation import draw, file_name
from shop.orders.models import Order
from shop.web.templatetags.talong import amount, money
from tests import factories
from tests.shop.documents.paper import faults, rows, texts

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 12, 9, 30, tzinfo=UTC)


def interview_book(seller: Seller) -> Publication:
    return factories.publication(
        seller=seller,
        title="Att styra med kvalitet",
        subtitle="en intervjubok om politikerrollen",
        article_number="7099-566-4",
        isbn13="9789170995664",
        tiers={15: "65"},
        weight_g=180,
    )


def placed(language: str = "en", **fields: str) -> Order:
    """15 interview books at 65 kr, 3 folders of another VAT rate, and postage."""
    seller = factories.seller(f_tax=True, registered_office="Stockholm")
    factories.tariff(seller, (3000, "75.00"), (None, "149.00"))
    folder = factories.publication(
        seller=seller, title="Anteckningsbok", article_number="7099-1", price="12.345", vat="other"
    )
    return factories.order((interview_book(seller), 15), (folder, 3), at=AT, language=language, **fields)


def test_the_figures_are_those_of_the_order() -> None:
    order = placed()
    read = rows(draw(order))

    assert "15 SEK 65" in read
    assert "from 15 copies" in read
    assert read.count("975.00") == 1
    assert "7099-1 Anteckningsbok 3 SEK 12.345 37.04" in read
    assert "Postage 75.00" in read
    for group in order.vat_groups.all():
        with override("en"):
            assert f"{group.percent.normalize():f} % {amount(group.base)} {amount(group.vat)}" in read
    with override("en"):
        assert f"Sum {amount(order.total_net)} {amount(order.total_vat)}" in read
        total = money(order.total_gross, "SEK").replace("\u00a0", " ")
    assert [row for row in read if row.startswith("Total")] == [f"Total incl. VAT {total}"]


def test_it_names_both_parties_the_references_and_where_to_ask() -> None:
    order = placed(marking="Rektor Lind", cost_centre="4711")
    text = "\n".join(rows(draw(order)))

    for expected in [
        order.seller.legal_name,
        "Org. no. 556000-0167",
        "VAT no. SE556000016701",
        "Registered office Stockholm",
        "Approved for F-tax",
        "Bank giro\n5050-1055",
        "Ekerö kommun\nTappströmsskolan\nMaja Lind",
        f"Order number {order.number}",
        "Order date 12 November 2026",
        "Buyer reference\nZZ1234\nCost centre\n4711\nMarking\nRektor Lind",
        order.seller.email,
        f"https://talong.example/order/{order.token}/",
        "due in 30 days",
    ]:
        assert expected in text.replace("  ", " ")
    assert "Your order number" not in text
    assert "Revision" not in text


def test_the_same_order_gives_the_same_bytes() -> None:
    order = placed("sv")
    assert draw(order) == draw(Order.objects.get(pk=order.pk))


def test_what_changes_later_does_not_change_the_paper() -> None:
    order = placed("sv")
    before = draw(order)

    line = order.lines.select_related("publication__seller")[0]
    factories.priced(line.publication, "1000", from_on=date(2026, 1, 1))
    Publication.objects.update(title="En annan titel", isbn13="", vat_class=factories.vat_class("other"))
    Seller.objects.update(name="Ett annat förlag", legal_name="Annat AB", bank_giro="1-1", payment_days=5)
    books = factories.vat_class()
    VatRate.objects.create(vat_class=books, country="SE", from_on=date(2026, 4, 1), percent=Decimal(12))

    assert draw(Order.objects.get(pk=order.pk)) == before


@pytest.mark.parametrize(
    ("language", "total"), [("sv", "1 159,83 kr"), ("da", "1.159,83 SEK"), ("en", "SEK 1,159.83")]
)
def test_it_is_accessible_and_in_the_language_of_the_order(language: str, total: str) -> None:
    order = placed(language, contact_phone="08-1", organisation_number="212000-0050", note="Till receptionen")
    with override("en"):  # the language of whoever asks does not matter
        data = draw(order)
    document = pypdf.PdfReader(io.BytesIO(data))

    assert faults(data) == []
    assert str(document.root_object["/Lang"]) == language
    assert order.number in str(document.metadata and document.metadata.title)
    assert any(row.endswith(total) for row in rows(data))


def test_a_long_order_repeats_its_header_and_numbers_its_pages() -> None:
    seller = factories.seller()
    lines = [(factories.publication(seller=seller, title=f"Skrift {n}"), n) for n in range(1, 61)]
    order = factories.order(*lines, at=AT, language="en")
    data = draw(order)
    pages = texts(data)

    with_lines = [text for text in pages if "Skrift " in text]
    assert len(with_lines) > 1
    header = "Article Title Copies Price each Amount, SEK"
    assert [text.count(header) for text in with_lines] == [1] * len(with_lines)
    assert [f"{n} ({len(pages)})" in text for n, text in enumerate(pages, start=1)] == [True] * len(pages)
    assert sum(text.count("Skrift ") for text in pages) == 60
    assert faults(data) == []


def test_twelve_lines_and_every_reference_fit_on_one_page() -> None:
    seller = factories.seller(order_contact_name="Ordermottagningen", phone="08-1", web="www.a.example")
    lines = [(interview_book(seller), 15)] + [(factories.publication(seller=seller), n) for n in range(2, 13)]
    given = {"own_order_number": "4500012345", "cost_centre": "4711", "marking": "Rektor Lind"}
    assert len(texts(draw(factories.order(*lines, at=AT, **given)))) == 1


def test_a_free_order_says_that_there_is_nothing_to_pay() -> None:
    order = factories.order((factories.publication(price="0"), 4), at=AT, language="en")
    text = " ".join(rows(draw(order)))
    assert "There is nothing to pay." in text
    assert "invoice follows" not in text
    assert "Total incl. VAT SEK 0.00" in text


def test_a_buyer_abroad_is_told_that_the_vat_is_checked() -> None:
    order = placed(invoice_country="DK", delivery_country="DK")
    text = " ".join(rows(draw(order)))
    assert "The buyer is in another country than the seller" in text
    assert "178 23 Ekerö Denmark" in text


def test_what_people_typed_stays_text() -> None:
    typed = '<img src="https://elsewhere.example/a.png"> & <b>Ek'
    order = placed(contact_name=typed, marking="Школа")
    data = draw(order)
    assert typed in "".join(rows(data))
    assert faults(data) == []


@pytest.fixture
def unsaved() -> Callable[..., Order]:
    return lambda **fields: Order(number="26-0017", **fields)


def test_a_file_is_named_in_the_language_of_the_order(unsaved: Callable[..., Order]) -> None:
    assert file_name(unsaved(language="sv")) == "orderbekraftelse-26-0017.pdf"
    assert file_name(unsaved(language="da")) == "ordrebekraeftelse-26-0017.pdf"
    assert file_name(unsaved(language="en", revision=2)) == "order-confirmation-26-0017-r2.pdf"
