"""Bytes of a text file -> text."""

from __future__ import annotations

import codecs


def decode(data: bytes) -> str:
    """Text of a file in UTF-8 (with or without byte-order mark), UTF-16 with one, or Windows-1252.

    Line ends become a single newline. Never fails: the five bytes that Windows-1252 leaves
    undefined become the replacement character.
    """
    return _text(data).replace("\r\n", "\n").replace("\r", "\n")


def _text(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
