"""Write the dataset into a folder of CSVs."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from records import dataset


class Command(BaseCommand):
    help = "Write the dataset as a Data Package: one CSV per table and datapackage.json."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="Folder to write into; made if missing.")
        parser.add_argument(
            "--published",
            action="store_true",
            help="Leave out drafts, withdrawn records and what belongs to them.",
        )

    def handle(self, folder, published, verbosity, **options):
        if dataset.is_empty() and any(folder.glob("*.csv")):
            raise CommandError(
                f"The database holds no records, and {folder} does: nothing was written over."
            )
        counts = dataset.dump(folder, published, self.show if verbosity else dataset.silent)
        self.stdout.write(f"Wrote {sum(counts.values())} rows of {len(counts)} tables to {folder}.")

    def show(self, table: str, rows: int) -> None:
        self.stdout.write(f"{rows:>7}  {table}")
