"""Kept files as answers."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from shop.files.models import StoredFile


def file_answer(file: StoredFile, *, inline: bool = True) -> HttpResponse:
    """The kept bytes, shown in the browser or saved."""
    return bytes_answer(bytes(file.data), name=file.name, content_type=file.content_type, inline=inline)


def bytes_answer(data: bytes, *, name: str, content_type: str, inline: bool) -> HttpResponse:
    """Bytes made for this request. Never cached by others: they may hold personal details."""
    answer = HttpResponse(data, content_type=content_type)
    answer["Content-Disposition"] = content_disposition_header(not inline, name) or ""
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
