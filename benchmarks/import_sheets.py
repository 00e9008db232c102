"""How long the import of sheets takes, beside a plain django-import-export resource.

Agreements with three links each (a party, a mandate, a coverage: a sheet for each kind), first
into tables that lack them, then the same sheets once more. Look-ups by slug, validation and
history are on for both. A third time the links stand in columns of the agreements' own sheet,
which the plain resource cannot read: it is set against the plain time for all sheets. What is
unchanged is previewed only, since there is nothing to confirm.

The plain resource takes some eight milliseconds for a row and step, so it gets the first
`--plain` agreements of the same sheets with their links, and its seconds are multiplied;
`--plain 10000` gives it all of them, and takes an hour. Its time for a row grows with the
tables, if anything: the ratios are not flattered.

On SQLite, and on PostgreSQL from the tests' temporary server or the server that DATABASE_URL
names; a test database is made and removed. Seconds depend on the machine, ratios hardly do;
"by cpu" is the ratio of the processor time of this process alone. Queries are statements for
each 1,000 rows.

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

AGAIN = "unchanged again"
STEPS = ("preview", "confirm", AGAIN)
COLUMNS = " of one sheet"
LINE = "{:22}{:>9}{:>9}{:>7}{:>8}{:>8}{:>10}{:>8}"
HEADING = ("", "plain s", "ours s", "ratio", "target", "by cpu", "queries:", "ours")
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


def trial(side, contents: dict, again: bool = True) -> dict[str, Cost]:
    """Preview and confirm each sheet, then preview it again; what each step costs in all."""
    costs = {step: Cost() for step in STEPS}
    steps = {"preview": side.preview, "confirm": side.confirm}
    rounds = [(steps, "new")] + [({AGAIN: side.preview}, "skip")] * again
    for asked, outcome in rounds:
        for model, content in contents.items():
            for name, step in asked.items():
                totals, cost = measure(step, model, content)
                assert totals[outcome] == sum(totals.values()) > 0, f"{model.__name__}: {totals}"
                costs[name] += cost
    return costs


def report(plain: dict[str, Cost], ours: dict[str, Cost], rows: int) -> bool:
    """Print the table of one database; whether every target is met."""
    print(LINE.format(*HEADING))
    met = True
    for step, two in ours.items():
        one, least = plain[step.removesuffix(COLUMNS)], target(step)
        met &= one.clock >= least * two.clock
        seconds = [f"{cost.clock:,.1f}" for cost in (one, two)]
        ratios = (one.clock / two.clock, least, one.processor / two.processor)
        queries = [f"{cost.statements * 1000 / rows:,.1f}" for cost in (one, two)]
        print(LINE.format(step, *seconds, *(f"{ratio:.0f}×" for ratio in ratios), *queries))
    print("All targets are met." if met else "Not all targets are met.", flush=True)
    return met


def target(step: str) -> float:
    """How many times faster than the plain resource a step should be."""
    if step == AGAIN:
        return 15
    return 5 if connection.vendor == "sqlite" else 10


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
    costs = trial(ours, contents)
    sheets.empty()
    joined = trial(ours, sheets.with_link_columns(contents), again=False)
    costs |= {step + COLUMNS: joined[step] for step in ("preview", "confirm")}
    sheets.empty()
    theirs = trial(plain, part)
    factor = rows / sheets.count(part)
    return report({step: cost * factor for step, cost in theirs.items()}, costs, rows)


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
