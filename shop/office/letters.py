"""The letters that orders have caused: the list, and each as it was sent."""

from dataclasses import dataclass

from csp.decorators import csp
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from shop.office.forms import LetterFilter
from shop.office.sent_letter import SentLetter
from shop.office.words import letter_name
from shop.orders.queries.letters import counts_by_state, failed_first, letters_of
from shop.outbox.models import Message
from shop.web.answers import bytes_answer
from shop.web.guards import OFFICE, sellers_of, staff_with

# A letter's own styles and nothing else: no script, no picture from outside, no form, no way out.
FRAMED = {
    "default-src": ["'none'"],
    "style-src": ["'unsafe-inline'"],
    "img-src": ["data:"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
    "frame-ancestors": ["'self'"],
    "sandbox": [True],
}


@dataclass(frozen=True)
class LetterRow:
    """A letter in a list, with the name of its kind."""

    message: Message
    name: str

    @classmethod
    def of(cls, message: Message) -> "LetterRow":
        return cls(message=message, name=letter_name(message.kind))


@staff_with(OFFICE)
def letter_list(request: HttpRequest) -> HttpResponse:
    """Letters about the orders of the sellers one keeps; those that failed stand first."""
    letters, state = letters_of(sellers_of(request.user, OFFICE)), LetterFilter(request.GET).wanted
    shown = letters.filter(state=state) if state else letters
    page = failed_first(shown, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    found = counts_by_state(letters)
    words = {"": _("all"), **{one.value: str(one.label) for one in Message.State}}
    context = {
        "page": page,
        "rows": [LetterRow.of(message) for message in page.rows],
        "state": state,
        "states": [(value, label, found[value]) for value, label in words.items()],
    }
    return render(request, "office/letter_list.html", context)


@staff_with(OFFICE)
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """One letter as it was sent, or how far its sending has come."""
    message = _find(request, pk)
    context = {
        "row": LetterRow.of(message),
        "message": message,
        "sent": _read(message),
        "due": message.next_try_at <= timezone.now(),
    }
    return render(request, "office/letter.html", context)


@csp(FRAMED)  # type: ignore[arg-type]  # django-csp types views without arguments of their own
@staff_with(OFFICE)
def letter_html(request: HttpRequest, pk: int) -> HttpResponse:
    """The HTML part, for the frame on the letter's page."""
    sent = _read(_find(request, pk))
    if sent is None or not sent.html:
        raise Http404
    data, kind = sent.html.encode(), "text/html; charset=utf-8"
    return bytes_answer(data, name="letter.html", content_type=kind, inline=True)


@staff_with(OFFICE)
def letter_attachment(request: HttpRequest, pk: int, place: int) -> HttpResponse:
    """A file that went with the letter, to be saved. `place` counts from 1."""
    sent = _read(_find(request, pk))
    if sent is None or not 1 <= place <= len(sent.attachments):
        raise Http404
    file = sent.attachments[place - 1]
    return bytes_answer(file.data, name=file.name, content_type=file.content_type, inline=False)


def _find(request: HttpRequest, pk: int) -> Message:
    letters = letters_of(sellers_of(request.user, OFFICE))
    return get_object_or_404(letters.select_related("sent_file"), pk=pk)


def _read(message: Message) -> SentLetter | None:
    return SentLetter.from_bytes(bytes(message.sent_file.data)) if message.sent_file else None
