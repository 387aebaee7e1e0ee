"""The line to the mail server."""

from contextlib import suppress
from smtplib import SMTPException

from django.core.mail import EmailMessage, get_connection


class Unreachable(Exception):
    """The mail server cannot be reached or does not let us in; this says nothing about the letter."""


class Line:
    """One connection for many letters, opened with the first and again after a failure."""

    def __init__(self) -> None:
        self.connection = get_connection()

    def send(self, letter: EmailMessage) -> None:
        """Hand over a letter. Raises `Unreachable`, or what `smtplib` raises when the server refuses it."""
        self._open()
        try:
            self.connection.send_messages([letter])
        except Exception:  # whatever happened, the line may be out of step: the next letter opens its own
            self.close()
            raise

    def close(self) -> None:
        with suppress(OSError, SMTPException):
            self.connection.close()

    def _open(self) -> None:
        try:
            self.connection.open()
        except (OSError, SMTPException) as error:
            self.close()
            raise Unreachable(f"{type(error).__name__}: {error}") from error
