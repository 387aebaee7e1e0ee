"""Delivering: what is due in the outbox goes out, each letter once."""

import time
from collections.abc import Iterator
from datetime import datetime

from django.db import InterfaceError, OperationalError, connection, transaction
from django.utils import timezone

from shop.files.models import keep
from shop.letters.compose import Letter, compose
from shop.letters.line import Line, Unreachable
from shop.letters.refusals import in_words, is_final
from shop.outbox.models import Message, claim_next, give_up, is_held, mark_sent, put_off

PATIENCE = (1, 2, 4, 8, 15, 30, 60)  # seconds, less together than a claim holds


def deliver_due(now: datetime | None = None, limit: int | None = None) -> int:
    """Send the letters that are due, `limit` tries at most, and return how many went out."""
    return sum(message.state == Message.State.SENT for message in deliveries(now=now, limit=limit))


def deliveries(now: datetime | None = None, limit: int | None = None) -> Iterator[Message]:
    """Try the letters that are due, one after the other, and yield each message as its try left it.

    Stops early when the mail server cannot be reached: the others stay due, untried.
    """
    line, tried = Line(), 0
    try:
        while limit is None or tried < limit:
            message = claim_next(now=now or timezone.now())
            if message is None:
                return
            tried += 1
            reached = attempt(message, line, now=now)
            yield message
            if not reached:
                return
    finally:
        line.close()


def attempt(message: Message, line: Line, *, now: datetime | None = None) -> bool:
    """Try to send a claimed message and write down how it went; False when there is no server to try.

    Nothing is sent for a claim that ran out and that another worker took up.
    """
    try:
        letter = compose(message)
        letter.as_bytes()  # a letter that cannot be written is found before it is sent
        if not is_held(message):
            return True
        line.send(letter)
    except Unreachable as error:
        put_off(message, error=str(error), now=now or timezone.now())
        return False
    except (OperationalError, InterfaceError):
        raise  # the database is away: the claim runs out by itself
    except Exception as error:  # one letter must not stop the others
        _refused(message, error, now=now)
    else:
        _remember(message, letter, now=now)
    return True


def _refused(message: Message, error: Exception, *, now: datetime | None) -> None:
    if is_final(error):
        give_up(message, error=in_words(error))
    else:
        put_off(message, error=in_words(error), now=now or timezone.now())


def _remember(message: Message, letter: Letter, *, now: datetime | None) -> None:
    """Write down that a letter is out. What is forgotten goes out twice, so a database that is away for
    a moment is waited for."""
    for seconds in PATIENCE:
        try:
            return _keep(message, letter, now=now)
        except (OperationalError, InterfaceError):
            connection.close()
            time.sleep(seconds)
    return _keep(message, letter, now=now)


@transaction.atomic
def _keep(message: Message, letter: Letter, *, now: datetime | None) -> None:
    name = f"{message.kind}-{message.subject_key}.eml"
    file = keep(letter.as_bytes(), name=name, content_type="message/rfc822")
    mark_sent(message, file_id=file.pk, now=now or timezone.now())
