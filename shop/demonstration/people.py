"""The demonstration's staff, and the organisations that it knows more of."""

from catalog.models import Seller
from shop.customers.models import Assignment, Organisation, User
from shop.demonstration.catalogue import read

PASSWORD = "talong-demo-2026"  # noqa: S105 - printed at every start, for a shop that nobody owns
STAFF = [
    ("kontoret@talong.example", "Karin Kontor", ("office",)),
    ("ekonomi@talong.example", "Erik Ekonom", ("finance",)),
]


def load_people() -> None:
    """Staff for every seller, by role."""
    for email, name, roles in STAFF:
        user = User.objects.create_user(email, PASSWORD, name=name, is_staff=True)
        for seller in Seller.objects.all():
            for role in roles:
                Assignment.objects.create(user=user, seller=seller, role=role)


def complete_organisations() -> None:
    """Addresses and numbers for a dozen municipalities of the register."""
    for row in read("organisations", "organisation"):
        place = row["visiting"]
        Organisation.objects.filter(country=row["country"], code=row["code"], kind="municipality").update(
            organisation_number=row["organisation_number"],
            e_invoice_address=row["e_invoice"],
            street=place["street"],
            postcode=place["postcode"],
            city=place["city"],
        )
