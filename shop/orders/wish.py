"""What a person asks for when ordering, after the form has understood it."""

from dataclasses import dataclass


def is_po_box(street: str) -> bool:
    """Whether a street line names a post-office box: `Box 12`, `Postboks 12`."""
    return street.strip().casefold().startswith(("box ", "postboks "))


@dataclass(frozen=True)
class WishedLine:
    """Copies of a publication, and the circular it was ordered from."""

    publication: int
    quantity: int
    circular: int | None = None


@dataclass(frozen=True)
class Particulars:
    """Who orders, where to, with which references. The names are those of `Order`'s columns."""

    contact_name: str
    contact_email: str
    organisation_name: str
    delivery_street: str
    delivery_postcode: str
    delivery_city: str
    delivery_country: str = "SE"
    contact_phone: str = ""
    organisation_id: int | None = None
    unit: str = ""
    organisation_number: str = ""
    e_invoice_address: str = ""
    invoice_name: str = ""
    invoice_street: str = ""
    invoice_postcode: str = ""
    invoice_city: str = ""
    invoice_country: str = "SE"
    buyer_reference: str = ""
    own_order_number: str = ""
    cost_centre: str = ""
    marking: str = ""
    note: str = ""

    @property
    def to_po_box(self) -> bool:
        """Whether parcels go to a post-office box, for which some sellers ask more."""
        return is_po_box(self.delivery_street)


@dataclass(frozen=True)
class Wish:
    """A whole order form."""

    lines: tuple[WishedLine, ...]
    particulars: Particulars
    language: str
