"""The catalogue's tables, one subject to a file."""

from catalog.models.circulars import Announcement, Circular, Enclosure, FreeCopies, ImportedText
from catalog.models.prices import Price, PriceTier, VatClass, VatRate
from catalog.models.publications import Keyword, Publication, Series
from catalog.models.recipients import RecipientAlias, RecipientGroup
from catalog.models.sellers import PostageBand, PostageTariff, Seller
from catalog.models.stock import StockMovement

__all__ = [
    "Announcement",
    "Circular",
    "Enclosure",
    "FreeCopies",
    "ImportedText",
    "Keyword",
    "PostageBand",
    "PostageTariff",
    "Price",
    "PriceTier",
    "Publication",
    "RecipientAlias",
    "RecipientGroup",
    "Seller",
    "Series",
    "StockMovement",
    "VatClass",
    "VatRate",
]
