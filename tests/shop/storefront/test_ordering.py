"""The order form by HTTP, without JavaScript: circular, form, review, order."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from catalog.models import Circular, Publication
from shop.baskets.models import OrderDraft
from shop.orders.models import Order
from tests import factories
from tests.pages import address, button_of, text_of, typed

pytestmark = pytest.mark.django_db


def test_circular_shows_its_facts_and_the_form(client: Client, circular: Circular) -> None:
    answer = client.get(address(circular))
    assert answer.status_code == 200
    shown = text_of(answer)
    for fact in (
        circular.title,
        circular.number,
        "A first paragraph.",
        "1–14 copies: SEK 100",
        "from 15 copies: SEK 65",
    ):
        assert fact in shown


def test_order_goes_from_circular_by_review_to_one_order(
    client: Client, circular: Circular, book: Publication
) -> None:
    answer = client.post(address(circular), typed(book, buyer_reference="ZZ1234"))
    review = client.get(answer["Location"])
    assert answer.status_code == 302
    assert "SEK 975.00" in text_of(review)
    assert "SEK 1,033.50" in text_of(review)
    assert not Order.objects.exists()
    done = client.post(answer["Location"], button_of(review))
    order = Order.objects.get()
    assert done["Location"] == reverse("storefront:purchase", args=[order.purchase.key])
    assert order.number in text_of(client.get(done["Location"]))
    assert (order.total_gross, order.delivery_postcode, order.buyer_reference) == (
        Decimal("1033.50"),
        "178 23",
        "ZZ1234",
    )
    page = text_of(client.get(reverse("storefront:order", args=[order.token])))
    assert "SEK 1,033.50" in page
    assert "ZZ1234" in page


@pytest.mark.parametrize(
    ("quantity", "sentence"),
    [
        ("", "Write how many copies you want of at least one publication."),
        ("0", "Write 1 or more, or leave the field empty."),
        ("-1", "Write 1 or more, or leave the field empty."),
        ("1.5", "Copies come whole: write a whole number, for example 15."),
        ("1,5", "Copies come whole: write a whole number, for example 15."),
        (str(10**9), "That is more than one order can hold: at most 99999 copies."),
        ("9" * 5000, "That is more than one order can hold: at most 99999 copies."),
        ("femton", "Write the number of copies in digits, for example 15."),
        ("٣", "Write the number of copies in digits, for example 15."),
        ("51", "Only 50 copies of “Att styra” are left."),
    ],
)
def test_order_form_answers_a_bad_quantity_at_its_field_and_keeps_the_rest(
    client: Client, circular: Circular, book: Publication, quantity: str, sentence: str
) -> None:
    answer = client.post(address(circular), typed(book, quantity, note="Ring först"))
    form = answer.context["form"]
    assert answer.status_code == 422
    assert form.errors == {f"quantity-{book.pk}": [sentence]}
    assert f'id="id_quantity-{book.pk}_error">{sentence.replace("&", "&amp;")}' in answer.content.decode()
    assert "Ring först" in answer.content.decode()
    assert not OrderDraft.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("contact_name", "", "Write your name, so that we know whom to ask."),
        ("contact_email", "maja@", "Enter a valid email address."),
        ("delivery_postcode", "1782", "A Swedish postcode has five digits, for example 178 23."),
        (
            "organisation_number",
            "212000-0143",
            "“212000-0143” is not an organisation number: check the digits. Example: 212000-0142.",
        ),
        (
            "e_invoice_address",
            "hej",
            "“hej” is not an e-invoice address. Write a Peppol address such as 0007:2120000142, "
            "a GLN of 13 digits, or leave the field empty.",
        ),
    ],
)
def test_order_form_answers_a_bad_field_in_words(
    client: Client, circular: Circular, book: Publication, field: str, value: str, sentence: str
) -> None:
    answer = client.post(address(circular), typed(book, **{field: value}))
    assert answer.context["form"].errors == {field: [sentence]}
    assert 'id="error-summary"' in answer.content.decode()
    assert f'href="#id_{field}"' in answer.content.decode()


def test_order_form_wants_the_whole_invoice_address_or_none(
    client: Client, circular: Circular, book: Publication
) -> None:
    answer = client.post(address(circular), typed(book, invoice_street="Box 1"))
    assert set(answer.context["form"].errors) == {"invoice_postcode", "invoice_city"}
    assert "<details" in answer.content.decode()
    assert " open>" in answer.content.decode()


def test_order_form_speaks_the_language_of_the_reader(circular: Circular, book: Publication) -> None:
    answer = Client(headers={"accept-language": "sv"}).post(address(circular), typed(book, "femton"))
    assert answer.context["form"].errors[f"quantity-{book.pk}"] != [
        "Write the number of copies in digits, for example 15."
    ]


def test_take_sets_the_advised_quantity_and_keeps_what_was_typed(
    client: Client, circular: Circular, book: Publication
) -> None:
    answer = client.post(address(circular), typed(book, "14", take=f"{book.pk}:15"))
    assert answer.status_code == 200
    form = answer.context["form"]
    assert form[f"quantity-{book.pk}"].value() == "15"
    assert form["contact_name"].value() == "Maja Lind"
    assert "SEK 1,033.50" in text_of(answer)


def test_recalculate_shows_the_total_without_asking_for_the_rest(
    client: Client, circular: Circular, book: Publication
) -> None:
    answer = client.post(address(circular), {f"quantity-{book.pk}": "14", "recalculate": "1"})
    assert answer.status_code == 200
    assert "SEK 1,484.00" in text_of(answer)
    assert "15 copies cost less: you get more copies and pay SEK 450.50 less in all." in text_of(answer)
    assert answer.context["form"].errors == {}


def test_order_total_answers_with_sum_tier_and_advice(client: Client, book: Publication) -> None:
    answer = client.post(reverse("storefront:order-total"), {f"quantity-{book.pk}": "14"})
    shown = text_of(answer)
    assert "SEK 1,484.00" in shown
    assert "Take 15 copies" in shown
    assert answer.content.decode().count("hx-swap-oob") == 4
    back = [
        text_of(client.post(reverse("storefront:order-total"), {f"quantity-{book.pk}": q}))
        for q in ("15", "14")
    ]
    assert "SEK 1,033.50" in back[0]
    assert back[1] == shown


@pytest.mark.parametrize("quantity", ["", "0", "x", "1.5", "-3", str(10**30)])
def test_order_total_leaves_out_what_it_cannot_read(client: Client, book: Publication, quantity: str) -> None:
    answer = client.post(
        reverse("storefront:order-total"), {f"quantity-{book.pk}": quantity, "quantity-x": "1"}
    )
    assert answer.status_code == 200
    assert answer.context["quotes"] == ()


def test_order_total_costs_the_same_number_of_queries_for_more_lines(
    client: Client, django_assert_num_queries: Any
) -> None:
    seller = factories.seller()
    books = [factories.publication(seller=seller, tiers={10: "5"}) for _ in range(12)]
    for some in (books[:1], books):
        with django_assert_num_queries(5):
            client.post(reverse("storefront:order-total"), {f"quantity-{one.pk}": "3" for one in some})
