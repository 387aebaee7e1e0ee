"""The press: from a template to a tagged PDF. The only file that knows WeasyPrint."""

import threading
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import fontpkg_fira_sans
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import override

PLACES = (settings.BASE_DIR / "static" / "documents", fontpkg_fira_sans.ROOT / "files")
SCHEME = "paper:"
_press = threading.Lock()  # fonts are shared, and Pango's font map serves one thread at a time


class NotDrawn(Exception):
    """A document that names a file which is not ours, or not there."""


def draw(template: str, context: Mapping[str, Any], *, language: str) -> bytes:
    """A PDF/UA-1 document (ISO 14289-1) of `templates/documents/<template>.html` in `language`.

    The same context gives the same bytes: the template states the document's dates. Raises `NotDrawn`.
    """
    with override(language):
        page = render_to_string(f"documents/{template}.html", {**context, "language": language})
    with _press:
        return _print(page)


def _print(page: str) -> bytes:
    from weasyprint import HTML
    from weasyprint.urls import FatalURLFetchingError

    try:
        document = HTML(string=page, url_fetcher=_fetcher())
        return bytes(document.write_pdf(font_config=_fonts(), pdf_variant="pdf/ua-1"))
    except FatalURLFetchingError as error:
        # It is no Exception: uncaught it would stop the worker, not the letter.
        raise NotDrawn(str(error)) from error


@cache
def _fonts() -> Any:
    """The fonts, read once: a configuration per document costs time and memory."""
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


@cache
def _files() -> dict[str, Path]:
    """What documents may load, by name: our stylesheets and the packaged fonts."""
    return {path.name: path for place in PLACES for path in place.iterdir() if path.is_file()}


@cache
def _fetcher() -> Any:
    """Answers `paper:<name>` from our own files and refuses every other address."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OwnFiles(URLFetcher):  # type: ignore[misc] # the package has no types
        def fetch(self, url: str, headers: object = None) -> Any:
            path = _files()[url.removeprefix(SCHEME)]
            kind = "text/css" if path.suffix == ".css" else "font/ttf"
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})

    return OwnFiles(fail_on_errors=True)
