"""Loading the registers that every installation needs: VAT rates, recipient groups, organisations.

Idempotent: what is missing is added, what the files name is brought up to date, nothing is deleted.
"""

import csv
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from django.db import transaction

import catalog
import shop.customers
from catalog.models import RecipientAlias, RecipientGroup, VatClass, VatRate
from catalog.queries.search import folded
from shop.customers.models import Organisation
from shop.journal.models import write

CATALOGUE_DATA = Path(catalog.__file__).parent / "data"
CUSTOMER_DATA = Path(shop.customers.__file__).parent / "data"


@dataclass(frozen=True)
class Loaded:
    """How many rows were added or changed."""

    vat_rates: int
    recipient_groups: int
    organisations: int

    @property
    def anything(self) -> bool:
        return bool(self.vat_rates or self.recipient_groups or self.organisations)


@transaction.atomic
def load_register() -> Loaded:
    """Bring the registers up to date with the project's files, and say what changed."""
    loaded = Loaded(
        vat_rates=_load_vat_rates(), recipient_groups=_load_groups(), organisations=_load_organisations()
    )
    if loaded.anything:
        write(
            "register.loaded",
            subject=("register", "all"),
            by=None,
            as_name="load_register",
            vat_rates=loaded.vat_rates,
            recipient_groups=loaded.recipient_groups,
            organisations=loaded.organisations,
        )
    return loaded


def _load_vat_rates() -> int:
    """Dated rates are added; a rate that is already there is left as it is, whoever entered it."""
    rows = _rows(CATALOGUE_DATA / "vat_rates.csv")
    classes = {
        code: VatClass.objects.get_or_create(code=code)[0] for code in {row["vat_class"] for row in rows}
    }
    before = VatRate.objects.count()
    VatRate.objects.bulk_create(
        (
            VatRate(
                vat_class=classes[row["vat_class"]],
                country=row["country"],
                from_on=row["from_on"],
                percent=Decimal(row["percent"]),
            )
            for row in rows
        ),
        ignore_conflicts=True,
    )
    return VatRate.objects.count() - before


def _load_groups() -> int:
    """Groups by slug: missing ones are added, renamed ones renamed, and each gets its missing spellings."""
    rows = tomllib.loads((CATALOGUE_DATA / "recipient_groups.toml").read_text(encoding="utf-8"))["group"]
    present = {group.slug: group for group in RecipientGroup.objects.all()}
    spellings = set(RecipientAlias.objects.values_list("folded", flat=True))
    changed = set()
    for row in rows:
        group = present.get(row["slug"]) or RecipientGroup(slug=row["slug"])
        if group.name != row["name"]:
            group.name = row["name"]
            group.save()
            changed.add(group.slug)
        missing = {folded(name) for name in [row["name"], *row["aliases"]]} - spellings
        if missing:
            RecipientAlias.objects.bulk_create(RecipientAlias(group=group, folded=one) for one in missing)
            spellings |= missing
            changed.add(group.slug)
    return len(changed)


def _load_organisations() -> int:
    """Organisations by country, kind and code: missing ones are added, renamed ones renamed."""
    present = {(row.country, row.kind, row.code): row for row in Organisation.objects.exclude(code="")}
    changed: list[Organisation] = []
    for row in _rows(CUSTOMER_DATA / "organisations.csv"):
        key = (row["country"], row["kind"], row["code"])
        organisation = present.get(key) or Organisation(country=key[0], kind=key[1], code=key[2])
        if (organisation.name, organisation.county) != (row["name"], row["county"]):
            organisation.name, organisation.county = row["name"], row["county"]
            organisation.name_folded = folded(row["name"])
            changed.append(organisation)
    Organisation.objects.bulk_update((one for one in changed if one.pk), ["name", "name_folded", "county"])
    Organisation.objects.bulk_create(one for one in changed if one.pk is None)
    return len(changed)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
