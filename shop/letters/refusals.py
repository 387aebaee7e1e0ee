"""What a mail server's refusal means, and how it is written down."""

from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPResponseException, SMTPSenderRefused

from shop.orders.models import Order

# "You may not use me": about our access, which an operator mends, and not about the letter (RFC 4954).
ACCESS = frozenset({530, 534, 535, 538})
ABOUT_THE_LETTER = (SMTPRecipientsRefused, SMTPSenderRefused, SMTPDataError)


def is_final(error: Exception) -> bool:
    """Whether no later try would go better: the order is gone, the letter cannot be written (an address
    without an ASCII form, a line break in a header), or the server said so (RFC 5321, 4.2.1)."""
    if isinstance(error, (Order.DoesNotExist, ValueError)):
        return True
    if not isinstance(error, ABOUT_THE_LETTER):
        return False
    return all(500 <= code < 600 and code not in ACCESS for code, _ in answers(error))


def in_words(error: Exception) -> str:
    """The server's answers (`550 no such user`), or what else went wrong."""
    said = "; ".join(f"{code} {text}" for code, text in answers(error))
    return said or f"{type(error).__name__}: {error}"


def answers(error: Exception) -> list[tuple[int, str]]:
    """The codes and texts with which a server refused."""
    if isinstance(error, SMTPRecipientsRefused):
        return [(code, _decoded(text)) for code, text in error.recipients.values()]
    if isinstance(error, SMTPResponseException):
        return [(error.smtp_code, _decoded(error.smtp_error))]
    return []


def _decoded(text: bytes | str) -> str:
    return text.decode(errors="replace") if isinstance(text, bytes) else text
