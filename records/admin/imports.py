"""Imports in the admin: the list of runs, the preview of each, and its confirmation."""

import json
from dataclasses import dataclass, field

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, npgettext

from records.admin.access import name_of
from records.admin.sheets import may_import
from records.imports import runs
from records.imports.links import LOCATOR, SOURCE
from records.imports.plan import CHANGED, NEW, OUTCOMES, REFUSED, UNCHANGED
from records.models import ImportRun, Record
from records.models.imports import Stage

PAGE = 50
STAGES_TOLD = {
    Stage.PREVIEWED: gettext_lazy("Nothing is written yet. Look through the rows, then confirm."),
    Stage.CONFIRMED: gettext_lazy("Imported."),
    Stage.REFUSED: gettext_lazy(
        "Nothing is imported while a row is refused. Mend the sheet and import it again."
    ),
    Stage.STALE: gettext_lazy(
        "Nothing was imported: the data had changed since this preview. Preview the sheet again."
    ),
    Stage.CANCELLED: gettext_lazy("Cancelled; nothing was imported."),
}


def label(outcome: str, number: int = 1) -> str:
    """What becomes of a row, or of several: in Spanish the word agrees with their number."""
    return {
        REFUSED: npgettext("row", "refused", "refused", number),
        NEW: npgettext("row", "new", "new", number),
        CHANGED: npgettext("row", "changed", "changed", number),
        UNCHANGED: npgettext("row", "unchanged", "unchanged", number),
    }[outcome]


@dataclass
class ShownLine:
    """One line of the sheet as the page shows it."""

    number: int
    key: str
    outcome: str
    faults: list = field(default_factory=list)
    changes: list = field(default_factory=list)
    added: list = field(default_factory=list)
    cells: list = field(default_factory=list)

    @property
    def label(self) -> str:
        return label(self.outcome)


@admin.register(ImportRun)
class ImportRunAdmin(admin.ModelAdmin):
    """Every sheet that was brought, with what became of it."""

    list_display = ("file_name", "table", "who", "started", "stage", *OUTCOMES)
    list_filter = ("stage", "table", ("who", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("who",)
    show_facets = admin.ShowFacets.ALWAYS
    actions = None

    def has_module_permission(self, request):
        return may_import(request.user)

    def has_view_permission(self, request, obj=None):
        return may_import(request.user)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).defer("sheet", "preview")

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """One run: its preview, and the form to confirm or cancel it."""
        if not may_import(request.user):
            raise PermissionDenied
        run = get_object_or_404(ImportRun.objects.select_related("who"), pk=whole(object_id))
        if request.method == "POST":
            return self.act(request, run)
        return render(request, "admin/sheets/run.html", self.page(request, run))

    def act(self, request, run: ImportRun):
        """Confirm, cancel or preview again; only who brought the sheet may do so."""
        if run.who_id != request.user.pk:
            raise PermissionDenied
        act = request.POST.get("act")
        if act == "again" and runs.model_of(run):
            run = runs.again(run, request.user)
        elif act == "cancel":
            runs.cancel(run)
        elif act == "confirm":
            why = request.POST.get("why", "").strip()
            if not why:
                message = _("Say why: the reason is kept with every row.")
                context = {**self.page(request, run), "missing": message}
                return render(request, "admin/sheets/run.html", context)
            runs.confirm(run, request.user, why)
            self.tell(request, run)
        return HttpResponseRedirect(reverse("admin:records_importrun_change", args=[run.pk]))

    def tell(self, request, run: ImportRun) -> None:
        """Say what became of a confirmation."""
        if run.stage == Stage.CONFIRMED:
            message = _("Imported: %(new)s new, %(changed)s changed.")
            values = {"new": run.new, "changed": run.changed}
            self.message_user(request, message % values, messages.SUCCESS)

    def page(self, request, run: ImportRun) -> dict:
        """What the page shows of the run."""
        kept, only = json.loads(run.preview), request.GET.get("only", "")
        lines = [line for line in kept["lines"] if only in ("", line["outcome"])]
        paginator = Paginator(lines, PAGE)
        page = paginator.get_page(request.GET.get("p"))
        headers, cells = run.read()
        told = linked(runs.model_of(run))
        page.object_list = [shown(line, headers, cells, told) for line in page.object_list]
        numbers = [(one, getattr(run, one)) for one in OUTCOMES]
        model, own = runs.model_of(run), run.who_id == request.user.pk
        return {
            **self.admin_site.each_context(request),
            "title": run.file_name,
            "opts": self.opts,
            "run": run,
            "told": STAGES_TOLD[run.stage],
            "table": table_of(model) if model else None,
            "faults": kept["faults"],
            "counts": [(one, label(one, number), number) for one, number in numbers],
            "cleared": sum(cleared(line) for line in kept["lines"]),
            "added": sum(len(line.get("added", ())) for line in kept["lines"]),
            "page": page,
            "pages": paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
            "only": only,
            "may_confirm": own and run.waits and (run.new or run.changed),
            "may_cancel": own and run.waits,
            "may_repeat": own and model and run.stage in (Stage.STALE, Stage.REFUSED),
            "newer": runs.changed_since(run)[:PAGE] if run.stage == Stage.STALE else [],
            "why": request.POST.get("why", ""),
        }


def table_of(model) -> tuple[str, str]:
    """The name and the list of a table."""
    name = capfirst(model._meta.verbose_name_plural)
    return name, reverse(f"admin:{name_of(model)}_changelist")


def linked(model) -> set[str]:
    """The columns of a sheet of records that add links and citations, told apart from cells."""
    return {*model.JOINED, SOURCE, LOCATOR} if model and issubclass(model, Record) else set()


def shown(line: dict, headers: list[str], cells: list[list[str]], told: set[str]) -> ShownLine:
    """A kept line with the cells of the sheet, where they are what is new."""
    found = ShownLine(**line)
    if found.outcome == NEW:
        pairs = zip(headers, cells[found.number - 1], strict=True)
        found.cells = [(name, cell) for name, cell in pairs if cell and name not in told]
    return found


def cleared(line: dict) -> int:
    """How many cells of a line clear a value."""
    return sum(1 for _column, old, new in line.get("changes", ()) if old and not new)


def whole(text: str) -> int | None:
    """A primary key from an address; None if it is no number."""
    plain = unquote(text)
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 19 else None
