"""Which refusals are final."""

from smtplib import (
    SMTPAuthenticationError,
    SMTPDataError,
    SMTPHeloError,
    SMTPRecipientsRefused,
    SMTPSenderRefused,
    SMTPServerDisconnected,
)

import pytest

from shop.letters.refusals import in_words, is_final
from shop.orders.models import Order


@pytest.mark.parametrize(
    ("error", "final", "words"),
    [
        (SMTPRecipientsRefused({"a@b.example": (550, b"no such user")}), True, "550 no such user"),
        (SMTPRecipientsRefused({"a@b.example": (451, b"later")}), False, "451 later"),
        (SMTPSenderRefused(553, b"not you", "talong@talong.example"), True, "553 not you"),
        (SMTPSenderRefused(530, b"log in", "talong@talong.example"), False, "530 log in"),
        (SMTPDataError(552, b"too large"), True, "552 too large"),
        (SMTPDataError(452, b"disk full"), False, "452 disk full"),
        (SMTPHeloError(550, b"who are you"), False, "550 who are you"),
        (SMTPAuthenticationError(535, b"wrong password"), False, "535 wrong password"),
        (SMTPServerDisconnected("lost"), False, "SMTPServerDisconnected: lost"),
        (TimeoutError("timed out"), False, "TimeoutError: timed out"),
        (Order.DoesNotExist("gone"), True, "DoesNotExist: gone"),
    ],
)
def test_only_a_refusal_of_this_very_letter_is_final(error: Exception, final: bool, words: str) -> None:
    assert (is_final(error), in_words(error)) == (final, words)
