"""A real mail server for the tests: it accepts, refuses, hangs up, and can be closed and opened."""
# ruff: noqa: N802 - the names of the hooks are those of the protocol

import socket
from asyncio import Transport
from collections import deque
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

OK = "250 accepted"
HANG_UP = "hang up in the middle of the letter"
SWALLOW = "take the letter and hang up without an answer"


class Post(SMTP):
    """Answers as its post office is told, letter by letter."""

    office: "PostOffice"

    async def smtp_DATA(self, arg: str) -> None:
        if self.office.next_answer() != HANG_UP:
            await super().smtp_DATA(arg)
            return
        self.office.answers.popleft()
        await self.push("354 go on")
        await self._reader.read(100)
        hang_up(self)


class PostOffice:
    """What came in, in `taken`, and how the next letters are answered, in `answers`."""

    def __init__(self) -> None:
        self.taken: list[bytes] = []
        self.answers: deque[str] = deque()
        self.refused: dict[str, str] = {}
        self.connections = 0
        self.before_answer: Callable[[], object] = lambda: None
        self.port = free_port()
        self.controller: Controller | None = None

    def open(self) -> None:
        self.controller = _Opened(self, hostname="127.0.0.1", port=self.port, server_hostname="post.example")
        self.controller.start()

    def close(self) -> None:
        if self.controller:
            self.controller.stop()
        self.controller = None

    def next_answer(self) -> str:
        return self.answers[0] if self.answers else OK

    def letters(self) -> list[EmailMessage]:
        return [message_from_bytes(data, policy=policy.default) for data in self.taken]

    async def handle_EHLO(
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return OK

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        answer = self.answers.popleft() if self.answers else OK
        if answer in (OK, SWALLOW):
            self.taken.append(envelope.original_content or b"")
        self.before_answer()
        if answer == SWALLOW:
            hang_up(server)
        return answer


class _Opened(Controller):
    def factory(self) -> SMTP:
        post = Post(self.handler, hostname="post.example", ident="post", enable_SMTPUTF8=False)
        post.office = self.handler
        return post


def hang_up(server: SMTP) -> None:
    assert isinstance(server.transport, Transport)
    server.transport.abort()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])
