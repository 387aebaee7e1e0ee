"""The demonstration's orders and people: no office page opens empty."""

from decimal import Decimal

import pytest
from django.db.models import Sum

from catalog.models import Publication, Seller
from shop.customers.models import User
from shop.customers.numbers import e_invoice_address, organisation_number
from shop.demonstration.people import PASSWORD
from shop.journal.models import Entry
from shop.orders.models import Order, OrderLine
from shop.orders.states import State
from shop.outbox.models import Message

pytestmark = pytest.mark.django_db


def test_demonstration_has_an_order_in_every_state() -> None:
    assert set(Order.objects.values_list("state", flat=True)) == {str(state) for state in State}
    assert Order.objects.exclude(hold_reason="").filter(state=State.PLACED).exists()
    assert Order.objects.count() >= 12


def test_demonstration_has_orders_of_every_seller_in_every_language() -> None:
    sellers = set(Order.objects.values_list("seller__slug", flat=True))
    assert sellers == set(Seller.objects.values_list("slug", flat=True))
    assert set(Order.objects.values_list("language", flat=True)) == {"sv", "da", "en"}


def test_demonstration_orders_add_up() -> None:
    for order in Order.objects.prefetch_related("lines", "vat_groups"):
        lines = sum((line.line_net for line in order.lines.all()), Decimal(0))
        groups = order.vat_groups.all()
        assert order.total_net == lines + order.postage_net == sum(group.base for group in groups)
        assert order.total_vat == sum(group.vat for group in groups)


def test_demonstration_order_of_fifteen_reaches_the_price_break() -> None:
    order = Order.objects.get(organisation_name="Ekerö kommun", state=State.PLACED)
    line = order.lines.get()
    assert (line.quantity, line.tier_min_quantity, line.unit_net, line.line_net, line.circular_number) == (
        15,
        15,
        Decimal(65),
        Decimal(975),
        "1996:134",
    )
    assert (order.postage_net, order.total_net, order.total_vat, order.total_gross) == (
        Decimal(75),
        Decimal(1050),
        Decimal(63),
        Decimal(1113),
    )


def test_demonstration_orders_hold_the_stock_that_they_wait_for() -> None:
    waiting = OrderLine.objects.exclude(order__state__in=[State.COMPLETED, State.CANCELLED])
    wanted = dict(waiting.values_list("publication").annotate(Sum("quantity")).order_by())
    reserved = dict(Publication.objects.exclude(reserved=0).values_list("pk", "reserved"))
    assert reserved == wanted


def test_demonstration_orders_left_letters_and_entries() -> None:
    numbers = set(Order.objects.values_list("number", flat=True))
    confirmed = Message.objects.filter(kind="order_confirmation").values_list("subject_key", flat=True)
    placed = Entry.objects.filter(kind="order.placed").values_list("subject_key", flat=True)
    assert (set(confirmed), set(placed)) == (numbers, numbers)
    assert (len(confirmed), len(placed)) == (len(numbers), len(numbers))


def test_demonstration_numbers_have_right_check_digits() -> None:
    orders = Order.objects.exclude(organisation_number="")
    for order in orders:
        country = "DK" if "-" not in order.organisation_number else "SE"
        assert organisation_number(order.organisation_number, country=country) == order.organisation_number
    for order in Order.objects.exclude(e_invoice_address=""):
        assert e_invoice_address(order.e_invoice_address) == order.e_invoice_address
    for seller in Seller.objects.all():
        number = seller.organisation_number
        assert organisation_number(number, country=seller.country) == number


@pytest.mark.parametrize(
    ("email", "role"), [("kontoret@talong.example", "office"), ("ekonomi@talong.example", "finance")]
)
def test_demonstration_staff_work_for_every_seller(email: str, role: str) -> None:
    user = User.objects.get(email=email)
    assert user.check_password(PASSWORD)
    assert (user.is_staff, user.is_superuser) == (True, False)
    assert sorted(user.assignments.values_list("seller__slug", "role")) == [
        ("kl", role),
        ("kommentus", role),
        ("kommunforbundet", role),
    ]


def test_demonstration_addresses_reach_nobody() -> None:
    """Letters to invented people must not arrive at real ones (RFC 2606)."""
    addresses = [
        *Order.objects.values_list("contact_email", flat=True),
        *Seller.objects.values_list("email", flat=True),
        *Message.objects.values_list("recipient", flat=True),
        *User.objects.values_list("email", flat=True),
    ]
    assert [address for address in addresses if not address.endswith(".example")] == []
