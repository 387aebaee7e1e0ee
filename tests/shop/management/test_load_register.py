"""The command that loads the registers."""

from io import StringIO

import pytest
from django.core.management import call_command

from shop.customers.models import Organisation

pytestmark = pytest.mark.django_db


def run() -> str:
    out = StringIO()
    call_command("load_register", stdout=out)
    return out.getvalue()


def test_load_register_tells_what_changed_and_is_silent_otherwise() -> None:
    first = run()
    Organisation.objects.filter(code="0125").update(name="Ekerö")
    assert [first, run(), run()] == [
        "Register: 8 VAT rates, 36 recipient groups and 409 organisations added or changed.\n",
        "Register: 0 VAT rates, 0 recipient groups and 1 organisations added or changed.\n",
        "",
    ]
