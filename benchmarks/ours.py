"""The map's own import, as the admin's preview and confirm run it."""

from records.models import ChangeSet, Tracked
from records.resources import resource_for
from records.sheets import read_sheet


def run(model: type[Tracked], content: bytes, dry_run: bool) -> dict[str, int]:
    """Import a sheet, or try it; the number of rows by what became of them."""
    headers, lines = read_sheet(content)
    resource = resource_for(model)()
    with ChangeSet.open(kind="import"):
        faults = resource.import_sheet(headers, lines, dry_run=dry_run)
    assert not faults, str(faults[0])
    return dict(resource.result.totals)


def preview(model: type[Tracked], content: bytes) -> dict[str, int]:
    return run(model, content, dry_run=True)


def confirm(model: type[Tracked], content: bytes) -> dict[str, int]:
    return run(model, content, dry_run=False)
