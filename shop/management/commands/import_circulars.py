"""Read circulars into drafts."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalog.errors import Refused
from catalog.imports import Extraction, as_json, decode, read_circular
from catalog.models import Seller
from shop.actions.import_circular import import_circular


class Command(BaseCommand):
    help = "Read circular texts into drafts, which a person completes and publishes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path, help="a circular as text")
        parser.add_argument("--dry-run", action="store_true", help="store nothing")
        parser.add_argument("--json", action="store_true", help="print the extractions as a JSON list")
        parser.add_argument(
            "--publisher", metavar="SLUG", help="the seller that publishes, if the text is silent"
        )

    def handle(self, *_: Any, **options: Any) -> None:
        publisher = self._publisher(options["publisher"])
        readings = [self._read(path) for path in options["files"]]
        if options["json"]:
            extractions = [as_json(extraction) for extraction, _text in readings]
            self.stdout.write(json.dumps(extractions, ensure_ascii=False, indent=1))
        if not options["dry_run"]:
            self._store(readings, publisher, quiet=options["json"])
        elif not options["json"]:
            for extraction, _text in readings:
                self._tell(extraction, "read, nothing stored")

    def _publisher(self, slug: str | None) -> Seller | None:
        if slug is None:
            return None
        try:
            return Seller.objects.get(slug=slug)
        except Seller.DoesNotExist:
            known = ", ".join(Seller.objects.values_list("slug", flat=True))
            raise CommandError(f"No seller has the slug {slug}. Known: {known or 'none'}.") from None

    def _read(self, path: Path) -> tuple[Extraction, str]:
        try:
            text = decode(path.read_bytes())
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}") from error
        return read_circular(text, source_file=path.name), text

    def _store(
        self, readings: list[tuple[Extraction, str]], publisher: Seller | None, *, quiet: bool
    ) -> None:
        """Each file in a transaction of its own: one that is refused does not hold up the others."""
        refused = 0
        for extraction, text in readings:
            try:
                circular = import_circular(extraction, text=text, by=None, publisher=publisher)
            except Refused as refusal:
                refused += 1
                self.stderr.write(f"{extraction.source_file}: {refusal}")
            else:
                if not quiet:
                    self._tell(extraction, f"draft {circular.publisher.slug}/{circular.slug}")
        if refused:
            raise CommandError(f"{refused} of {len(readings)} files were not stored.")

    def _tell(self, extraction: Extraction, outcome: str) -> None:
        title = extraction.title.value if extraction.title else "(no title)"
        self.stdout.write(
            f"{extraction.source_file}: {outcome}: {title}, {len(extraction.publications)} publications"
        )
        for warning in extraction.warnings:
            self.stdout.write(f"  look at: {warning.message}")
