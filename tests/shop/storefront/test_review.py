"""Review and button: one form is one order, whatever happens in between."""

import re
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from catalog.models import Circular, Publication
from shop.orders.models import Order, Purchase
from shop.outbox.models import Message
from tests import factories
from tests.pages import address, button_of, text_of, typed

pytestmark = pytest.mark.django_db


def placed(client: Client, circular: Circular, data: dict[str, str]) -> Any:
    """Post the form, then its review as it was shown."""
    review = client.post(address(circular), data)["Location"]
    shown = client.get(review)
    return client.post(review, button_of(shown))


def test_order_sent_again_from_the_same_form_is_the_same_order(
    client: Client, circular: Circular, book: Publication
) -> None:
    data = typed(book)
    first = placed(client, circular, data)
    again = client.post(address(circular), data | {f"quantity-{book.pk}": "20"})
    assert again["Location"] == first["Location"]
    assert Order.objects.get().lines.get().quantity == 15
    assert Message.objects.count() == 2
    assert "already been placed" in text_of(client.get(again["Location"]))


def test_order_sold_out_between_review_and_button_goes_back_to_its_field(
    client: Client, circular: Circular, book: Publication
) -> None:
    review = client.post(address(circular), typed(book, "40", note="Ring först"))["Location"]
    pressed = button_of(client.get(review))
    factories.order((book, 30))
    answer = client.post(review, pressed)
    back = client.get(answer["Location"])
    assert back.context["form"].errors == {f"quantity-{book.pk}": ["Only 20 copies of “Att styra” are left."]}
    assert "Ring först" in back.content.decode()
    assert Order.objects.count() == 1


def test_order_whose_price_changed_is_shown_again_before_it_is_placed(
    client: Client, circular: Circular, book: Publication
) -> None:
    review = client.post(address(circular), typed(book, "1"))["Location"]
    pressed = button_of(client.get(review))
    factories.priced(book, "120", from_on=book.prices.get().from_on)
    answer = client.post(review, pressed)
    assert answer.status_code == 409
    assert "SEK 127.20" in text_of(answer)
    assert not Purchase.objects.exists()
    client.post(review, button_of(answer))
    assert Order.objects.get().total_gross == Decimal("127.20")


def test_review_that_is_not_there_says_so(client: Client) -> None:
    answer = client.get(reverse("storefront:order-review", args=[uuid4()]))
    assert answer.status_code == 404
    assert "This order form is no longer here" in text_of(answer)


def test_review_brings_the_form_back_as_it_was(client: Client, circular: Circular, book: Publication) -> None:
    review = client.get(client.post(address(circular), typed(book, marking="Rum 3"))["Location"])
    back = client.get(review.context["change_url"])
    assert back.context["form"][f"quantity-{book.pk}"].value() == "15"
    assert back.context["form"]["marking"].value() == "Rum 3"
    assert back.context["form"].errors == {}


def test_organisations_are_suggested_from_the_register(client: Client) -> None:
    factories.organisation("Ekerö kommun", county="Stockholms län")
    factories.organisation("Lekebergs kommun")
    answer = client.get(reverse("storefront:organisations"), {"organisation_name": "eke"})
    assert re.findall(r'value="([^"]+)"', answer.content.decode()) == ["Ekerö kommun", "Lekebergs kommun"]


def test_order_finds_its_organisation_in_the_register(
    client: Client, circular: Circular, book: Publication
) -> None:
    organisation = factories.organisation("Ekerö kommun")
    placed(client, circular, typed(book, organisation_name="ekerö"))
    order = Order.objects.get()
    assert (order.organisation, order.organisation_name) == (organisation, "Ekerö kommun")


def test_order_page_is_found_by_its_token_only(client: Client) -> None:
    order = factories.order()
    assert client.get(reverse("storefront:order", args=[order.token])).status_code == 200
    assert client.get(reverse("storefront:order", args=[order.number])).status_code == 404


def test_cancelled_and_held_orders_say_so_on_their_page(client: Client) -> None:
    from shop.actions.cancel_order import cancel_order
    from shop.actions.hold_order import hold_order

    held = hold_order(factories.order(), reason="internal words", by=None)
    page = text_of(client.get(reverse("storefront:order", args=[held.token])))
    assert "looking at something in this order" in page
    assert "internal words" not in page
    gone = cancel_order(held, reason="Restupplagan är slut", by=None)
    assert "Restupplagan är slut" in text_of(client.get(reverse("storefront:order", args=[gone.token])))
