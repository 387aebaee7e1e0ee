"""Load VAT rates, recipient groups and the register of municipalities and regions."""

from typing import Any

from django.core.management.base import BaseCommand

from shop.actions.load_register import load_register


class Command(BaseCommand):
    help = "Load VAT rates, recipient groups and the register of organisations. May be run again at any time."

    def handle(self, *_: Any, **options: Any) -> None:
        loaded = load_register()
        if not loaded.anything:
            return
        self.stdout.write(
            f"Register: {loaded.vat_rates} VAT rates, {loaded.recipient_groups} recipient groups and "
            f"{loaded.organisations} organisations added or changed."
        )
