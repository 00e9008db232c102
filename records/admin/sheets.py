"""Sheets in and out of every table: the buttons above its list, and where they lead."""

from django import forms
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from records.admin.access import name_of
from records.downloads import with_mark
from records.imports.plan import columns_of
from records.imports.runs import preview
from records.imports.upload import read_upload
from records.resources import resource_for
from records.roles import CURATE, EXPORT, IMPORT, may
from records.sheets import SheetError, csv_lines
from records.tables import table_name
from records.workbooks import workbook

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class SheetForm(forms.Form):
    """The file to import, read into `headers` and `lines`."""

    sheet = forms.FileField(
        label=gettext_lazy("Sheet"),
        allow_empty_file=True,
        help_text=gettext_lazy("CSV in UTF-8 with comma, semicolon or tab; or XLSX, first sheet."),
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"}),
    )

    def clean_sheet(self):
        file = self.cleaned_data["sheet"]
        try:
            self.headers, self.lines = read_upload(file.name, file.read())
        except SheetError as error:
            raise forms.ValidationError(str(error)) from error
        if not self.lines:
            raise forms.ValidationError(_("The sheet has a heading and no rows below it."))
        return file


def may_import(user) -> bool:
    """Whether the person may bring sheets, of any table."""
    return may(user, IMPORT) and may(user, CURATE)


def may_export(user) -> bool:
    """Whether the person may take sheets with drafts in them."""
    return may(user, EXPORT) and may(user, CURATE)


class SheetAdmin:
    """For admin classes of curated tables: import and export."""

    def get_urls(self):
        name = name_of(self.model)
        wrap = self.admin_site.admin_view
        own = [
            path("import/", wrap(self.import_view), name=f"{name}_import"),
            path("export.<str:extension>", wrap(self.export_view), name=f"{name}_export"),
        ]
        return own + super().get_urls()

    def changelist_view(self, request, extra_context=None):
        name = name_of(self.model)
        shown = {}
        if may_import(request.user):
            shown["import_address"] = reverse(f"admin:{name}_import")
        if may_export(request.user):
            shown["export_addresses"] = [
                (extension.upper(), reverse(f"admin:{name}_export", args=[extension]))
                for extension in ("csv", "xlsx")
            ]
        return super().changelist_view(request, {**shown, **(extra_context or {})})

    def import_view(self, request):
        """Upload a sheet; its preview is a page of its own."""
        if not may_import(request.user):
            raise PermissionDenied
        form = SheetForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            file = form.cleaned_data["sheet"]
            run = preview(request.user, self.model, file.name, form.headers, form.lines)
            return HttpResponseRedirect(reverse("admin:records_importrun_change", args=[run.pk]))
        title = _("Import %(table)s") % {"table": self.opts.verbose_name_plural}
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "form": form,
            "columns": [(name, capfirst(text)) for name, text in columns_of(self.model).items()],
        }
        return render(request, "admin/sheets/upload.html", context)

    def export_view(self, request, extension):
        """The rows that the filters of the list leave, in the columns of the dataset."""
        if not may_export(request.user):
            raise PermissionDenied
        if extension not in {"csv", "xlsx"}:
            raise Http404
        try:
            rows = self.get_changelist_instance(request).queryset.select_related(None)
        except IncorrectLookupParameters as error:
            raise Http404(_("This is no filter of the list.")) from error
        resource = resource_for(self.model)()
        cells = resource.export_rows(rows.iterator(chunk_size=2000))
        return self.file(extension, resource.get_export_headers(), cells)

    def file(self, extension: str, headers: list[str], cells) -> HttpResponse:
        """The sheet as a download."""
        name = table_name(self.model)
        if extension == "csv":
            lines = with_mark(csv_lines(headers, cells))
            response = StreamingHttpResponse(lines, content_type=CSV)
        else:
            try:
                response = HttpResponse(workbook((name, headers, cells)), content_type=XLSX)
            except SheetError as error:
                return HttpResponse(str(error), status=409, content_type="text/plain")
        response["Content-Disposition"] = f'attachment; filename="{name}.{extension}"'
        return response
