"""People with their roles, and the register of organisations."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from catalog.models.sellers import Country, Seller


class UserManager(BaseUserManager["User"]):
    """Makes users by e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, is_superuser=True, is_staff=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in, by e-mail address."""

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=100)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = UserManager()

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(Lower("email"), name="one_user_an_address")]

    def __str__(self) -> str:
        return self.name or self.email


class Assignment(models.Model):
    """What a member of staff does for a seller. Staff see the orders of these sellers and no others."""

    class Role(models.TextChoices):
        OFFICE = "office", _("publications office")
        FINANCE = "finance", _("finance")

    user = models.ForeignKey(User, models.CASCADE, related_name="assignments")
    seller = models.ForeignKey(Seller, models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=10, choices=Role.choices)

    class Meta:
        ordering = ["user", "seller", "role"]
        constraints = [models.UniqueConstraint(name="assigned_once", fields=["user", "seller", "role"])]

    def __str__(self) -> str:
        return f"{self.user} · {self.seller} · {self.role}"


class Organisation(models.Model):
    """A municipality, region, association or company that orders.

    `code` is the municipal or regional code of its country (0125 Ekerö; 01 Region Stockholm).
    """

    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality", _("municipality")
        REGION = "region", _("region")
        ASSOCIATION = "association", _("municipal association")
        UNIVERSITY = "university", _("university")
        COMPANY = "company", _("company")
        OTHER = "other", _("other")

    kind = models.CharField(max_length=20, choices=Kind.choices)
    name = models.CharField(max_length=150)
    name_folded = models.CharField(max_length=150, db_index=True, editable=False)
    country = models.CharField(max_length=2, choices=Country.choices)
    code = models.CharField(max_length=10, blank=True)
    county = models.CharField(max_length=60, blank=True)
    organisation_number = models.CharField(max_length=20, blank=True)
    e_invoice_address = models.CharField(max_length=60, blank=True)
    street = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=12, blank=True)
    city = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["name_folded"]
        constraints = [
            models.UniqueConstraint(
                name="one_organisation_a_code",
                fields=["country", "kind", "code"],
                condition=~models.Q(code=""),
            )
        ]

    def __str__(self) -> str:
        return self.name
