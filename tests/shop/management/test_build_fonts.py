"""The fonts of the pages are small, and hold every sign that the pages use."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from fontTools.ttLib import TTFont

LETTERS = "AZaz09åäöÅÄÖæøÆØéüß–—‘’“”„»«…•·×€§°½\u00a0"


@pytest.fixture(scope="module")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fonts, built once."""
    from django.test import override_settings

    directory = tmp_path_factory.mktemp("fonts")
    with override_settings(FONTS_DIR=directory):
        call_command("build_fonts", verbosity=0)
    return directory


@pytest.mark.parametrize("name", ["text-regular", "text-bold", "text-italic", "heading"])
def test_font_is_small_and_complete(fonts: Path, name: str) -> None:
    path = fonts / f"{name}.woff2"
    with TTFont(path) as font:
        assert [sign for sign in LETTERS if ord(sign) not in font.getBestCmap()] == []
        assert "GPOS" in font  # pairs are kerned
        assert "fvar" not in font
    assert path.stat().st_size < 30_000


def test_fonts_that_are_there_are_left_alone(fonts: Path, settings: Any) -> None:
    settings.FONTS_DIR = fonts
    before = {path.name: path.stat().st_mtime_ns for path in fonts.iterdir()}
    call_command("build_fonts", verbosity=0)
    assert {path.name: path.stat().st_mtime_ns for path in fonts.iterdir()} == before
