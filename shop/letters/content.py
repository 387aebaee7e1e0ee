"""What a kind of letter has to say."""

from dataclasses import dataclass, field
from typing import Any

from shop.files.models import StoredFile


@dataclass(frozen=True)
class Content:
    """The facts for a letter's templates, the address that answers go to, and the files enclosed."""

    facts: dict[str, Any]
    reply_to: str
    enclosed: tuple[StoredFile, ...] = field(default=())
