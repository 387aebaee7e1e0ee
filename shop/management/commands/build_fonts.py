"""Cut the typefaces down to what the pages need: Latin letters and a few signs, as WOFF 2."""

import os
from argparse import ArgumentParser
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import fontpkg_fira_sans
import fontpkg_source_serif_4
from django.conf import settings
from django.core.management.base import BaseCommand
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

LATIN = {*range(0x20, 0x7F), *range(0xA0, 0x100)}
SIGNS = {ord(sign) for sign in "–—‘’“”„…•€→←✓✗\u2009\u202f"}
TEXT = fontpkg_fira_sans.ROOT / "files"
SERIF = fontpkg_source_serif_4.ROOT / "files"


@dataclass(frozen=True)
class Cut:
    """A font of the pages: where it comes from, and where it stands on the axes of a variable font."""

    name: str
    source: Path
    axes: dict[str, float] | None = None


CUTS = (
    Cut("text-regular", TEXT / "FiraSans-Regular.ttf"),
    Cut("text-bold", TEXT / "FiraSans-Bold.ttf"),
    Cut("text-italic", TEXT / "FiraSans-Italic.ttf"),
    Cut("heading", SERIF / "SourceSerif4[opsz,wght].ttf", {"wght": 600, "opsz": 24}),
)


class Command(BaseCommand):
    help = "Writes the fonts of the pages into FONTS_DIR, where they are missing."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--again", action="store_true", help="also those that are there already")

    def handle(self, *args: Any, again: bool, **options: Any) -> None:
        for cut in CUTS:
            path = settings.FONTS_DIR / f"{cut.name}.woff2"
            if again or not path.exists():
                build(cut, path)
                self.stdout.write(f"Built {path.name}, {path.stat().st_size / 1000:.0f} kB")


def build(cut: Cut, path: Path) -> None:
    """Write a cut at once or not at all, since several processes may want it."""
    options = subset.Options(flavor="woff2", hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 13, 14])
    options.layout_features += ["tnum", "lnum"]
    with TTFont(cut.source) as font:
        worker = subset.Subsetter(options)
        worker.populate(unicodes=LATIN | SIGNS)
        worker.subset(font)
        if cut.axes:
            instancer.instantiateVariableFont(font, cut.axes, inplace=True)
        font.flavor = "woff2"
        draft = path.with_suffix(f".{os.getpid()}")
        font.save(draft)
    draft.rename(path)
