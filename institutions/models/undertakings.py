"""Who signed an agreement, and what money it moved."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from institutions.models.agreement import Agreement
from institutions.models.institution import Institution
from institutions.models.jurisdiction import Jurisdiction
from records.constraints import once, one_of
from records.linkrows import unpadded
from records.models import Dated


class Signature(Dated):
    """A person signed an agreement, with the office in which they did."""

    SEEN_FROM = {
        "agreement": _("Signed by"),
        "jurisdiction": _("Signatures"),
        "institution": _("Signatures"),
    }

    agreement = models.ForeignKey(
        Agreement,
        verbose_name=_("agreement"),
        on_delete=models.CASCADE,
        related_name="signatures",
        help_text=_("What was signed."),
    )
    person = models.CharField(
        _("person"), max_length=200, help_text=_("Given and family name: Agustín Carstens.")
    )
    office_en = models.CharField(
        _("office in English"),
        max_length=200,
        blank=True,
        help_text=_("As the source gives it: Secretary of Finance."),
    )
    office_es = models.CharField(
        _("office in Spanish"), max_length=200, blank=True, help_text=_("The same in Spanish.")
    )
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        verbose_name=_("jurisdiction"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="signatures",
        help_text=_("For which country, state or city, such as Mexico."),
    )
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="signatures",
        help_text=_("For which body, such as the Secretariat of Finance."),
    )

    class Meta(Dated.Meta):
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        ordering = ["agreement", "date_earliest", "pk"]
        constraints = [*Dated.Meta.constraints, once("agreement", "person", "date")]


class AmountKind(models.TextChoices):
    PROPOSED = "proposed", _("proposed")
    REQUESTED = "requested", _("requested")
    APPROPRIATED = "appropriated", _("appropriated")
    OBLIGATED = "obligated", _("obligated")
    DELIVERED = "delivered", _("delivered")
    PLEDGED = "pledged", _("pledged")
    PAID = "paid", _("paid")


class Currency(models.TextChoices):
    USD = "USD", _("US dollars")
    MXN = "MXN", _("Mexican pesos")
    CAD = "CAD", _("Canadian dollars")


class Amount(Dated):
    """Money that an agreement moved: for whom, in which year, and how far it came."""

    SEEN_FROM = {"agreement": _("Amounts"), "jurisdiction": _("Amounts received")}

    agreement = models.ForeignKey(
        Agreement,
        verbose_name=_("agreement"),
        on_delete=models.CASCADE,
        related_name="amounts",
        help_text=_("The instrument that provides the money."),
    )
    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=AmountKind,
        help_text=_("How far it came: asked for, voted, delivered."),
    )
    value = models.DecimalField(
        _("value"),
        max_digits=20,
        decimal_places=4,
        help_text=_("In millions of the currency: 465."),
    )
    currency = models.CharField(
        _("currency"),
        max_length=3,
        choices=Currency,
        default=Currency.USD,
        help_text=_("As ISO 4217 writes it: USD."),
    )
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        verbose_name=_("recipient"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="amounts",
        help_text=_("The country or state that receives it; blank if it is for several."),
    )
    purpose_en = models.CharField(
        _("purpose in English"),
        max_length=300,
        blank=True,
        help_text=_("For example: for Mexico and Central America together."),
    )
    purpose_es = models.CharField(
        _("purpose in Spanish"), max_length=300, blank=True, help_text=_("The same in Spanish.")
    )

    class Meta(Dated.Meta):
        verbose_name = _("amount")
        verbose_name_plural = _("amounts")
        ordering = ["agreement", "date_earliest", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            one_of("kind", AmountKind),
            one_of("currency", Currency),
            models.UniqueConstraint(
                fields=["agreement", "kind", "date", "value", "purpose_en"],
                condition=models.Q(jurisdiction__isnull=True),
                name="institutions_amount_once_several",
                violation_error_message=_("This amount is recorded already."),
            ),
            once(
                "agreement",
                "kind",
                "date",
                "value",
                "purpose_en",
                "jurisdiction",
                when="jurisdiction",
            ),
        ]

    def said(self):
        words = gettext("%(value)s million %(currency)s")
        words %= {"value": unpadded(self.value), "currency": self.get_currency_display()}
        return {"value": words, "currency": ""}
