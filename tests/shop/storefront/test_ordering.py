"""The order form by HTTP, without JavaScript: circular, form, review, order."""

import re
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from catalog.models import Circular, Publication
from shop.baskets.models import OrderDraft
from shop.orders.models import Order, Purchase
from shop.outbox.models import Message
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    return Client(headers={"accept-language": "en"})


@pytest.fixture
def book() -> Publication:
    return factories.publication(price="100", tiers={15: "65"}, title="Att styra", stock_of=50)


@pytest.fixture
def circular(book: Publication) -> Circular:
    return factories.circular(book, factories.publication(seller=book.seller, price="25", title="Häftet"))


def address(circular: Circular) -> str:
    return reverse("storefront:circular", args=[circular.publisher.slug, circular.slug])


def typed(book: Publication, quantity: str = "15", **fields: str) -> dict[str, str]:
    return {
        "key": str(uuid4()),
        f"quantity-{book.pk}": quantity,
        "contact_name": "Maja Lind",
        "contact_email": "maja@ekero.example",
        "organisation_name": "Ekerö kommun",
        "delivery_street": "Tappströmsvägen 2",
        "delivery_postcode": "17823",
        "delivery_city": "Ekerö",
        "delivery_country": "SE",
    } | fields


def text_of(answer: Any) -> str:
    """What is read on a page: no tags, single spaces."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode())).replace("\u00a0", " ")


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
    done = client.post(answer["Location"], {"figures": review.context["figures"]})
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
        ("organisation_number", "212000-0143", "“212000-0143” is not an organisation number: check the digits. Example: 212000-0142."),
        ("e_invoice_address", "hej", "“hej” is not an e-invoice address. Write a Peppol address such as 0007:2120000142, a GLN of 13 digits, or leave the field empty."),
    ],
)  # fmt: skip
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
        with django_assert_num_queries(8):
            client.post(reverse("storefront:order-total"), {f"quantity-{one.pk}": "3" for one in some})


def placed(client: Client, circular: Circular, data: dict[str, str]) -> Any:
    """Post the form, then its review as it was shown."""
    review = client.post(address(circular), data)["Location"]
    shown = client.get(review)
    return client.post(review, {"figures": shown.context["figures"]})


def test_order_sent_again_from_the_same_form_is_the_same_order(
    client: Client, circular: Circular, book: Publication
) -> None:
    data = typed(book)
    first = placed(client, circular, data)
    again = client.post(address(circular), data | {f"quantity-{book.pk}": "20"})
    there = client.get(again["Location"])
    assert there["Location"] == first["Location"]
    assert Order.objects.get().lines.get().quantity == 15
    assert Message.objects.count() == 2
    assert "already been placed" in text_of(client.get(there["Location"]))


def test_order_sold_out_between_review_and_button_goes_back_to_its_field(
    client: Client, circular: Circular, book: Publication
) -> None:
    review = client.post(address(circular), typed(book, "40", note="Ring först"))["Location"]
    figures = client.get(review).context["figures"]
    factories.order((book, 30))
    answer = client.post(review, {"figures": figures})
    back = client.get(answer["Location"])
    assert back.context["form"].errors == {f"quantity-{book.pk}": ["Only 20 copies of “Att styra” are left."]}
    assert "Ring först" in back.content.decode()
    assert Order.objects.count() == 1


def test_order_whose_price_changed_is_shown_again_before_it_is_placed(
    client: Client, circular: Circular, book: Publication
) -> None:
    review = client.post(address(circular), typed(book, "1"))["Location"]
    figures = client.get(review).context["figures"]
    factories.priced(book, "120", from_on=book.prices.get().from_on)
    answer = client.post(review, {"figures": figures})
    assert answer.status_code == 409
    assert "SEK 127.20" in text_of(answer)
    assert not Purchase.objects.exists()
    client.post(review, {"figures": answer.context["figures"]})
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
