"""From a message of the outbox to a letter, in the message's language."""

import re
from collections.abc import Callable
from email.utils import parseaddr
from functools import cached_property
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import override

from shop.letters.content import Content
from shop.letters.kinds import order_cancelled, order_confirmation, order_notice
from shop.orders.models import Order
from shop.outbox.models import Message

KINDS: dict[str, Callable[[Order], Content]] = {
    "order_confirmation": order_confirmation.content,
    "order_notice": order_notice.content,
    "order_cancelled": order_cancelled.content,
}


class Letter(EmailMultiAlternatives):
    """A letter that is made once, so that the bytes that are sent are the bytes that are kept."""

    @cached_property
    def mime(self) -> Any:
        return super().message()

    def message(self, *args: Any, **kwargs: Any) -> Any:
        return self.mime

    def as_bytes(self) -> bytes:
        """The letter as it goes over the line (RFC 5322)."""
        return bytes(self.mime.as_bytes(linesep="\r\n"))


def compose(message: Message) -> Letter:
    """The letter of `message`. Raises `Order.DoesNotExist` when there is nothing left to write about."""
    order = Order.objects.get(number=message.subject_key)
    with override(message.language):
        content = KINDS[message.kind](order)
        facts = _facts(order) | content.facts | {"language": message.language}
        return _written(message, content, facts)


def _facts(order: Order) -> dict[str, Any]:
    return {"order": order, "lines": list(order.lines.all()), "groups": list(order.vat_groups.all())}


def _written(message: Message, content: Content, facts: dict[str, Any]) -> Letter:
    subject = " ".join(_filled(message, "subject.txt", facts).split())
    facts = facts | {"subject": subject}
    letter = Letter(
        subject=subject,
        body=_plain(_filled(message, "body.txt", facts)),
        to=[message.recipient],
        reply_to=[content.reply_to],
        headers={"Message-ID": message_id(message), "Auto-Submitted": "auto-generated"},
    )
    letter.attach_alternative(_filled(message, "body.html", facts), "text/html")
    for file in content.enclosed:
        letter.attach(file.name, bytes(file.data), file.content_type)
    return letter


def message_id(message: Message) -> str:
    """The same on every try, so that a mailbox can tell a letter that came twice."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    return f"<{message.message_id}@{domain}>"


def _filled(message: Message, part: str, facts: dict[str, Any]) -> str:
    return render_to_string(f"letters/{message.kind}/{part}", facts)


def _plain(text: str) -> str:
    """With one empty line where unused parts of a template leave several."""
    return re.sub(r"\n[ \t]*(\n[ \t]*)+\n", "\n\n", text).strip() + "\n"
