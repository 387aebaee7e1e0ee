"""Pages as a person meets them: their addresses, what is typed into them, what is read on them."""

import re
from typing import Any
from uuid import uuid4

from django.urls import reverse

from catalog.models import Circular, Publication


def address(circular: Circular) -> str:
    return reverse("storefront:circular", args=[circular.publisher.slug, circular.slug])


def typed(book: Publication, quantity: str = "15", **fields: str) -> dict[str, str]:
    return {
        "key": str(uuid4()),
        f"quantity-{book.pk}": quantity,
        "contact_name": "Maja Lind",
        "contact_email": "maja@ekero.example",
        "organisation_name": "Ekerö kommun",
        "delivery_street": "Tappströmsvägen 2",
        "delivery_postcode": "17823",
        "delivery_city": "Ekerö",
        "delivery_country": "SE",
    } | fields


def text_of(answer: Any) -> str:
    """What is read on a page: no tags, single spaces."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode())).replace("\u00a0", " ")


def button_of(review: Any) -> dict[str, str]:
    """What the order button of a review page sends."""
    return {"figures": review.context["figures"], "draft": review.context["digest"]}
