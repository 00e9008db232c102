"""Examples for the help of forms, where the table's own help text, which is also the codebook's,
has none."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from records.tables import table_name

# What to type where a row of the table is chosen.
TYPED = {
    "agreements": _("For example, type: water treaty."),
    "baskets": _("For example, type: border aff."),
    "indicators": _("For example, type: exports."),
    "institutions": _("For example, type: relaciones ext."),
    "issues": _("For example, type: water."),
    "jurisdictions": _("For example, type: chihuahua."),
    "meetings": _("For example, type: governors xx."),
    "reports": _("For example, type: spp report."),
    "schemes": _("For example, type: montebello."),
    "sources": _("For example, type: seed 2009."),
    "topics": _("For example, type: working groups."),
}
# Columns of any table, and those of one table.
COLUMNS = {
    "name_en_ours": _("For example: only a Mexican gazette has the text."),
    "name_es_ours": _("For example: only the Federal Register has the text."),
    "summary_en": _("For example: A commission of both countries on the boundary and its waters."),
    "summary_es": _("For example: Comisión de ambos países sobre el límite y sus aguas."),
    "added": _("For example: 2009-08-14."),
    "publication": _("For example: draft, while it still lacks a source."),
    "comparator": _("For example: the International Joint Commission with Canada."),
    "ending": _("For example: superseded, where a later one took its place."),
    "preferred": _("For example: the treaty itself, against a newspaper."),
    "note_en": _("For example: The text was never made public."),
    "note_es": _("For example: El texto nunca se hizo público."),
    "withdrawn_why_es": _("For example: duplicado del Programa Frontera XXI."),
    "institution_levels.tier": _("For example: state, for a conference of governors."),
    "priorities.emphasis_es": _("For example: la migración ante todo."),
    "focuses.text_es": _("For example: competitividad de América del Norte."),
    "institution_levels.branch": _("For example: legislature, for a meeting of parliamentarians."),
    "office_es": _("For example: Secretario de Hacienda."),
    "purpose_es": _("For example: para México y Centroamérica en conjunto."),
    "amounts.kind": _("For example: appropriated, once Congress has voted it."),
    "amounts.currency": _("For example: USD."),
    "lifespans.ending": _("For example: lapsed without announcement."),
    "rank": _("For example: 1."),
    "site": _("For example: Los Pinos."),
    "agreements.form": _("For example: treaty, for the one on water of 1944."),
    "agreements.stage": _("For example: proposed, for a bill that waits for a vote."),
    "agreements.binding": _("For example: not binding, for a joint statement."),
    "acts.kind": _("For example: published in the gazette, for a decree in the Diario Oficial."),
    "identifiers.system": _("For example: UNTS, for the series of the United Nations."),
    "institutions.kind": _("For example: commission, for the one on boundary and waters."),
    "institutions.reach": _("For example: binational, for the commission on boundary and waters."),
    "memberships.role": _("For example: observer."),
    "parties.role": _("For example: observer."),
    "participations.role": _("For example: host, for the state where governors met."),
}


def with_example(db_field: models.Field, text) -> str:
    """The help text of a form's field, with an example if we have one for it."""
    if db_field.is_relation:
        example = TYPED.get(table_name(db_field.related_model))
    else:
        name = db_field.name
        example = COLUMNS.get(f"{table_name(db_field.model)}.{name}", COLUMNS.get(name))
    return f"{text} {example}" if example else str(text)
