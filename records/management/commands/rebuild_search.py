"""Make the entries of search anew, from all that readers see."""

from django.core.management.base import BaseCommand

from records.models import SearchEntry
from records.search.index import rebuild


class Command(BaseCommand):
    help = "Make the search entries anew from the published records, in one transaction."

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="Do nothing if there are entries already, as after each start but the first.",
        )

    def handle(self, if_empty, **options):
        if if_empty and SearchEntry.objects.exists():
            return
        counts = rebuild()
        for table, rows in counts.items():
            self.stdout.write(f"{rows:>7}  {table}")
        self.stdout.write(f"{sum(counts.values())} records can be found.")
