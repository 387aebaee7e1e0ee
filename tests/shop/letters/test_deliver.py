"""Delivering to a real mail server that accepts, refuses, hangs up or is away: every letter goes out once."""

from datetime import timedelta
from email.message import EmailMessage

import pytest
from django.utils import timezone

from shop.letters.deliver import attempt, deliver_due
from shop.letters.line import Line
from shop.orders.models import Order
from shop.outbox.models import CLAIM, PAUSES, Message, claim_next, enqueue
from tests import factories
from tests.shop.letters.conftest import Notices
from tests.shop.letters.post_office import HANG_UP, SWALLOW, PostOffice

pytestmark = pytest.mark.django_db


def pdf_of(letter: EmailMessage) -> bytes:
    (file,) = letter.iter_attachments()
    return bytes(file.get_payload(decode=True))


def test_an_order_sends_a_confirmation_and_a_notice(post_office: PostOffice) -> None:
    order = factories.order()
    assert deliver_due() == 2
    assert deliver_due() == 0

    confirmation, notice = post_office.letters()
    assert confirmation["To"] == order.contact_email
    assert notice["To"] == order.seller.email
    assert pdf_of(confirmation) == bytes(order.confirmations.get().file.data)
    assert list(notice.iter_attachments()) == []
    assert post_office.connections == 1


def test_what_was_sent_is_kept_as_it_was_sent(post_office: PostOffice) -> None:
    order = factories.order()
    now = timezone.now()
    deliver_due(now=now)

    for message, taken in zip(Message.objects.order_by("pk"), post_office.taken, strict=True):
        assert (message.state, message.sent_at, message.attempts) == (Message.State.SENT, now, 1)
        assert message.sent_file is not None
        assert bytes(message.sent_file.data) == taken
        assert message.sent_file.name == f"{message.kind}-{order.number}.eml"
        assert message.sent_file.content_type == "message/rfc822"


def test_without_a_mail_server_letters_are_kept_all_the_same(settings: object) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"  # type: ignore[attr-defined]
    factories.order()
    assert deliver_due() == 2
    assert Message.objects.filter(state="sent", sent_file__isnull=False).count() == 2


def test_a_limit_ends_a_pass(post_office: PostOffice, notices: Notices) -> None:
    notices(3)
    assert deliver_due(limit=2) == 2
    assert Message.objects.filter(state="waiting", attempts=0).count() == 1


def test_a_permanent_refusal_fails_at_once_and_the_others_go_out(
    post_office: PostOffice, notices: Notices
) -> None:
    refused, *others = notices(3)
    post_office.refused[refused.recipient] = "550 no such mailbox"

    assert deliver_due() == 2
    refused.refresh_from_db()
    assert (refused.state, refused.attempts, refused.last_error) == ("failed", 1, "550 no such mailbox")
    assert {letter["To"] for letter in post_office.letters()} == {other.recipient for other in others}


def test_a_letter_that_the_server_never_takes_fails_at_once(
    post_office: PostOffice, notices: Notices
) -> None:
    (message,) = notices(1)
    post_office.answers.append("554 this looks like spam")
    assert deliver_due() == 0
    message.refresh_from_db()
    assert (message.state, message.last_error) == ("failed", "554 this looks like spam")


def test_a_temporary_refusal_is_tried_again_after_a_pause(post_office: PostOffice, notices: Notices) -> None:
    refused, _ = notices(2)
    post_office.refused[refused.recipient] = "451 greylisted, come again"
    now = timezone.now()

    assert deliver_due(now=now) == 1
    refused.refresh_from_db()
    assert (refused.state, refused.last_error) == ("waiting", "451 greylisted, come again")
    assert refused.next_try_at == now + PAUSES[0]

    post_office.refused.clear()
    assert deliver_due(now=now + PAUSES[0]) == 1
    assert [letter["To"] for letter in post_office.letters()].count(refused.recipient) == 1


def test_a_connection_lost_in_the_middle_of_a_letter_costs_one_try(
    post_office: PostOffice, notices: Notices
) -> None:
    first, second = notices(2)
    post_office.answers.append(HANG_UP)
    now = timezone.now()

    assert deliver_due(now=now) == 1
    first.refresh_from_db()
    assert (first.state, first.attempts) == ("waiting", 1)
    assert deliver_due(now=now + PAUSES[0]) == 1
    assert [letter["To"] for letter in post_office.letters()] == [second.recipient, first.recipient]


