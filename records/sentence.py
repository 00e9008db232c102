"""What a list holds, in words: "86 agreements on border affairs, binding, 1944–2021"."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# What stands before the values of a facet; other facets follow after a comma.
BEFORE = {
    "basket": gettext_lazy("on %(names)s"),
    "body": gettext_lazy("of %(names)s"),
    "jurisdiction": gettext_lazy("in %(names)s"),
    "scheme": gettext_lazy("of the scheme %(names)s"),
}


def sentence(kind, total: int, facets: list[dict], years: tuple[int, int] | None, before) -> str:
    """The count, the choices applied and the years, as one sentence without a full stop."""
    said, extra = [counted(kind, total)], []
    for one in facets:
        name = one["facet"].name
        chosen = [option.label for option in one["options"] if option.chosen]
        names = either([uncapped(label, name) for label in chosen])
        if name == "q" and one["values"]:
            query = one["values"]
            said.append(_("with “%(text)s”") % {"text": query.answered if query.mended else query})
        elif name == "active":
            extra += period(one["values"].texts)
        elif names and name in before:
            said.append(str(before[name]) % {"names": names})
        elif names:
            extra.append(names)
    if years and total and not any(one["facet"].name == "active" and asks(one) for one in facets):
        extra.append(str(years[0]) if years[0] == years[1] else f"{years[0]}–{years[1]}")
    return ", ".join([" ".join(said), *extra])


def counted(kind, total: int) -> str:
    """ "1 institution", "38 institutions"."""
    return f"{total} {kind.verbose_name if total == 1 else kind.verbose_name_plural}"


def either(names: list[str]) -> str:
    """ "one, two or three"."""
    if len(names) < 2:
        return "".join(names)
    return _("%(first)s or %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


def uncapped(label: str, facet: str) -> str:
    """The name of a basket as it stands inside a sentence; an acronym keeps its capitals."""
    small = facet == "basket" and label[1:2].islower()
    return label[0].lower() + label[1:] if small else label


def asks(one: dict) -> bool:
    return any(one["values"].texts.values())


def period(texts: dict[str, str]) -> list[str]:
    """The span asked for, in words."""
    first, last = texts["active_from"], texts["active_to"]
    if first and first == last:
        return [_("active in %(year)s") % {"year": first}]
    if first and last:
        return [_("active %(first)s–%(last)s") % {"first": first, "last": last}]
    if first:
        return [_("active since %(first)s") % {"first": first}]
    return [_("active until %(last)s") % {"last": last}] if last else []
