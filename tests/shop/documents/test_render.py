"""The press: only our own files, and one at a time."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from shop.documents.render import NotDrawn, draw

Write = Callable[[str], None]
PAPER = '<html lang="{{{{ language }}}}"><title>Paper</title><link rel="stylesheet" href="paper:paper.css">{}'


@pytest.fixture
def write(tmp_path: Path, settings: Any) -> Write:
    """Write the template `paper` with some body."""
    backend = "django.template.backends.django.DjangoTemplates"
    settings.TEMPLATES = [{"BACKEND": backend, "DIRS": [tmp_path]}]
    (tmp_path / "documents").mkdir()

    def _write(body: str) -> None:
        (tmp_path / "documents" / "paper.html").write_text(PAPER.format(body))

    return _write


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example/a.png",
        "http://127.0.0.1:9/a.png",
        "file:///etc/passwd",
        "data:image/svg+xml,<svg/>",
        "paper:../paper.css",
        "paper:missing.css",
    ],
)
def test_a_document_loads_nothing_but_our_own_files(write: Write, address: str) -> None:
    write(f'<img alt="" src="{address}">')
    with pytest.raises(NotDrawn):
        draw("paper", {}, language="sv")


def test_threads_draw_the_same_bytes(write: Write) -> None:
    write("<h1>{{ n }}</h1><p>{{ n }} exemplar, {{ language }}</p>")

    def drawn(n: int) -> bytes:
        return draw("paper", {"n": n}, language="sv")

    alone = [drawn(n) for n in range(4)]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(drawn, [*range(4)] * 3)) == alone * 3
    assert len(set(alone)) == 4
