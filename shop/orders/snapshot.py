"""What an order copies of its seller, so that its papers never change."""

from dataclasses import asdict, dataclass, fields
from typing import Any

from catalog.models import Seller


@dataclass(frozen=True)
class Letterhead:
    """The seller as papers name it."""

    slug: str
    name: str
    legal_name: str
    organisation_number: str
    vat_number: str
    f_tax: bool
    registered_office: str
    street: str
    postcode: str
    city: str
    country: str
    order_contact_name: str
    email: str
    phone: str
    web: str
    bank_giro: str
    bank_account: str
    payment_days: int

    @classmethod
    def of(cls, seller: Seller) -> "Letterhead":
        return cls(**{field.name: getattr(seller, field.name) for field in fields(cls)})

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "Letterhead":
        return cls(**kept)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)
