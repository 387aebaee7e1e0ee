"""The command that fills an empty shop with the demonstration."""

from collections import Counter
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command

from catalog.models import Publication
from shop.orders.models import Order
from tests import factories

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("load_demonstration", *arguments, stdout=out)
    return out.getvalue()


def everything() -> dict[str, Counter[str]]:
    """Every row of every table."""
    return {
        model._meta.label: Counter(str(sorted(row.items())) for row in model._default_manager.values())
        for model in apps.get_models(include_auto_created=True)
    }


def test_load_demonstration_fills_an_empty_shop_once() -> None:
    first = run()
    before = everything()
    second = run()
    assert everything() == before
    assert first == f"Loading the demonstration ...\n{second}"


def test_load_demonstration_leaves_a_shop_alone_that_somebody_has_begun() -> None:
    factories.seller()
    run()
    assert (Publication.objects.count(), Order.objects.count()) == (0, 0)


def test_load_demonstration_prints_what_to_try_at_its_port() -> None:
    factories.seller()
    shown = run("--port", "8010")
    assert [line.split() for line in shown.splitlines() if "8010" in line or "talong" in line] == [
        ["Talong", "is", "at", "http://127.0.0.1:8010/"],
        ["read", "circular", "1996:134", "http://127.0.0.1:8010/cirkular/kommunforbundet/1996-134/"],
        ["Staff", "log", "in", "at", "http://127.0.0.1:8010/kontoret/"],
        ["publications", "office", "kontoret@talong.example"],
        ["finance", "ekonomi@talong.example"],
        ["password", "for", "both", "talong-demo-2026"],
    ]
