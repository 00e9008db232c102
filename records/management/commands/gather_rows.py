"""Write down what one row of each table is, so that `makemessages` finds it to be translated."""

from django.conf import settings
from django.core.management.base import BaseCommand

from records.datapackage import first_line
from records.tables import table_name, tables

HEAD = '''"""What one row of each table is, as the models' docstrings and the codebook say it.

Written by `make messages`, so that they are translated; nothing imports this.
"""

from django.utils.translation import gettext_noop as _

ROWS = (
'''


class Command(BaseCommand):
    help = "Write what one row of each table is to config/rows.py, for the translators."

    def handle(self, **options):
        lines = [first_line(model) for model in sorted(tables(), key=table_name)]
        text = HEAD + "".join(f"    _({quoted(line)}),\n" for line in lines) + ")\n"
        (settings.BASE_DIR / "config" / "rows.py").write_text(text, encoding="utf-8")


def quoted(text: str) -> str:
    """The text as Python writes it, in double quotation marks."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
