"""The rows that tests are made of are themselves valid."""

import pytest

from records.tables import tables
from tests.factories import make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", tables(), ids=lambda model: model.__name__)
def test_a_row_of_any_table_is_made_valid(model):
    row = make(model)
    row.full_clean()
    assert model.objects.published().filter(pk=row.pk).exists() or model.__name__ == "Redirect"


@pytest.mark.parametrize("model", tables(), ids=lambda model: model.__name__)
def test_two_rows_of_any_table_do_not_clash(model):
    assert make(model).pk != make(model).pk
