"""How the tests read a PDF."""

import io

import page
import pypdf


def texts(data: bytes) -> list[str]:
    """The text of each page, with ordinary spaces."""
    return [one.extract_text().replace("\u00a0", " ") for one in pypdf.PdfReader(io.BytesIO(data)).pages]


def rows(data: bytes) -> list[str]:
    """The text of the whole document, line by line."""
    return [row.strip() for text in texts(data) for row in text.splitlines()]


def faults(data: bytes) -> list[str]:
    """What the document lacks for PDF/UA-1."""
    report = page.validate_pdf_bytes(data, profile="ua1")
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
