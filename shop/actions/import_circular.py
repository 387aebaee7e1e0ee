"""Importing: a circular's text becomes a draft that a person completes and publishes."""

from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from catalog.errors import Refused
from catalog.imports import Extraction, as_json
from catalog.models import (
    Announcement,
    Circular,
    Enclosure,
    FreeCopies,
    ImportedText,
    Keyword,
    Publication,
    RecipientAlias,
    RecipientGroup,
    Seller,
)
from catalog.queries.search import folded
from shop.journal.models import write


class UnknownPublisher(Refused):
    """Facts: name."""

    reason = _("No seller is called “%(name)s”. Name the publisher of the circular.")


class AlreadyImported(Refused):
    """Facts: number."""

    reason = _("Circular %(number)s is already here.")
