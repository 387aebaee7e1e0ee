"""Rules that the database holds by itself, whoever writes."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import Model, UniqueConstraint

from catalog.models import (
    Circular,
    PostageBand,
    PriceTier,
    Publication,
    RecipientAlias,
    StockMovement,
    VatClass,
    VatRate,
)
from shop.customers.models import Assignment, Organisation
from shop.orders.models import Purchase
from tests import factories

pytestmark = pytest.mark.django_db

title = factories.publication


def change(row: Model, **fields: Any) -> None:
    """Write past every rule of our own code."""
    type(row)._default_manager.filter(pk=row.pk).update(**fields)


def again(row: Model, **fields: Any) -> None:
    """Add the same row once more, but for `fields`."""
    row.pk = None
    row._state.adding = True
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()


def count_oversold() -> None:
    """Begin to count a title of which more is promised than is left."""
    made = title(stock_of=5, stock_rule="backorder")
    change(made, reserved=6)
    change(made, stock_rule="tracked")


BREACHES: dict[str, tuple[str, Callable[[], Any]]] = {}


def breach(constraint: str, act: Callable[[], Any], case: str = "") -> None:
    BREACHES[f"{constraint} {case}".strip()] = (constraint, act)


breach("on_hand_not_negative", lambda: change(title(stock_rule="untracked"), on_hand=-1))
breach("reserved_not_negative", lambda: change(title(), reserved=-1))
breach("tracked_not_oversold", lambda: change(title(stock_of=5), reserved=6))
breach("tracked_not_oversold", count_oversold, "by another stock rule")
breach("pack_size_positive", lambda: change(title(), pack_size=0))
breach("published_has_vat_class", lambda: change(title(), vat_class=None))
breach("published_has_vat_class", lambda: change(title(state="withdrawn"), vat_class=None), "withdrawn")
breach("article_number_of_seller", lambda: again(title(), slug="another"))
breach("catalog_publication.slug", lambda: again(title(), article_number="another"))
breach(
    "movement_not_zero", lambda: StockMovement.objects.create(publication=title(), quantity=0, kind="counted")
)

breach("price_not_negative", lambda: factories.priced(title(), "-0.01", from_on=date(2026, 1, 1)))
breach("tier_not_negative", lambda: title(tiers={2: "-1"}))
breach("tier_from_two", lambda: title(tiers={1: "90"}))
breach(
    "one_tier_a_quantity", lambda: again(PriceTier.objects.get(price__publication=title(tiers={15: "65"})))
)
breach("one_vat_rate_a_day", lambda: again(factories.vat_class().rates.filter(country="SE")[0]))
breach(
    "vat_percent_in_range",
    lambda: VatRate.objects.create(
        vat_class=factories.vat_class(), country="SE", from_on=date(2027, 1, 1), percent=Decimal("100.01")
    ),
    "above",
)
breach(
    "vat_percent_in_range",
    lambda: VatRate.objects.create(
        vat_class=factories.vat_class(), country="SE", from_on=date(2027, 1, 1), percent=Decimal("-1")
    ),
    "below",
)
breach("catalog_vatclass.code", lambda: VatClass.objects.create(code=factories.vat_class().code))

breach("seller_country", lambda: factories.seller(country="NO"))
breach("seller_currency", lambda: factories.seller(currency="EUR"))
breach("one_tariff_a_day", lambda: again(factories.tariff(factories.seller())))
breach("one_band_a_limit", lambda: factories.tariff(factories.seller(), (250, "22"), (250, "35")))
breach("one_band_without_limit", lambda: factories.tariff(factories.seller(), (None, "22"), (None, "35")))
breach(
    "band_not_negative",
    lambda: PostageBand.objects.create(tariff=factories.tariff(factories.seller()), net=Decimal("-1")),
)

breach("slug_of_publisher", lambda: again(factories.circular(), number="1996:999"))
breach("number_of_publisher", lambda: again(factories.circular(), slug="another"))
breach("announced_once_a_circular", lambda: factories.circular(made := title(), made))
breach(
    "entitled_once",
    lambda: again(
        factories.free_copies(
            factories.circular(title()).announcements.get(), group=factories.recipient_group()
        )
    ),
)
breach(
    "catalog_recipientalias.folded",
    lambda: again(RecipientAlias.objects.create(group=factories.recipient_group(), folded="kommunstyrelsen")),
)

breach("one_user_an_address", lambda: again(factories.user(email="a@b.example"), email="A@B.example"))
breach("assigned_once", lambda: again(Assignment.objects.get(user=factories.staff(factories.seller()))))
breach("one_organisation_a_code", lambda: again(factories.organisation()))

breach("shop_purchase.key", lambda: again(factories.order().purchase))
breach("one_order_a_seller", lambda: again(factories.order(), number="another", token="another"))
breach(
    "shop_order.number",
    lambda: again(factories.order(), purchase=Purchase.objects.create(**purchase()), token="x"),
)
breach(
    "shop_order.token",
    lambda: again(factories.order(), purchase=Purchase.objects.create(**purchase()), number="x"),
)
breach("order_adds_up", lambda: change(factories.order(), total_gross=Decimal("1033.51")))
breach("cancelled_with_reason", lambda: change(factories.order(), state="cancelled"))
breach("line_quantity_positive", lambda: change(factories.order().lines.get(), quantity=0))
breach("one_line_a_position", lambda: again(factories.order().lines.get()))
breach("one_group_a_rate", lambda: again(factories.order().vat_groups.get()))
breach("group_adds_up", lambda: change(factories.order().vat_groups.get(), base=Decimal("975.01")))


def purchase() -> dict[str, Any]:
    return {"key": "11111111-1111-4111-8111-111111111111", "placed_at": "2026-10-05T12:00:00Z"}


@pytest.mark.parametrize("case", BREACHES)
def test_database_refuses(case: str) -> None:
    constraint, act = BREACHES[case]
    with pytest.raises(IntegrityError, match=re.escape(told(constraint))), transaction.atomic():
        act()


def told(constraint: str) -> str:
    """How the database names a constraint; SQLite names the columns of those that are plainly unique."""
    if connection.vendor == "postgresql":
        return constraint.replace(".", "_")
    for model in apps.get_models():
        for one in model._meta.constraints:
            if one.name == constraint and isinstance(one, UniqueConstraint) and one.fields:
                columns = [model._meta.get_field(name).column for name in one.fields]  # type: ignore[union-attr]
                return ", ".join(f"{model._meta.db_table}.{column}" for column in columns)
    return constraint


def test_order_adds_up_at_thirty_ore() -> None:
    """0.10 + 0.20 = 0.30: with floats this would be refused."""
    order = factories.order()
    change(order, total_net=Decimal("0.10"), total_vat=Decimal("0.20"), total_gross=Decimal("0.30"))
    order.refresh_from_db()
    assert order.total_gross == order.total_net + order.total_vat == Decimal("0.30")


def test_database_lets_numberless_rows_be() -> None:
    """Several pages without a number, several organisations without a code."""
    publisher = factories.seller()
    for slug in ("a-page", "another"):
        factories.circular(publisher=publisher, number="", slug=slug)
        factories.organisation(slug, code="")
    assert Circular.objects.filter(number="").count() == Organisation.objects.filter(code="").count() == 2


def test_article_number_may_be_used_by_another_seller() -> None:
    books = [title(article_number="1"), title(article_number="1")]
    assert list(Publication.objects.filter(article_number="1")) == books


def test_draft_needs_no_vat_class() -> None:
    assert title(state="draft", vat_class=None, price=None).vat_class is None