def test_only_a_lost_answer_sends_twice_and_the_letter_says_that_it_is_the_same(
    post_office: PostOffice, notices: Notices
) -> None:
    (message,) = notices(1)
    post_office.answers.append(SWALLOW)
    now = timezone.now()

    assert deliver_due(now=now) == 0
    assert deliver_due(now=now + PAUSES[0]) == 1
    expected = f"<{message.message_id}@talong.example>"
    assert [letter["Message-ID"] for letter in post_office.letters()] == [expected, expected]


def test_a_server_that_is_away_is_tried_with_growing_pauses(
    closed_post_office: PostOffice, notices: Notices
) -> None:
    (message,) = notices(1)
    now = timezone.now()
    for pause in PAUSES[:4]:
        assert deliver_due(now=now) == 0
        message.refresh_from_db()
        assert message.next_try_at == now + pause
        assert "ConnectionRefusedError" in message.last_error
        assert deliver_due(now=now + pause - timedelta(seconds=1)) == 0
        now += pause


def test_after_an_hour_without_a_server_every_letter_goes_out_once(
    closed_post_office: PostOffice, notices: Notices
) -> None:
    waiting = notices(5)
    start = timezone.now()
    assert sum(deliver_due(now=start + timedelta(minutes=minute)) for minute in range(60)) == 0

    closed_post_office.open()
    assert sum(deliver_due(now=start + timedelta(minutes=minute)) for minute in range(60, 130)) == 5
    assert sorted(str(one["To"]) for one in closed_post_office.letters()) == sorted(
        message.recipient for message in waiting
    )


def test_a_server_that_is_away_costs_one_letter_its_try_and_not_all(
    closed_post_office: PostOffice, notices: Notices
) -> None:
    notices(3)
    assert deliver_due() == 0
    assert sorted(Message.objects.values_list("attempts", flat=True)) == [0, 0, 1]


def test_after_the_last_pause_a_letter_has_failed(closed_post_office: PostOffice, notices: Notices) -> None:
    (message,) = notices(1)
    now = timezone.now()
    for _ in range(len(PAUSES) + 1):
        message.refresh_from_db()
        assert message.state == "waiting"
        deliver_due(now=max(now, message.next_try_at))
    message.refresh_from_db()
    assert (message.state, message.attempts) == ("failed", len(PAUSES) + 1)


def test_a_letter_about_nothing_or_of_no_known_kind_does_not_stop_the_others(
    post_office: PostOffice, notices: Notices
) -> None:
    notices(1)
    number = Order.objects.get().number
    gone = enqueue("order_confirmation", subject_key="00-0000", recipient="a@b.example", language="sv")
    strange = enqueue("order_sung", subject_key=number, recipient="a@b.example", language="sv")
    Message.objects.update(next_try_at=timezone.now())

    assert deliver_due() == 1
    gone.refresh_from_db()
    strange.refresh_from_db()
    assert (gone.state, gone.last_error) == ("failed", "DoesNotExist: Order matching query does not exist.")
    assert (strange.state, strange.last_error) == ("waiting", "KeyError: 'order_sung'")


def test_a_worker_that_died_after_its_claim_delays_a_letter_and_loses_none(
    post_office: PostOffice, notices: Notices
) -> None:
    notices(1)
    now = timezone.now()
    assert claim_next(now=now)  # and then the worker dies

    assert deliver_due(now=now + CLAIM - timedelta(seconds=1)) == 0
    assert deliver_due(now=now + CLAIM) == 1
    assert deliver_due(now=now + CLAIM * 2) == 0
    assert len(post_office.taken) == 1


def test_a_worker_that_slept_through_its_claim_does_not_send(
    post_office: PostOffice, notices: Notices
) -> None:
    notices(1)
    now = timezone.now()
    slept = claim_next(now=now)
    assert slept is not None
    assert deliver_due(now=now + CLAIM) == 1

    attempt(slept, Line())
    assert len(post_office.taken) == 1
