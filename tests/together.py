"""Many at the same moment, each in a thread and with a connection of its own."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from django.db import OperationalError, connection, connections

T = TypeVar("T")
PATIENCE = 60  # seconds: a thread that could not start must fail the test, not hang it


def at_once(tasks: Sequence[Callable[[], T]]) -> list[T]:
    """Run every task, all starting together, and give their results in order."""
    start = Barrier(len(tasks), timeout=PATIENCE)

    def run(task: Callable[[], T]) -> T:
        try:
            connect()
            start.wait()
            return task()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(tasks)) as threads:
        return list(threads.map(run, tasks))


def connect() -> None:
    """Open this thread's connection. A server that is still closing those of the last race is waited for."""
    for _ in range(PATIENCE * 10):
        try:
            return connection.ensure_connection()
        except OperationalError:
            time.sleep(0.05)
    return connection.ensure_connection()
