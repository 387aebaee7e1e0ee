"""The outbox: who holds a message, when it is due again, and how it ends."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from shop.files.models import keep
from shop.outbox.models import (
    CLAIM,
    PAUSES,
    Message,
    claim_next,
    enqueue,
    give_up,
    is_held,
    mark_sent,
    put_off,
)

NOW = timezone.now().replace(microsecond=0) + timedelta(hours=1)
SECOND = timedelta(seconds=1)


def waiting(number: int = 1) -> list[Message]:
    to = {"recipient": "a@b.example", "language": "sv"}
    return [enqueue("order_notice", subject_key=f"26-{n:04d}", **to) for n in range(number)]


def claimed() -> Message:
    message = claim_next(now=NOW)
    assert message is not None
    return message


@pytest.mark.django_db
def test_a_message_is_written_with_its_cause_or_not_at_all() -> None:
    with suppress(ZeroDivisionError), transaction.atomic():
        waiting()
        raise ZeroDivisionError
    assert Message.objects.count() == 0


@pytest.mark.django_db
def test_the_oldest_due_message_is_claimed_first_and_by_one_only() -> None:
    first, second = waiting(2)
    assert [claimed(), claimed()] == [first, second]
    assert claim_next(now=NOW) is None
    assert claim_next(now=NOW + CLAIM - SECOND) is None
    again = claim_next(now=NOW + CLAIM)
    assert (again, again and again.attempts) == (first, 2)


@pytest.mark.django_db
def test_whoever_lost_the_claim_can_neither_put_off_nor_give_up() -> None:
    waiting()
    slow = claimed()
    fast = claim_next(now=NOW + CLAIM)
    assert fast is not None
    assert (is_held(slow), is_held(fast)) == (False, True)

    put_off(slow, error="slow", now=NOW)
    give_up(slow, error="slow")
    fast.refresh_from_db()
    assert (fast.state, fast.last_error) == ("waiting", "")


@pytest.mark.django_db
def test_pauses_grow_and_end_in_failure() -> None:
    (message,) = waiting()
    now = NOW
    for pause in PAUSES:
        held = claim_next(now=now)
        assert held is not None
        put_off(held, error="away", now=now)
        assert (held.state, held.next_try_at, held.last_error) == ("waiting", now + pause, "away")
        assert claim_next(now=now + pause - SECOND) is None
        now += pause
    held = claim_next(now=now)
    assert held is not None
    put_off(held, error="still away", now=now)
    message.refresh_from_db()
    assert (message.state, message.last_error) == ("failed", "still away")
    assert list(PAUSES) == sorted(PAUSES)
    assert sum(PAUSES, timedelta()) > timedelta(days=2)


@pytest.mark.django_db
def test_a_message_that_failed_or_is_sent_is_never_claimed_again() -> None:
    waiting(2)
    give_up(claimed(), error="550 no such user")
    sent = claimed()
    file = keep(b"letter", name="a.eml", content_type="message/rfc822")
    mark_sent(sent, file_id=file.pk, now=NOW)

    assert (sent.state, sent.sent_at, sent.sent_file, sent.last_error) == ("sent", NOW, file, "")
    assert claim_next(now=NOW + timedelta(days=30)) is None
    put_off(sent, error="too late", now=NOW)
    give_up(sent, error="too late")
    assert sent.state == "sent"


@pytest.mark.django_db
def test_a_letter_that_is_out_is_marked_whoever_holds_it() -> None:
    waiting()
    slow = claimed()
    claim_next(now=NOW + CLAIM)
    file = keep(b"letter", name="a.eml", content_type="message/rfc822")
    mark_sent(slow, file_id=file.pk, now=NOW)
    assert Message.objects.get().state == "sent"


@pytest.mark.django_db(transaction=True)
def test_workers_that_claim_at_once_never_claim_the_same() -> None:
    waiting(30)

    def claim_all(_: int) -> list[int]:
        found = []
        try:
            while message := claim_next(now=NOW):
                found.append(message.pk)
        finally:
            connection.close()
        return found

    with ThreadPoolExecutor(4) as threads:
        taken = Counter(pk for found in threads.map(claim_all, range(4)) for pk in found)
    assert taken == Counter(dict.fromkeys(Message.objects.values_list("pk", flat=True), 1))
