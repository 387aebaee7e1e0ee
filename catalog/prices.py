"""From a publication and a date to the facts that price it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from catalog.errors import NoVatRate
from catalog.models import PostageTariff, Price, Publication, Seller, VatClass, VatRate
from catalog.models.sellers import Country
from catalog.pricing.facts import PriceFacts, Tier
from catalog.pricing.postage import Band, Basis, FreeGoods, Tariff


def facts_for(publication: Publication, *, on: date) -> PriceFacts | None:
    """What prices `publication` on a date: tiers, VAT, weight, limits. None where no price is known.

    Raises `NoVatRate` where a price is known but no rate for its class, the seller's country and the date.
    """
    prices = _prices_on([publication], on)
    return _facts(publication, prices[publication.pk], _rates_on([publication], on), on) if prices else None


def facts_for_all(publications: Iterable[Publication], *, on: date) -> dict[int, PriceFacts]:
    """The same for many, by primary key, in three queries; those without a price are left out.

    So are those without a VAT rate: a title whose rate nobody has entered cannot be sold, but it must not
    take a whole list with it. Expects `seller` and `vat_class` joined.
    """
    publications = list(publications)
    prices = _prices_on(publications, on)
    priced = [publication for publication in publications if publication.pk in prices]
    rates = _rates_on(priced, on)
    return {
        publication.pk: _facts(publication, prices[publication.pk], rates, on)
        for publication in priced
        if (publication.vat_class_id, publication.seller.country) in rates
    }


def tariff_for(seller: Seller, *, on: date) -> Tariff | None:
    """What `seller` asks for postage on a date; None where it asks nothing."""
    found = seller.postage_tariffs.filter(from_on__lte=on).prefetch_related("bands").first()
    return _tariff(found) if found else None


def vat_percent(vat_class: str, *, country: str, on: date) -> Decimal:
    """The dated rate of a class of goods in a country, in percent. Raises `NoVatRate`."""
    found = (
        VatRate.objects.filter(vat_class__code=vat_class, country=country, from_on__lte=on)
        .order_by("-from_on")
        .first()
    )
    if found is None:
        raise NoVatRate(vat_class=VatClass.Code(vat_class).label, country=Country(country).label, date=on)
    return found.percent


def _prices_on(publications: list[Publication], on: date) -> dict[int, Price]:
    """The price in force: the latest start date, and of two on one date the later entered."""
    rows = (
        Price.objects.filter(publication__in=publications, from_on__lte=on)
        .order_by("from_on", "pk")
        .prefetch_related("tiers")
    )
    return {price.publication_id: price for price in rows}


def _rates_on(publications: list[Publication], on: date) -> dict[tuple[int, str], Decimal]:
    classes = {publication.vat_class_id for publication in publications}
    rows = VatRate.objects.filter(vat_class__in=classes, from_on__lte=on).order_by("from_on")
    return {(rate.vat_class_id, rate.country): rate.percent for rate in rows}


def _facts(
    publication: Publication, price: Price, rates: dict[tuple[int, str], Decimal], on: date
) -> PriceFacts:
    vat_class, country = publication.vat_class, publication.seller.country
    rate = rates.get((vat_class.pk, country)) if vat_class else None
    if vat_class is None or rate is None:
        raise NoVatRate(vat_class=vat_class or "?", country=Country(country).label, date=on)
    return PriceFacts(
        article=str(publication.pk),
        tiers=(
            Tier(min_quantity=1, unit_net=price.unit_net),
            *(Tier(min_quantity=tier.min_quantity, unit_net=tier.unit_net) for tier in price.tiers.all()),
        ),
        vat_class=vat_class.code,
        vat_rate=rate,
        currency=publication.seller.currency,
        weight_g=publication.weight_g,
        pack_size=publication.pack_size,
        max_quantity=publication.max_quantity or None,
    )


def _tariff(found: PostageTariff) -> Tariff:
    return Tariff(
        bands=tuple(Band(up_to=band.up_to, net=band.net) for band in found.bands.all()),
        by=Basis(found.basis),
        free_from_net=found.free_from_net,
        default_weight_g=found.default_weight_g,
        free_goods=FreeGoods(found.free_goods),
        surcharge_po_box=found.surcharge_po_box,
    )
