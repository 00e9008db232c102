"""Every box of every list says how many rows it gives, alone and with others, and is right."""

import pytest
from django.conf import settings

from records import dataset
from records.models import Source
from records.tables import record_types
from tests.reading import read, rows

PATHS = [model.PATH for model in (*record_types(), Source)]


@pytest.fixture
def curated(db):
    """The curated dataset."""
    dataset.load(settings.BASE_DIR / "fixtures")


def check(client, path: str, query: str) -> None:
    """Each box of the page promises as many rows as it then gives."""
    for (name, value), words in read(client, f"/en/{path}/?{query}").boxes.items():
        chosen = "&".join(part for part in query.split("&") if not part.startswith(f"{name}="))
        address = f"/en/{path}.csv?{chosen}&{name}={value}"
        assert len(rows(client, address)) == int(words.split()[-1]), address


def test_the_count_of_every_box_is_the_number_of_its_rows(client, curated):
    for path in PATHS:
        check(client, path, "")


def test_the_counts_are_right_also_beside_other_choices(client, curated):
    check(client, "institutions", "reach=binational&active_from=1990&q=a")
    check(client, "meetings", "level=governors&jurisdiction=united-states")
    check(client, "agreements", "binding=no&basket=border-affairs")


def test_every_list_is_found_whole_page_by_page(client, curated):
    for path in PATHS:
        all_rows = rows(client, f"/en/{path}.csv")
        pages = range(1, (len(all_rows) - 1) // 50 + 2)
        texts = [read(client, f"/en/{path}/?page={page}").links for page in pages]
        found = {link for links in texts for link in links}
        assert all(f"/en/{path}/{row['slug']}/" in found for row in all_rows)
