"""Importing: a circular's text becomes a draft that a person completes and publishes."""

from django.utils.translation import gettext_lazy as _

from catalog.errors import Refused


class UnknownPublisher(Refused):
    """Facts: name."""

    reason = _("No seller is called “%(name)s”. Name the publisher of the circular.")


class AlreadyImported(Refused):
    """Facts: number."""

    reason = _("Circular %(number)s is already here.")
