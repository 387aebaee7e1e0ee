"""Several workers, and workers that die: each letter goes out once."""

import shutil
import signal
import socket
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import Popen

import psycopg
import pytest
from django.db import connection
from django.utils import timezone

from shop.letters.deliver import deliver_due
from shop.outbox.models import CLAIM, Message
from tests.shop.letters.conftest import Notices
from tests.shop.letters.post_office import PostOffice
from tests.shop.letters.worker import database_url, start_worker

pytestmark = pytest.mark.django_db(transaction=True)


def until(true: Callable[[], object], *, seconds: float = 20) -> None:
    """Wait until something has happened."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)


def stopped(worker: "Popen[str]") -> str:
    """What a worker said, after it was asked to stop."""
    worker.send_signal(signal.SIGTERM)
    said, _ = worker.communicate(timeout=20)
    assert worker.returncode == 0, said
    return said


def test_two_workers_at_once_send_each_letter_once(post_office: PostOffice, notices: Notices) -> None:
    waiting = notices(24)

    def work(_: int) -> int:
        try:
            return deliver_due()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        sent = list(threads.map(work, range(2)))

    assert sum(sent) == 24
    assert min(sent) > 0
    arrived = Counter(letter["Message-ID"] for letter in post_office.letters())
    assert arrived == Counter({f"<{message.message_id}@talong.example>": 1 for message in waiting})


def test_a_worker_killed_between_claim_and_send_loses_nothing(
    post_office: PostOffice, notices: Notices
) -> None:
    (message,) = notices(1)
    with socket.create_server(("127.0.0.1", 0)) as silent:  # takes calls and never says a word
        worker = start_worker(port=silent.getsockname()[1])
        silent.settimeout(20)
        call, _ = silent.accept()
        worker.kill()
        worker.communicate()
        call.close()

    now = timezone.now()
    message.refresh_from_db()
    assert (message.state, message.attempts) == ("waiting", 1)
    assert deliver_due(now=now) == 0
    assert deliver_due(now=now + CLAIM) == 1
    assert len(post_office.taken) == 1


def test_a_watching_worker_sends_what_comes_says_so_and_stops_when_asked(
    closed_post_office: PostOffice, notices: Notices
) -> None:
    first, second = notices(2)
    worker = start_worker(port=closed_post_office.port)
    until(Message.objects.exclude(last_error="").exists)
    closed_post_office.open()
    until(lambda: Message.objects.filter(state="sent").exists())
    said = stopped(worker).splitlines()

    assert said[0] == "Watching the outbox."
    assert said[1].startswith(f"{first}: try 1 failed, again at ")
    assert said[2:] == [f"{second}: sent", "Stopped."]
    assert len(closed_post_office.taken) == 1


def test_a_watching_worker_outlives_its_database(
    post_office: PostOffice, notices: Notices, tmp_path: Path
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("takes a database away as only a file can be taken")
    notices(1)
    connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    away, back = tmp_path / "away" / "shop.sqlite3", tmp_path / "back"
    back.mkdir()
    shutil.copy(connection.settings_dict["NAME"], back / "shop.sqlite3")

    worker = start_worker(port=post_office.port, database=f"sqlite:///{away}")
    assert worker.stdout is not None
    assert "Watching" in worker.stdout.readline()
    assert "unable to open database file" in worker.stdout.readline()
    back.rename(away.parent)
    until(lambda: post_office.taken)
    assert "Watching again." in stopped(worker)


@pytest.mark.row_locks
def test_a_database_that_drops_us_while_we_send_does_not_make_us_send_twice(
    post_office: PostOffice, notices: Notices
) -> None:
    (message,) = notices(1)
    url = database_url()

    def drop_everybody() -> None:
        with psycopg.connect(url) as other:
            other.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )

    post_office.before_answer = drop_everybody
    assert deliver_due() == 1
    message.refresh_from_db()
    assert message.state == "sent"
    assert len(post_office.taken) == 1
