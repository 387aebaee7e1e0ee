"""From the catalogue to price facts: which price, which tiers, which VAT rate and which postage hold when."""

from datetime import date
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from catalog.errors import NoVatRate
from catalog.models import Publication, VatClass, VatRate
from catalog.models.sellers import Country
from catalog.prices import facts_for, facts_for_all, tariff_for, vat_percent
from catalog.pricing.facts import PriceFacts, Tier
from catalog.pricing.postage import Band, Basis, FreeGoods, Tariff
from catalog.pricing.quote import Item, quote
from tests import factories

pytestmark = pytest.mark.django_db

ANNOUNCED = date(1996, 9, 30)
TODAY = date(2026, 10, 5)


@pytest.fixture
def interview_book() -> Publication:
    """The interview book of circular 1996:134: 100 kr, or 65 kr from 15 copies."""
    return factories.publication(price="100", tiers={15: "65"}, price_from=ANNOUNCED)


def unit_net(publication: Publication, on: date) -> Decimal | None:
    facts = facts_for(publication, on=on)
    return facts.base_net if facts else None


def test_facts_for_carries_what_prices_a_publication() -> None:
    of = factories.seller(country="DK", currency="DKK", language="da")
    handbook = factories.publication(
        seller=of,
        price="195",
        tiers={100: "120.125", 20: "160"},
        weight_g=250,
        pack_size=10,
        max_quantity=300,
    )
    assert facts_for(handbook, on=TODAY) == PriceFacts(
        article=str(handbook.pk),
        tiers=(Tier(1, Decimal(195)), Tier(20, Decimal(160)), Tier(100, Decimal("120.125"))),
        vat_class="book",
        vat_rate=Decimal(25),
        currency="DKK",
        weight_g=250,
        pack_size=10,
        max_quantity=300,
    )


def test_facts_for_leaves_open_what_is_not_known() -> None:
    facts = facts_for(factories.publication(price="80"), on=TODAY)
    assert facts
    assert (facts.tiers, facts.weight_g, facts.pack_size, facts.max_quantity) == (
        (Tier(1, Decimal(80)),),
        None,
        1,
        None,
    )


def test_facts_for_takes_a_largest_quantity_of_zero_for_none() -> None:
    facts = facts_for(factories.publication(max_quantity=0), on=TODAY)
    assert facts
    assert facts.max_quantity is None


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(1996, 9, 29), None),
        (date(1996, 9, 30), "100"),
        (date(2003, 12, 31), "100"),
        (date(2004, 1, 1), "120"),
        (date(2026, 10, 5), "120"),
    ],
)
def test_facts_for_takes_the_price_in_force(
    interview_book: Publication, on: date, expected: str | None
) -> None:
    factories.priced(interview_book, "120", from_on=date(2004, 1, 1))
    assert unit_net(interview_book, on) == (Decimal(expected) if expected else None)


def test_facts_for_takes_the_later_entered_of_two_prices_of_one_date(interview_book: Publication) -> None:
    factories.priced(interview_book, "90", from_on=ANNOUNCED)
    assert unit_net(interview_book, TODAY) == Decimal(90)


def test_facts_for_takes_the_later_date_and_not_the_later_entered(interview_book: Publication) -> None:
    factories.priced(interview_book, "110", from_on=date(2010, 1, 1))
    factories.priced(interview_book, "105", from_on=date(2005, 1, 1))
    assert unit_net(interview_book, TODAY) == Decimal(110)


def test_facts_for_takes_only_the_tiers_of_the_price_in_force(interview_book: Publication) -> None:
    factories.priced(interview_book, "120", from_on=date(2004, 1, 1))
    facts = facts_for(interview_book, on=TODAY)
    assert facts
    assert facts.tiers == (Tier(1, Decimal(120)),)


def test_facts_for_tells_free_of_charge_from_no_price() -> None:
    free = facts_for(factories.publication(price="0"), on=TODAY)
    assert free
    assert free.is_free
    assert facts_for(factories.publication(price=None), on=TODAY) is None


@pytest.mark.parametrize(
    ("vat", "country", "on", "percent"),
    [
        ("book", "SE", date(1996, 9, 30), 25),
        ("book", "SE", date(2001, 12, 31), 25),
        ("book", "SE", date(2002, 1, 1), 6),
        ("book", "SE", date(2026, 10, 5), 6),
        ("e_publication", "SE", date(2019, 6, 30), 25),
        ("e_publication", "SE", date(2019, 7, 1), 6),
        ("other", "SE", date(2026, 10, 5), 25),
        ("book", "DK", date(2026, 10, 5), 25),
        ("e_publication", "DK", date(2026, 10, 5), 25),
        ("other", "DK", date(2026, 10, 5), 25),
    ],
)
def test_facts_for_takes_the_rate_of_class_country_and_date(
    vat: str, country: str, on: date, percent: int
) -> None:
    of = factories.seller(country=country, currency={"SE": "SEK", "DK": "DKK"}[country])
    facts = facts_for(factories.publication(seller=of, vat=vat, price_from=date(1990, 1, 1)), on=on)
    assert facts
    assert facts.vat_rate == percent
    assert vat_percent(vat, country=country, on=on) == percent


