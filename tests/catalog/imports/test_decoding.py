import codecs

import pytest

from catalog.imports import decode

TEXT = "Åke Övningsköld\nRækker – “ja”"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("cp1252"),
        TEXT.encode("utf-16"),
        TEXT.replace("\n", "\r\n").encode("cp1252"),
        TEXT.replace("\n", "\r").encode(),
    ],
)
def test_decode_gives_the_same_text(data):
    assert decode(data) == TEXT


def test_decode_never_fails():
    assert decode(b"\x81\x8d") == "\ufffd\ufffd"
    assert decode(b"") == ""
