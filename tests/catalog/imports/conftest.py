"""A circular around one paragraph, for tests of a single rule."""

from collections.abc import Callable
from typing import Any

import pytest

from catalog.imports import as_json, read_circular

HEADER = """Cirkulärnr: 1996:500
Diariernr: 1996/500
Handläggare: Eva Prov
Sektion/Enhet: Skola
Datum: 1996-05-05
Mottagare: Kommunstyrelsen
Grundskola
Rubrik: Läsa och skriva i skolan

1996-05-05

Läsa och skriva i skolan

Boken Läsa och skriva i skolan vänder sig till lärare. """


@pytest.fixture
def read() -> Callable[[str], dict[str, Any]]:
    """Reads a circular about one book whose letter goes on with the given sentences."""
    return lambda sentences: as_json(read_circular(HEADER + sentences))
