"""Keep the translations: collect message ids, check that every language is complete, compile."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from shop.management import messages
from shop.management.faults import faults


class Command(BaseCommand):
    help = "Collects message ids into locale/, checks that every language is complete, or compiles."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=["update", "check", "compile"])

    def handle(self, *args: Any, what: str, **options: Any) -> None:
        {"update": self.update, "check": self.check_all, "compile": self.compile}[what]()

    def update(self) -> None:
        """Merge the ids in use into every catalogue."""
        ids = messages.used(settings.BASE_DIR)
        for language in messages.languages():
            path = messages.catalogue_path(settings.BASE_DIR, language)
            catalogue = messages.merged(ids, messages.read(path, language))
            messages.write(catalogue, path)
            self.stdout.write(f"{language}: {len(catalogue)} messages, {len(faults(ids, catalogue))} to mend")

    def check_all(self) -> None:
        """Fail with a list where a language is not complete."""
        ids = messages.used(settings.BASE_DIR)
        found = [
            f"{language}: {fault}"
            for language in messages.languages()
            for fault in faults(
                ids, messages.read(messages.catalogue_path(settings.BASE_DIR, language), language)
            )
        ]
        if found:
            raise CommandError("\n".join([*found, f"{len(found)} translations to mend in locale/"]))
        self.stdout.write(f"{len(ids)} messages are translated into {' and '.join(messages.languages())}")

    def compile(self) -> None:
        """Compile what has changed."""
        for path in messages.compile_stale(settings.BASE_DIR):
            self.stdout.write(f"Compiled {path.relative_to(settings.BASE_DIR)}")
