"""Finding an organisation as somebody types its name."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from shop.customers.queries import organisation_named, organisations_like
from tests import factories

pytestmark = pytest.mark.django_db

NAMES = [
    "Ekerö kommun",
    "Lunds kommun",
    "Lundby friskola",
    "Östra Lunds församling",
    "Høje-Taastrup Kommune",
    "Københavns Kommune",
    "Vännäs kommun",
    "Åre kommun",
    "Bornholms Regionskommune",
    "100 % kultur AB",
]


@pytest.fixture
def register() -> None:
    for name in NAMES:
        factories.organisation(name)


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("lund", ["Lundby friskola", "Lunds kommun", "Östra Lunds församling"]),
        ("LUND", ["Lundby friskola", "Lunds kommun", "Östra Lunds församling"]),
        ("  lunds   k ", ["Lunds kommun"]),
        ("ÖSTRA", ["Östra Lunds församling"]),
        ("ostra", []),
        ("ÅR", ["Åre kommun"]),
        ("HØJE", ["Høje-Taastrup Kommune"]),
        ("taastrup", ["Høje-Taastrup Kommune"]),
        ("friskola", ["Lundby friskola"]),
        ("00 %", ["100 % kultur AB"]),
        ("__", []),
        ("%%", []),
        ("l", []),
        (" l ", []),
        ("", []),
    ],
)
def test_organisations_like_finds_names_that_hold_what_was_typed(typed: str, expected: list[str]) -> None:
    assert [one.name for one in organisations_like(typed)] == expected


def test_organisations_like_gives_at_most_eight_those_that_begin_with_it_first() -> None:
    for n in range(9):
        factories.organisation(f"Aneby skola {n}")
    factories.organisation("Skolan i Mora")
    with CaptureQueriesContext(connection) as queries:
        found = [one.name for one in organisations_like("skola")]
    assert found == ["Skolan i Mora", *(f"Aneby skola {n}" for n in range(7))]
    assert len(queries) == 1
    assert len(organisations_like("skola", most=3)) == 3


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Ekerö kommun", "Ekerö kommun"),
        ("  ekerö  KOMMUN ", "Ekerö kommun"),
        ("Ekerö", "Ekerö kommun"),
        ("EKERÖ", "Ekerö kommun"),
        ("Lund", "Lunds kommun"),
        ("Lunds", "Lunds kommun"),
        ("Vännäs", "Vännäs kommun"),
        ("Åre", "Åre kommun"),
        ("København", "Københavns Kommune"),
        ("Københavns kommune", "Københavns Kommune"),
        ("Høje-Taastrup", "Høje-Taastrup Kommune"),
        ("Lundby", None),
        ("Lundby friskola", "Lundby friskola"),
        ("Eker", None),
        ("Ekero", None),
        ("kommun", None),
        ("", None),
    ],
)
def test_organisation_named_knows_municipalities_by_their_short_names(
    typed: str, expected: str | None
) -> None:
    found = organisation_named(typed)
    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    "names",
    [
        ("Herning Kommune", "Herning kommun"),
        ("Lund kommun", "Lunds kommun"),
        ("Ekerö kommun", "Ekerö kommun"),
        ("Ekerö", "Ekerö kommun"),
    ],
)
def test_organisation_named_leaves_it_open_where_several_are_meant(names: tuple[str, str]) -> None:
    for name in names:
        factories.organisation(name)
    assert organisation_named(names[0].split()[0]) is None
