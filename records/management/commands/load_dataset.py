"""Load a dataset from a folder of CSVs into an empty database."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from records import dataset


class Command(BaseCommand):
    help = "Load a dataset (a folder of CSVs) into an empty database: all of it or nothing."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="Folder with one CSV per table.")
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="Do nothing, successfully, if the database holds records already.",
        )

    def handle(self, folder, if_empty, verbosity, **options):
        if if_empty and not dataset.is_empty():
            self.stdout.write("The database holds records already: nothing was loaded.")
            return
        if not folder.is_dir():
            raise CommandError(f"{folder} is no folder.")
        try:
            counts = dataset.load(folder, self.show if verbosity else dataset.silent, str(folder))
        except dataset.DatasetError as error:
            raise CommandError(f"Nothing was loaded.\n{error}") from error
        filled = sum(1 for rows in counts.values() if rows)
        self.stdout.write(f"Loaded {sum(counts.values())} rows into {filled} tables.")

    def show(self, table: str, rows: int) -> None:
        self.stdout.write(f"{rows:>7}  {table}")
