"""The command that sends what is due once."""

from io import StringIO

import pytest
from django.core.management import call_command

from shop.outbox.models import Message
from tests.shop.letters.conftest import Notices
from tests.shop.letters.post_office import PostOffice

pytestmark = pytest.mark.django_db


def said() -> list[str]:
    out = StringIO()
    call_command("deliver_outbox", stdout=out)
    return out.getvalue().splitlines()


def test_one_pass_prints_a_line_per_letter_without_addresses(
    post_office: PostOffice, notices: Notices
) -> None:
    lost, late, fine = notices(3)
    post_office.refused = {lost.recipient: "550 no such mailbox", late.recipient: "451 later"}

    assert said() == [
        f"{lost}: failed: 550 no such mailbox",
        f"{late}: try 1 failed, again at {_time(late)}: 451 later",
        f"{fine}: sent",
    ]
    assert said() == []


def _time(message: Message) -> str:
    message.refresh_from_db()
    return f"{message.next_try_at:%Y-%m-%d %H:%M:%S %Z}"
