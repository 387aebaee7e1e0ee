"""The whole river: an order, its letter and its paper say the same, to the öre, in every language."""

import io
import re
from email import message_from_bytes, policy
from typing import Any

import pypdf
import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from catalog.models import Publication
from shop.orders.models import Order
from shop.outbox.models import Message
from shop.web.templatetags.talong import money
from tests import factories
from tests.pages import address, button_of, text_of, typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def book() -> Publication:
    return factories.publication(price="100", tiers={15: "65"}, title="Att styra med kvalitet")


def order_of(book: Publication, *, quantity: str, language: str) -> Order:
    """Ordered as a person does it, through form and review."""
    client = Client(headers={"accept-language": language})
    circular = factories.circular(book, number="")
    review = client.post(address(circular), typed(book, quantity))["Location"]
    client.post(review, button_of(client.get(review)))
    return Order.objects.latest("pk")


def letter_of(order: Order) -> Any:
    call_command("deliver_outbox")
    message = Message.objects.get(kind="order_confirmation", subject_key=order.number)
    assert message.sent_file is not None
    return message_from_bytes(bytes(message.sent_file.data), policy=policy.default)


def pdf_text(data: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


@pytest.mark.parametrize("language", ["sv", "da", "en"])
@pytest.mark.parametrize(
    ("quantity", "net", "gross"), [("14", "1400.00", "1484.00"), ("15", "975.00", "1033.50")]
)
def test_page_letter_and_paper_say_the_same(
    book: Publication, quantity: str, net: str, gross: str, language: str
) -> None:
    order = order_of(book, quantity=quantity, language=language)
    assert (str(order.total_net), str(order.total_gross), order.language) == (net, gross, language)
    with override(language):
        figure = money(order.total_gross, "SEK").replace("\u00a0", " ")
    client = Client(headers={"accept-language": language})
    page = text_of(client.get(reverse("storefront:order", args=[order.token])))
    paper = client.get(reverse("storefront:order-confirmation", args=[order.token])).content
    letter = letter_of(order)
    attached = [part.get_content() for part in letter.iter_attachments()]
    said = letter.get_body(("plain",)).get_content().replace("\u00a0", " ")
    assert figure in page
    assert figure in re.sub(r"\s+", " ", said)
    assert figure in pdf_text(paper).replace("\u00a0", " ")
    assert attached == [paper]