def test_facts_for_refuses_where_no_rate_is_known(interview_book: Publication) -> None:
    VatRate.objects.filter(country="SE", vat_class__code="book").delete()
    with pytest.raises(NoVatRate) as refused:
        facts_for(interview_book, on=TODAY)
    assert refused.value.facts == {
        "vat_class": VatClass.objects.get(code="book"),
        "country": Country.SE.label,
        "date": TODAY,
    }


def test_facts_for_refuses_before_the_first_rate() -> None:
    VatClass.objects.create(code="book")
    VatRate.objects.create(
        vat_class=VatClass.objects.get(), country="SE", from_on=date(2002, 1, 1), percent=Decimal(6)
    )
    book = factories.publication(price_from=date(1996, 1, 1))
    with pytest.raises(NoVatRate):
        facts_for(book, on=date(2001, 12, 31))
    assert unit_net(book, date(2002, 1, 1)) == Decimal(100)


def test_facts_for_needs_no_rate_where_no_price_is_known() -> None:
    book = factories.publication(price=None)
    VatRate.objects.all().delete()
    assert facts_for(book, on=TODAY) is None


def test_vat_percent_refuses_before_the_first_rate() -> None:
    factories.vat_class()
    with pytest.raises(NoVatRate) as refused:
        vat_percent("book", country="DK", on=date(1991, 12, 31))
    assert refused.value.facts == {
        "vat_class": VatClass.Code.BOOK.label,
        "country": Country.DK.label,
        "date": date(1991, 12, 31),
    }


@pytest.mark.parametrize("count", [1, 30])
def test_facts_for_all_needs_three_queries(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    of = factories.seller()
    for _ in range(count):
        factories.publication(seller=of, tiers={15: "65"}, stock_of=0)
    publications = list(Publication.objects.select_related("seller", "vat_class"))
    with django_assert_num_queries(3):
        facts = facts_for_all(publications, on=TODAY)
    assert {pk: [tier.unit_net for tier in one.tiers] for pk, one in facts.items()} == {
        one.pk: [Decimal(100), Decimal(65)] for one in publications
    }


def test_facts_for_all_leaves_out_what_has_no_rate(interview_book: Publication) -> None:
    other = factories.publication(vat="other")
    VatRate.objects.filter(vat_class__code="other").delete()
    assert facts_for_all([other, interview_book], on=TODAY).keys() == {interview_book.pk}


def test_facts_for_all_leaves_out_what_has_no_price(interview_book: Publication) -> None:
    unpriced = factories.publication(price=None)
    coming = factories.publication(price_from=date(2027, 1, 1))
    assert facts_for_all([unpriced, interview_book, coming], on=TODAY).keys() == {interview_book.pk}


@pytest.mark.parametrize(
    ("on", "quantity", "net", "total"),
    [
        (ANNOUNCED, 14, "1400.00", "1750.00"),
        (ANNOUNCED, 15, "975.00", "1218.75"),
        (TODAY, 14, "1400.00", "1484.00"),
        (TODAY, 15, "975.00", "1033.50"),
    ],
)
def test_facts_for_quotes_the_interview_book_as_the_circular_does(
    interview_book: Publication, on: date, quantity: int, net: str, total: str
) -> None:
    facts = facts_for(interview_book, on=on)
    assert facts
    priced = quote([Item(facts=facts, quantity=quantity)], dated_on=on)
    assert (priced.net, priced.total) == (Decimal(net), Decimal(total))


def test_tariff_for_takes_the_tariff_in_force() -> None:
    of = factories.seller()
    factories.tariff(of, (250, "22"), (None, "59"))
    factories.tariff(
        of,
        (None, "40"),
        (50, "20"),
        (5, "10"),
        from_on=date(2020, 1, 1),
        basis="quantity",
        free_goods="ignored",
        free_from_net=Decimal(1500),
        default_weight_g=150,
        surcharge_po_box=Decimal("25.50"),
    )
    by_weight = Tariff(
        bands=(Band(up_to=250, net=Decimal(22)), Band(up_to=None, net=Decimal(59))),
        by=Basis.WEIGHT,
        free_from_net=None,
        default_weight_g=0,
        free_goods=FreeGoods.COUNTED,
        surcharge_po_box=Decimal(0),
    )
    by_quantity = Tariff(
        bands=(
            Band(up_to=5, net=Decimal(10)),
            Band(up_to=50, net=Decimal(20)),
            Band(up_to=None, net=Decimal(40)),
        ),
        by=Basis.QUANTITY,
        free_from_net=Decimal(1500),
        default_weight_g=150,
        free_goods=FreeGoods.IGNORED,
        surcharge_po_box=Decimal("25.50"),
    )
    days = [date(1989, 12, 31), date(1990, 1, 1), date(2019, 12, 31), date(2020, 1, 1)]
    assert [tariff_for(of, on=day) for day in days] == [None, by_weight, by_weight, by_quantity]


def test_tariff_for_is_the_seller_s_own() -> None:
    factories.tariff(factories.seller(), (None, "59"))
    assert tariff_for(factories.seller(), on=TODAY) is None
