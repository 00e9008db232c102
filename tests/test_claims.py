"""Each claim that the curators were given went into the dataset, or it is said why not."""

import csv
import json
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parent.parent / "fixtures"


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


CLAIMS = read(Path(__file__).parent / "claims.csv")


@pytest.fixture(scope="module")
def addresses() -> set[str]:
    """Every row of the dataset: meetings/bgc-i."""
    package = json.loads((FIXTURES / "datapackage.json").read_text())
    found = set()
    for table in package["resources"]:
        name, key = table["path"].removesuffix(".csv"), table["schema"]["primaryKey"]
        rows = read(FIXTURES / table["path"])
        found |= {f"{name}/{'|'.join(row[column] for column in key)}" for row in rows}
    return found


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim["key"])
def test_a_claim_is_where_the_list_says_or_has_a_reason(claim, addresses):
    where = claim["where"].split()
    assert bool(where) or bool(claim["why_not"])
    assert [address for address in where if address not in addresses] == []
