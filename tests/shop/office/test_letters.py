"""The letters as pages: as they were sent, and how far the others have come."""

import html
import re
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from shop.files.models import keep
from shop.orders.models import Order
from shop.outbox.models import Message

pytestmark = pytest.mark.django_db
LETTERS = "/kontoret/brev/"


@pytest.fixture
def message(ordered: Callable[..., Order]) -> Message:
    """The confirmation of an order, waiting."""
    return Message.objects.get(subject_key=ordered().number, kind="order_confirmation")


@pytest.fixture
def sent(message: Message) -> Message:
    """The same, sent with text, HTML and a PDF."""
    letter = EmailMessage()
    letter["From"], letter["To"] = "orders@seller.example", message.recipient
    letter["Subject"] = f"Orderbekräftelse {message.subject_key}"
    letter.set_content("Tack för <din> beställning.\n")
    letter.add_alternative('<p style="color: #14463f">Tack!</p><script>alert(1)</script>', subtype="html")
    letter.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="order.pdf")
    message.sent_file = keep(letter.as_bytes(), name="letter.eml", content_type="message/rfc822")
    message.state, message.attempts = Message.State.SENT, 1
    message.sent_at = datetime(2026, 5, 4, 10, 30, tzinfo=UTC)
    message.save()
    return message


def read(office: Client, address: str = "") -> str:
    answer = office.get(LETTERS + address)
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def test_a_sent_letter_is_shown_as_it_was_sent(office: Client, sent: Message) -> None:
    page = read(office, f"{sent.pk}/")
    assert f"<dd>Orderbekräftelse {sent.subject_key}</dd>" in page
    assert f"<dd>{sent.recipient}</dd>" in page
    assert "sent 2026-05-04 12:30" in page
    assert ">Tack för <din> beställning.\n</pre>" in page
    assert f'src="/kontoret/brev/{sent.pk}/html/" sandbox ' in page
    assert f'<a href="/kontoret/brev/{sent.pk}/bilaga/1/" download>order.pdf</a>' in page
    assert f'href="/kontoret/order/{sent.subject_key}/"' in page


def test_the_text_of_a_letter_cannot_become_markup(office: Client, sent: Message) -> None:
    raw = office.get(f"{LETTERS}{sent.pk}/").content.decode()
    assert "Tack för &lt;din&gt; beställning." in raw
    assert "<script>alert" not in raw


def test_the_html_part_stands_alone_under_a_policy_of_its_own(office: Client, sent: Message) -> None:
    answer = office.get(f"{LETTERS}{sent.pk}/html/")
    assert answer.content.decode().startswith('<p style="color: #14463f">Tack!</p>')
    assert answer["Content-Type"] == "text/html; charset=utf-8"
    assert set(answer["Content-Security-Policy"].split("; ")) == {
        "default-src 'none'", "style-src 'unsafe-inline'", "img-src data:", "base-uri 'none'",
        "form-action 'none'", "frame-ancestors 'self'", "sandbox",
    }  # fmt: skip
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert answer["Cache-Control"] == "private, no-store"


def test_other_pages_keep_the_policy_of_the_shop(office: Client, sent: Message) -> None:
    assert "unsafe-inline" not in office.get(f"{LETTERS}{sent.pk}/")["Content-Security-Policy"]


def test_an_attachment_is_saved_as_it_was_sent(office: Client, sent: Message) -> None:
    answer = office.get(f"{LETTERS}{sent.pk}/bilaga/1/")
    assert (answer.content, answer["Content-Type"]) == (b"%PDF-1.7", "application/pdf")
    assert answer["Content-Disposition"] == 'attachment; filename="order.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    missing = [office.get(f"{LETTERS}{sent.pk}/bilaga/{place}/").status_code for place in (0, 2)]
    assert missing == [404, 404]


def test_a_letter_that_waits_says_so(office: Client, message: Message) -> None:
    page = read(office, f"{message.pk}/")
    assert "Not sent yet" in page
    assert "goes out as soon as the outbox is worked off" in page
    assert "<iframe" not in page
    assert office.get(f"{LETTERS}{message.pk}/html/").status_code == 404
    later = datetime(2099, 5, 4, 10, 30, tzinfo=UTC)
    Message.objects.update(attempts=3, next_try_at=later, last_error="Connection refused")
    page = read(office, f"{message.pk}/")
    assert "The next try is at 2099-05-04 12:30." in page
    assert "Connection refused" in page


def test_a_letter_that_failed_says_why(office: Client, message: Message) -> None:
    Message.objects.filter(pk=message.pk).update(state="failed", attempts=12, last_error="550 User <unknown>")
    page = read(office, f"{message.pk}/")
    assert "This letter could not be sent" in page
    assert "550 User <unknown>" in page
    assert "12 tries." in page


def test_a_letter_whose_bytes_are_gone_says_so(office: Client, message: Message) -> None:
    Message.objects.filter(pk=message.pk).update(state="sent")
    assert "The letter was sent, but its text was not kept." in read(office, f"{message.pk}/")


def test_the_list_has_failed_letters_first_and_is_narrowed_by_state(office: Client, message: Message) -> None:
    notice = Message.objects.get(subject_key=message.subject_key, kind="order_notice")
    Message.objects.filter(pk=message.pk).update(state="failed", attempts=12, last_error="550 unknown")
    page = read(office)
    assert places(page) == [message.pk, notice.pk]
    for words in ("Order confirmation", "Notice of a new order", "550 unknown", "12 tries"):
        assert words in page
    assert places(read(office, "?state=waiting")) == [notice.pk]
    assert places(read(office, "?state=lost")) == [message.pk, notice.pk]
    assert "There are letters, but none in this state." in read(office, "?state=sent")


def test_a_kind_without_words_is_shown_as_it_is(office: Client, message: Message) -> None:
    Message.objects.filter(pk=message.pk).update(kind="order_painted")
    assert ">order_painted</a>" in read(office)


def test_an_empty_list_says_what_will_come(office: Client) -> None:
    assert "No letters yet" in read(office)
    assert "Every letter has been sent or is on its way." in read(office, "?state=failed")


def test_many_letters_cost_as_many_queries_as_two(office: Client, ordered: Callable[..., Order]) -> None:
    ordered()
    with CaptureQueriesContext(connection) as few:
        read(office)
    for _ in range(15):
        ordered()
    with CaptureQueriesContext(connection) as many:
        assert len(places(read(office))) == 32
    assert len(many) == len(few)


def places(page: str) -> list[int]:
    return [int(pk) for pk in re.findall(r'<a href="/kontoret/brev/(\d+)/">', page)]
