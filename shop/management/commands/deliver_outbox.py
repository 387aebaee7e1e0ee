"""Sends the letters that are due: once, or for as long as the shop is open."""

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections

from shop.letters.deliver import deliveries
from shop.outbox.models import Message

PAUSE = 2  # seconds between two looks into the outbox


class Command(BaseCommand):
    help = "Send the letters of the outbox that are due."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--watch", action="store_true", help="go on until SIGTERM or SIGINT")

    def handle(self, *args: Any, **options: Any) -> None:
        self.stop, self.trouble = threading.Event(), ""
        if options["watch"]:
            self._watch()
        else:
            self._pass()

    def _watch(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self.stop.set())
        self._say("Watching the outbox.")
        while not self.stop.is_set():
            self._say_trouble(self._trouble_in_a_pass())
            self.stop.wait(PAUSE)
        self._say("Stopped.")

    def _trouble_in_a_pass(self) -> str:
        """Look into the outbox once. A database that is away ends the pass, not the watch."""
        try:
            self._pass()
        except Exception as error:  # a worker that watches outlives any trouble, and says what it is
            return f"{type(error).__name__}: {error}"
        finally:
            close_old_connections()
        return ""

    def _say_trouble(self, trouble: str) -> None:
        """Say that something is wrong, or right again, once and not every two seconds."""
        if trouble != self.trouble:
            self.stderr.write(trouble or "Watching again.")
        self.trouble = trouble

    def _pass(self) -> None:
        for message in deliveries():
            self._say(in_a_line(message))
            if self.stop.is_set():
                break

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()


def in_a_line(message: Message) -> str:
    """`order_confirmation 26-0017: sent`; without the address, which does not belong in a log."""
    if message.state == Message.State.WAITING and message.last_error:
        again = f"try {message.attempts} failed, again at {message.next_try_at:%Y-%m-%d %H:%M:%S %Z}"
        return f"{message}: {again}: {message.last_error}"
    return ": ".join(filter(None, [str(message), message.state, message.last_error]))
