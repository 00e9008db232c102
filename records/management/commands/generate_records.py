"""Make plausible records and links, for benchmarks and for trying the pages with many rows."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from records import dataset
from records.generation import Plan, into_database, into_folder


class Command(BaseCommand):
    help = "Make plausible records of every kind and links between them; the seed decides all."

    def add_arguments(self, parser):
        parser.add_argument("--records", type=int, default=1000, help="Number of records.")
        parser.add_argument("--links", type=float, default=3, help="Links for each record.")
        parser.add_argument("--seed", type=int, default=1, help="The same seed, the same rows.")
        parser.add_argument(
            "--drafts", type=float, default=10, help="Per cent of the records not published."
        )
        parser.add_argument(
            "--to", type=Path, metavar="DIR", help="Write a folder of CSVs for load_dataset."
        )
        parser.add_argument(
            "--add", action="store_true", help="Write into a database that holds records already."
        )

    def handle(self, records, links, seed, drafts, to, add, verbosity, **options):
        if records < 1 or links < 0 or not 0 <= drafts <= 100:
            raise CommandError("Ask for one record or more, and for drafts from 0 to 100 per cent.")
        plan = Plan(records, links, seed, drafts)
        show = self.show if verbosity else dataset.silent
        if to:
            counts, where = into_folder(plan, to, show), to
        elif add or dataset.is_empty():
            counts, where = into_database(plan, show), "the database"
        else:
            raise CommandError(
                "The database holds records already. Made-up ones would stand among them: "
                "use an empty database, --to DIR, or --add."
            )
        self.stdout.write(f"Wrote {sum(counts.values())} rows to {where}.")

    def show(self, table: str, rows: int) -> None:
        self.stdout.write(f"{rows:>7}  {table}")
