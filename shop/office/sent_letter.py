"""A sent letter, read from the bytes that went to the mail server."""

from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage

SHOWN = ("From", "To", "Cc", "Reply-To", "Subject", "Date", "Message-ID")


@dataclass(frozen=True)
class Attachment:
    """A file that went with a letter; `size` in bytes."""

    name: str
    content_type: str
    data: bytes

    @property
    def size(self) -> int:
        return len(self.data)


@dataclass(frozen=True)
class SentLetter:
    """What a letter said: its headers, its text and HTML parts ("" where it has none), what came with it."""

    headers: tuple[tuple[str, str], ...]
    text: str
    html: str
    attachments: tuple[Attachment, ...]

    @classmethod
    def from_bytes(cls, data: bytes) -> "SentLetter":
        """Read a message as RFC 5322 and MIME write it."""
        message = message_from_bytes(data, policy=policy.default)
        return cls(
            headers=tuple((name, str(message[name])) for name in SHOWN if message[name]),
            text=_body(message, "plain"),
            html=_body(message, "html"),
            attachments=tuple(_attachments(message)),
        )


def _body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    return str(part.get_content()) if part else ""


def _attachments(message: EmailMessage) -> Iterator[Attachment]:
    for place, part in enumerate(message.iter_attachments(), start=1):
        data = part.get_payload(decode=True)
        yield Attachment(
            name=part.get_filename() or f"{place}",
            content_type=part.get_content_type(),
            data=data if isinstance(data, bytes) else b"",
        )
