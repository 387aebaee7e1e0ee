"""The registers every installation needs: complete, loaded once, brought up to date, nothing deleted."""

from datetime import date
from decimal import Decimal

import pytest
from django.db.models import Count

from catalog.models import RecipientAlias, RecipientGroup, VatClass, VatRate
from shop.actions.load_register import Loaded, load_register
from shop.customers.models import Organisation
from shop.journal.models import Entry
from tests import factories

pytestmark = pytest.mark.django_db

NOTHING = Loaded(vat_rates=0, recipient_groups=0, organisations=0)


def test_load_register_loads_everything_into_an_empty_shop() -> None:
    assert load_register() == Loaded(vat_rates=8, recipient_groups=36, organisations=409)
    kinds = (
        Organisation.objects.values_list("country", "kind").annotate(Count("pk")).order_by("country", "kind")
    )
    assert list(kinds) == [("DK", "municipality", 98), ("SE", "municipality", 290), ("SE", "region", 21)]
    assert (VatRate.objects.count(), RecipientGroup.objects.count()) == (8, 36)


def test_load_register_writes_one_entry() -> None:
    load_register()
    entry = Entry.objects.get()
    assert (entry.kind, entry.subject_kind, entry.subject_key) == ("register.loaded", "register", "all")
    assert (entry.actor, entry.actor_name) == (None, "load_register")
    assert entry.facts == {"vat_rates": 8, "recipient_groups": 36, "organisations": 409}


def test_load_register_changes_nothing_the_second_time() -> None:
    load_register()
    before = everything()
    assert load_register() == NOTHING
    assert not NOTHING.anything
    assert everything() == before


def everything() -> list[list[object]]:
    tables = (VatClass, VatRate, RecipientGroup, RecipientAlias, Organisation, Entry)
    return [list(table._default_manager.order_by("pk").values()) for table in tables]


def test_load_register_knows_organisations_by_code() -> None:
    load_register()
    ekero = Organisation.objects.get(country="SE", kind="municipality", code="0125")
    assert (ekero.name, ekero.name_folded, ekero.county) == ("Ekerö kommun", "ekerö kommun", "Stockholms län")
    helsingor = Organisation.objects.get(country="DK", kind="municipality", code="0217")
    assert (helsingor.name, helsingor.name_folded) == ("Helsingør Kommune", "helsingør kommune")


def test_load_register_renames_what_has_another_name_and_keeps_the_rest_of_it() -> None:
    load_register()
    rows = Organisation.objects.filter(country="SE", code="0125")
    rows.update(name="Ekerö", name_folded="ekerö", organisation_number="212000-0050", street="Box 205")
    assert load_register() == Loaded(vat_rates=0, recipient_groups=0, organisations=1)
    ekero = rows.get()
    assert (ekero.name, ekero.name_folded) == ("Ekerö kommun", "ekerö kommun")
    assert (ekero.organisation_number, ekero.street) == ("212000-0050", "Box 205")


def test_load_register_updates_a_moved_county() -> None:
    load_register()
    rows = Organisation.objects.filter(country="SE", code="0331")
    rows.update(county="Västmanlands län")
    assert load_register().organisations == 1
    assert rows.get().county == "Uppsala län"


def test_load_register_adds_what_is_missing_and_deletes_nothing() -> None:
    school = factories.organisation("Lindgårdens friskola", code="")
    closed = factories.organisation("Västlands kommun", code="9999")
    load_register()
    Organisation.objects.filter(country="SE", code="0125").delete()
    assert load_register() == Loaded(vat_rates=0, recipient_groups=0, organisations=1)
    assert Organisation.objects.filter(pk__in=[school.pk, closed.pk]).count() == 2
    assert Organisation.objects.count() == 411


def test_load_register_keeps_rates_entered_by_hand() -> None:
    book = VatClass.objects.create(code="book")
    for from_on, percent in [(date(2002, 1, 1), "6.50"), (date(2027, 1, 1), "12")]:
        VatRate.objects.create(vat_class=book, country="SE", from_on=from_on, percent=Decimal(percent))
    assert load_register().vat_rates == 7
    rates = VatRate.objects.filter(vat_class=book, country="SE").order_by("from_on")
    assert [(rate.from_on.year, rate.percent) for rate in rates] == [
        (1990, Decimal(25)),
        (2002, Decimal("6.50")),
        (2027, Decimal(12)),
    ]


def test_load_register_loads_the_rates_of_both_countries() -> None:
    load_register()
    rates = VatRate.objects.order_by("vat_class__code", "country", "from_on")
    assert [(str(one.vat_class.code), one.country, one.from_on, int(one.percent)) for one in rates] == [
        ("book", "DK", date(1992, 1, 1), 25),
        ("book", "SE", date(1990, 7, 1), 25),
        ("book", "SE", date(2002, 1, 1), 6),
        ("e_publication", "DK", date(1992, 1, 1), 25),
        ("e_publication", "SE", date(1990, 7, 1), 25),
        ("e_publication", "SE", date(2019, 7, 1), 6),
        ("other", "DK", date(1992, 1, 1), 25),
        ("other", "SE", date(1990, 7, 1), 25),
    ]


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("idrott - fritid", "Idrott - Fritid"),
        ("idrott och fritid", "Idrott - Fritid"),
        ("ks", "Kommunstyrelsen"),
        ("kommunstyrelsen", "Kommunstyrelsen"),
        ("personalnämnd", "Personal"),
        ("ældreforvaltningen", "Sundhed og ældre"),
    ],
)
def test_load_register_knows_groups_by_their_spellings(spelling: str, name: str) -> None:
    load_register()
    assert RecipientAlias.objects.get(folded=spelling).group.name == name


def test_load_register_adds_a_spelling_to_a_group_that_is_here() -> None:
    load_register()
    RecipientAlias.objects.filter(folded__in=["ks", "idrott - fritid"]).delete()
    RecipientGroup.objects.filter(slug="personal").update(name="Personalfrågor")
    assert load_register() == Loaded(vat_rates=0, recipient_groups=3, organisations=0)
    assert RecipientAlias.objects.get(folded="ks").group.slug == "kommunstyrelsen"
    assert RecipientGroup.objects.get(slug="personal").name == "Personal"


def test_load_register_leaves_a_spelling_with_the_group_that_a_person_gave_it() -> None:
    load_register()
    theirs = factories.recipient_group("Centrala ledningsgruppen")
    RecipientAlias.objects.filter(folded="ks").update(group=theirs)
    assert load_register() == NOTHING
    assert RecipientAlias.objects.get(folded="ks").group == theirs
