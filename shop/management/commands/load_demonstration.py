"""Fill an empty shop with the demonstration, and say how to try it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from catalog.models import Seller
from shop.actions.load_register import load_register
from shop.demonstration.catalogue import load_catalogue
from shop.demonstration.orders import load_orders
from shop.demonstration.people import PASSWORD, STAFF, complete_organisations, load_people
from shop.demonstration.reading_copies import draw_reading_copies

WELCOME = """
  Talong is at {site}/

  Try this
    read circular 1996:134   {site}/cirkular/kommunforbundet/1996-134/
    order 14 copies of the interview book, and take the advice: 15 cost less
    open the order confirmation (PDF) from the page that thanks you

  Staff log in at {site}/kontoret/
    publications office      {office}
    finance                  {finance}
    password for both        {password}

  Letters stay here: read them under Letters in the office. Stop with Ctrl-C.
"""


class Command(BaseCommand):
    help = "Fill an empty shop with the demonstration (a second run changes nothing) and print what to try."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", default="8000", help="the port that the printed addresses name")

    def handle(self, *_: Any, **options: Any) -> None:
        if not Seller.objects.exists():
            self._load()
        self.stdout.write(
            WELCOME.format(
                site=f"http://127.0.0.1:{options['port']}",
                office=STAFF[0][0],
                finance=STAFF[1][0],
                password=PASSWORD,
            )
        )

    @transaction.atomic
    def _load(self) -> None:
        self.stdout.write("Loading the demonstration ...")
        load_register()
        load_catalogue()
        draw_reading_copies()
        complete_organisations()
        load_people()
        load_orders()
