"""The map's own import: what the admin does for a preview and for its confirmation."""

from django.contrib.auth import get_user_model

from records.imports.runs import confirm as confirm_run
from records.imports.runs import preview as preview_run
from records.imports.upload import read_upload
from records.models import ImportRun, Tracked


def user():
    """Who imports: somebody who may."""
    found, _made = get_user_model().objects.get_or_create(username="bench", is_superuser=True)
    return found


def preview(model: type[Tracked], content: bytes) -> dict[str, int]:
    """Read, check and plan the sheet, and keep the run with all that its pages show."""
    run = preview_run(user(), model, "sheet.csv", *read_upload("sheet.csv", content))
    assert not run.refused, run.preview[:1000]
    return {"new": run.new, "update": run.changed, "skip": run.unchanged}


def confirm(model: type[Tracked], content: bytes) -> dict[str, int]:
    """Plan the kept sheet anew and write it in one change set; nothing if nothing is new."""
    run = ImportRun.objects.latest("pk")
    confirm_run(run, user(), "benchmark")
    assert run.stage == ("confirmed" if run.new else "previewed"), run.stage
    return {"new": run.new, "update": run.changed, "skip": run.unchanged}
