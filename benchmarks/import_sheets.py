"""How long the import of sheets takes, beside a plain django-import-export resource.

Agreements with three links each (a party, a mandate, a coverage: a sheet for each kind), first
into tables that lack them, then the same sheets once more. Look-ups by slug, validation and
history are on for both. The plain resource takes some eight milliseconds a row and step, so it
gets the first `--plain` agreements of the same sheets with their links, and its seconds are
multiplied; `--plain 10000` gives it all of them, and takes an hour. Its time for a row grows
with the tables, if anything: the ratios are not flattered.

On SQLite, and on PostgreSQL from the tests' temporary server or the server that DATABASE_URL
names; a test database is made and removed. Seconds depend on the machine, ratios hardly do.

Run from the root of the repository: python -m benchmarks.import_sheets
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import astuple, dataclass
from pathlib import Path
from time import perf_counter, process_time

import django
from django.conf import settings
from django.db import connection

STEPS = ("preview", "confirm", "preview again", "confirm again")
LINE = "{:16}{:>10}{:>10}{:>8}{:>8}{:>8}   {}"
HEADING = ("", "plain s", "ours s", "ratio", "target", "by cpu", "queries per 1,000 rows")
DATABASES = ("sqlite", "postgresql")


@dataclass
class Cost:
    """What a step took: seconds by the clock and of this process, and statements."""

    clock: float = 0
    processor: float = 0
    statements: int = 0

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(*(one + two for one, two in zip(astuple(self), astuple(other), strict=True)))

    def __mul__(self, factor: float) -> "Cost":
        return Cost(*(value * factor for value in astuple(self)))


def measure(step: Callable, *args) -> tuple[dict, Cost]:
    """What the step gives back, and what it took."""
    cost = Cost()

    def count(execute, *arguments):
        cost.statements += 1
        return execute(*arguments)

    with connection.execute_wrapper(count):
        clock, processor = perf_counter(), process_time()
        found = step(*args)
        cost.clock = perf_counter() - clock
        cost.processor = process_time() - processor
    return found, cost


def trial(side, contents: dict) -> dict[str, Cost]:
    """Preview and confirm each sheet, twice; the cost of each step for a thousand rows."""
    costs = {step: Cost() for step in STEPS}
    rows = 0
    for again in ("", " again"):
        for model, content in contents.items():
            for name, step in (("preview", side.preview), ("confirm", side.confirm)):
                totals, cost = measure(step, model, content)
                wanted = totals["skip" if again else "new"]
                assert wanted == sum(totals.values()) > 0, f"{model.__name__}: {totals}"
                costs[name + again] += cost
            rows += 0 if again else wanted
    return {step: cost * (1000 / rows) for step, cost in costs.items()}


def report(vendor: str, rows: int, plain: dict[str, Cost], ours: dict[str, Cost]) -> bool:
    """Print the table of one database; whether every target is met."""
    print(
        LINE.format("", "plain s", "ours s", "ratio", "target", "by cpu", "queries per 1,000 rows")
    )
    met = True
    for step in STEPS:
        one, two = plain[step], ours[step]
        ratio, least = one.clock / two.clock, target(vendor, step)
        met &= ratio >= least
        seconds = [f"{cost.clock * rows / 1000:,.1f}" for cost in (one, two)]
        ratios = [f"{number:.0f}×" for number in (ratio, least, one.processor / two.processor)]
        queries = f"{one.statements:,.0f} → {two.statements:,.1f}"
        print(LINE.format(step, *seconds, *ratios, queries))
    print("All targets are met." if met else "Not all targets are met.", flush=True)
    return met


def target(vendor: str, step: str) -> float:
    """How many times faster than the plain resource a step should be."""
    if "again" in step:
        return 15
    return 5 if vendor == "sqlite" else 10


def here(options) -> bool:
    """Measure on the database of the settings, in a test database of its own."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    django.setup()
    with tempfile.TemporaryDirectory(prefix="map-bench-") as folder:
        if connection.vendor == "sqlite":
            # In a file, as a server has it, and not in memory.
            settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = f"{folder}/test.sqlite3"
        name = settings.DATABASES["default"]["NAME"]
        connection.creation.create_test_db(verbosity=0, serialize=False)
        try:
            return compare(options, Path(folder) / "sheets")
        finally:
            connection.creation.destroy_test_db(name, verbosity=0)


def compare(options, folder: Path) -> bool:
    """Load what the sheets refer to, then measure one side after the other."""
    from benchmarks import ours, plain, sheets

    contents = sheets.make(options.rows, options.seed, folder)
    part = sheets.first(options.plain, contents)
    rows = sheets.count(contents)
    said = f"{options.rows:,} agreements with their links, {rows:,} rows"
    if options.plain < options.rows:
        said += f"; plain: {options.plain:,} of them, {sheets.count(part):,} rows, multiplied"
    print(f"\n{connection.vendor}: {said}", flush=True)
    found = [trial(ours, contents)]
    sheets.empty()
    found.append(trial(plain, part))
    return report(connection.vendor, rows, found[1], found[0])


def main() -> int:
    """Measure on each database in a process of its own; 0 if every target is met."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rows", type=int, default=10_000, help="Number of agreements.")
    parser.add_argument("--plain", type=int, default=500, help="How many the plain one gets.")
    parser.add_argument("--seed", type=int, default=7, help="Seed of the generated rows.")
    parser.add_argument("--on", choices=DATABASES, help="One database only.")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    options.plain = min(options.plain, options.rows)
    if options.here:
        return 0 if here(options) else 1
    return max(start(database) for database in DATABASES if options.on in (None, database))


def start(database: str) -> int:
    """Run this again for one database."""
    command = ["-m", "benchmarks.import_sheets", "--here", *sys.argv[1:]]
    if database == "postgresql":
        return subprocess.run([sys.executable, "-m", "tests.postgres", *command]).returncode
    environment = os.environ | {"DATABASE_URL": "sqlite://:memory:"}
    return subprocess.run([sys.executable, *command], env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
