"""Letters: the order's figures, in the language of the message, for people and for programs."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import resolve
from django.utils.html import strip_tags

from shop.actions.cancel_order import cancel_order
from shop.documents.links import order_page
from shop.letters.compose import Letter, compose
from shop.orders.models import Order
from shop.outbox.models import Message
from tests import factories
from tests.shop.documents.paper import rows

pytestmark = pytest.mark.django_db
AMOUNT = re.compile(r"\d[\d\u00a0 .]*,\d\d(?= kr)")


def placed(**fields: str) -> Order:
    """15 at 65 kr, 2 at 25 kr of another VAT rate, postage."""
    seller = factories.seller(name="Kommunförbundet", phone="08-465 004 60")
    factories.tariff(seller, (3000, "75.00"), (None, "149.00"))
    book = factories.publication(seller=seller, title="Att styra", subtitle="en bok", tiers={15: "65"})
    folder = factories.publication(seller=seller, price="25", vat="other")
    return factories.order((book, 15), (folder, 2), **{"language": "sv", **fields})


def letter_of(order: Order, kind: str) -> Letter:
    return compose(Message.objects.get(kind=kind, subject_key=order.number))


def body_of(letter: Letter) -> str:
    return str(letter.body)


def html_of(letter: Letter) -> str:
    return str(letter.alternatives[0][0])


def amounts(text: str) -> set[str]:
    return {found.replace("\u00a0", " ").strip() for found in AMOUNT.findall(text.replace("\u00a0", " "))}


def test_the_figures_are_the_same_in_both_bodies_on_the_page_and_on_the_paper() -> None:
    order = placed()
    letter = letter_of(order, "order_confirmation")
    page = unescape(strip_tags(Client().get(f"/order/{order.token}/").content.decode()))
    paper = "\n".join(rows(letter.attachments[0][1]))

    assert amounts(body_of(letter)) == amounts(unescape(strip_tags(html_of(letter)))) == amounts(page)
    assert [figure for figure in amounts(body_of(letter)) if figure not in paper] == []
    expected = {"975,00", "50,00", "75,00", "1 100,00"} | {
        f"{figure:,.2f}".replace(",", " ").replace(".", ",")
        for group in order.vat_groups.all()
        for figure in (group.base, group.vat, order.total_gross)
    }
    assert amounts(body_of(letter)) == expected


def test_a_letter_can_be_told_answered_and_sorted_by_programs() -> None:
    order = placed()
    message = Message.objects.get(kind="order_confirmation")
    mime = compose(message).message()

    assert mime["Message-ID"] == f"<{message.message_id}@talong.example>"
    assert mime["From"] == "Talong <talong@talong.example>"
    assert mime["To"] == order.contact_email
    assert mime["Reply-To"] == order.seller.email
    assert mime["Auto-Submitted"] == "auto-generated"
    assert mime.get_content_type() == "multipart/mixed"


def test_a_notice_leads_to_the_office_and_is_answered_by_the_customer() -> None:
    order = placed(invoice_country="DK")
    letter = letter_of(order, "order_notice")
    (address,) = re.findall(r"https://talong\.example(\S+)", body_of(letter))

    assert letter.to == [order.seller.email]
    assert letter.reply_to == [order.contact_email]
    assert order.hold_reason in body_of(letter)
    assert order.hold_reason in unescape(html_of(letter))
    assert resolve(address).kwargs == {"number": order.number}


def test_a_cancellation_says_why() -> None:
    order = placed()
    cancel_order(order, reason="Slut på <lager>", by=None)
    letter = letter_of(order, "order_cancelled")

    assert "Slut på <lager>" in body_of(letter)
    assert "Slut på &lt;lager&gt;" in html_of(letter)
    assert letter.attachments == []


def test_links_lead_to_the_page_of_the_order() -> None:
    order = placed()
    letter = letter_of(order, "order_confirmation")
    assert order_page(order) in body_of(letter)
    assert f'href="{order_page(order)}"' in html_of(letter)
    assert resolve(f"/order/{order.token}/").url_name == "order"


@pytest.mark.parametrize(
    ("language", "total"), [("sv", "1 100,00 kr"), ("da", "1.100,00 SEK"), ("en", "SEK 1,100.00")]
)
def test_each_letter_is_in_the_language_of_its_message(language: str, total: str) -> None:
    order = placed(language=language)
    confirmation = letter_of(order, "order_confirmation")
    assert total in body_of(confirmation).replace("\u00a0", " ")
    assert f'<html lang="{language}">' in html_of(confirmation)
    assert '<html lang="sv">' in html_of(letter_of(order, "order_notice"))


def test_what_people_typed_stays_text_and_a_subject_stays_one_line() -> None:
    order = placed(organisation_name="<b>Å & Ö</b>\r\nBcc: x@y.example")
    letter = letter_of(order, "order_notice")

    assert "<b>Å & Ö</b> Bcc: x@y.example" in letter.subject
    assert "<b>Å" not in html_of(letter)
    assert "<b>Å & Ö</b>" in body_of(letter)
    assert letter.message()["Bcc"] is None


def test_the_plain_body_has_no_gaps_where_nothing_was_given() -> None:
    body = body_of(letter_of(placed(buyer_reference="", unit=""), "order_confirmation"))
    assert "\n\n\n" not in body
    assert body == body.strip() + "\n"
