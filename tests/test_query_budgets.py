"""What each page may cost in queries, however many rows and links it shows."""

from itertools import count
from operator import le

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from baskets.models import Basket
from records.models import Record, Source
from records.tables import record_types, statement_types
from tests.factories import cite, make, make_source
from tests.reading import body

# The most queries that each may take: list, CSV, page.
BUDGETS = {
    "institutions": (20, 6, 26),
    "agreements": (16, 6, 16),
    "meetings": (18, 6, 13),
    "reports": (12, 8, 8),
    "baskets": (10, 6, 14),
    "issues": (10, 5, 8),
    "indicators": (7, 5, 5),
    "sources": (5, 2, 40),
}
HOME = 25


def key_fields(model) -> list:
    """The foreign keys of a table that lead to records."""
    keys = [field for field in model._meta.fields if field.many_to_one]
    return [key for key in keys if issubclass(key.related_model, Record)]


months = count(12_000)


def when(model) -> dict[str, str]:
    """A date that no other link has, where links of the kind have dates."""
    names = {field.name for field in model._meta.fields} & {"start", "date"}
    return {name: "{:04}-{:02}".format(*month(next(months))) for name in names}


def month(number: int) -> tuple[int, int]:
    return number // 12, number % 12 + 1


def grow(hubs: dict) -> None:
    """A record of every kind more, cited and disputed, and links of every kind with the hubs."""
    fresh, source, known = {}, make_source(), Source.objects.earliest("pk")
    for model in record_types():
        columns = {key.name: hubs[key.related_model] for key in key_fields(model)}
        fresh[model] = make(model, **columns)
        cite(fresh[model], source=source, via=known)
        for name in columns:
            cite(fresh[model], source=source, about=name, value=f"another-{name}")
    for model in statement_types():
        for near in key_fields(model):
            needed = [key for key in key_fields(model) if not key.null and key is not near]
            ends = {key.name: fresh[key.related_model] for key in needed}
            ends[near.name] = hubs[near.related_model]
            make(model, source=source, disputed_by=known, **ends, **when(model))


@pytest.fixture
def hubs(db) -> dict:
    """A record of every kind on which links are heaped, and the source of all of them."""
    hubs, source = {}, make_source()
    for model in record_types():
        hubs[model] = make(
            model, **{key.name: hubs.get(key.related_model) for key in key_fields(model)}
        )
        cite(hubs[model], source=source)
    return hubs


def cost(client, address: str) -> int:
    """How many queries the address takes."""
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
        assert response.status_code == 200, address
        body(response)
    return len(queries)


def costs(client, hubs: dict) -> dict[str, tuple[int, int, int]]:
    """What the list, the file and the page on which links are heaped take, by kind."""
    pages = {model.PATH: hub.get_absolute_url() for model, hub in hubs.items()}
    pages["sources"] = Source.objects.earliest("pk").get_absolute_url()
    return {
        name: (cost(client, f"/en/{name}/"), cost(client, f"/en/{name}.csv"), cost(client, page))
        for name, page in pages.items()
    }


def test_every_page_stays_within_its_budget(client, hubs):
    grow(hubs)
    for name, found in costs(client, hubs).items():
        assert all(map(le, found, BUDGETS[name])), (name, found, BUDGETS[name])
    assert cost(client, "/en/") <= HOME


def test_no_page_costs_more_when_there_is_ten_times_as_much(client, hubs):
    grow(hubs)
    before = costs(client, hubs), cost(client, "/en/")
    for _time in range(9):
        grow(hubs)
    assert (costs(client, hubs), cost(client, "/en/")) == before


def test_a_narrowed_list_costs_no_more_than_a_query_for_each_choice(client, hubs):
    grow(hubs)
    plain = cost(client, "/en/institutions/")
    basket = hubs[Basket].slug
    narrowed = f"/en/institutions/?q=name&basket={basket}&reach=us&kind=commission&active_from=1990"
    assert cost(client, narrowed) <= plain + 2 * 4
