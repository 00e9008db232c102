"""Rules of rows as database constraints, each with a sentence a curator understands."""

from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _


def one_of(field: str, choices) -> CheckConstraint:
    """The column holds one of the choices' values."""
    return CheckConstraint(
        name=f"%(app_label)s_%(class)s_{field}",
        condition=Q(**{f"{field}__in": choices.values}),
        violation_error_message=_("Choose one of the values offered."),
    )


def in_order(start: str, end: str, message=None) -> CheckConstraint:
    """The end cannot lie wholly before the start; unknown bounds never offend."""
    return CheckConstraint(
        name=f"%(app_label)s_%(class)s_{start}_{end}",
        condition=Q(**{f"{start}_earliest__isnull": True})
        | Q(**{f"{end}_latest__isnull": True})
        | Q(**{f"{end}_latest__gte": F(f"{start}_earliest")}),
        violation_error_message=message or _("The end lies before the start."),
    )


def exactly_one(*fields: str, message) -> CheckConstraint:
    """Just one of the foreign keys is filled."""
    condition = Q()
    for chosen in fields:
        condition |= Q(**{f"{name}__isnull": name != chosen for name in fields})
    return CheckConstraint(
        name="%(app_label)s_%(class)s_one_target",
        condition=condition,
        violation_error_message=message,
    )


def apart(first: str, second: str) -> CheckConstraint:
    """A row does not link a record with itself."""
    return CheckConstraint(
        name="%(app_label)s_%(class)s_apart",
        condition=~Q(**{first: F(second)}),
        violation_error_message=_("A record cannot be linked with itself."),
    )


def once(*fields: str, when: str | None = None) -> UniqueConstraint:
    """The same fact stands once; `when` names the nullable target the rule is for.

    One conditional constraint per target: SQLite ignores `nulls_distinct` in silence.
    """
    return UniqueConstraint(
        fields=fields,
        name="%(app_label)s_%(class)s_once" + (f"_{when}" if when else ""),
        condition=Q(**{f"{when}__isnull": False}) if when else None,
        violation_error_message=_("This is recorded already: the same link, role and dates."),
    )
