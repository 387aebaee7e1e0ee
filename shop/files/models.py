"""Kept bytes."""

import hashlib

from django.db import models


class StoredFile(models.Model):
    """Bytes with a name and a type, kept with their digest."""

    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=100)
    data = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


def keep(data: bytes, *, name: str, content_type: str) -> StoredFile:
    """Store `data` as it is."""
    digest = hashlib.sha256(data).hexdigest()
    return StoredFile.objects.create(name=name, content_type=content_type, data=data, sha256=digest)
