"""Every box of the forms that curators use most says what belongs in it, with an example."""

import re

import pytest

from events.models import Meeting, Report
from institutions.models import Agreement, Institution
from tests.admin_form import address
from tests.people import signed_in

pytestmark = pytest.mark.django_db
EXAMPLE = re.compile(r"such as|[Ff]or example|\d{4}|: \S|, chair, co-chair|Presidente")
HIDDEN = {"id", "DELETE"}


def boxes(context) -> dict:
    """The fields of the form and of an empty row of each kind of link, by name."""
    found = dict(context["adminform"].form.fields)
    for one in context["inline_admin_formsets"]:
        row = one.formset.empty_form
        found |= {f"{one.formset.prefix}.{name}": field for name, field in row.fields.items()}
        HIDDEN.add(f"{one.formset.prefix}.{one.formset.fk.name}")
    return {name: field for name, field in found.items() if name.split(".")[-1] not in HIDDEN}


@pytest.mark.parametrize("model", [Agreement, Institution, Meeting, Report])
def test_every_box_has_an_example(model):
    answer = signed_in("ana", "Curators").get(address(model, "add"))
    context = {key: value for part in answer.context for key, value in part.flatten().items()}
    texts = {name: str(field.help_text) for name, field in boxes(context).items()}
    texts = {name: text for name, text in texts.items() if name not in HIDDEN}
    assert {name: text for name, text in texts.items() if not EXAMPLE.search(text)} == {}
