"""The admin of meetings and reports."""

from django.contrib import admin

from events.models import Meeting, Report
from records.admin import RecordAdmin


@admin.register(Meeting)
class MeetingAdmin(RecordAdmin):
    """Meetings, held or not."""

    columns = ("level", "held", "start", "end")
    filters = ("level", "held", "is_class")
    what = [("level", "held"), ("attendance", "is_class")]
    dates = [("start", "end")]
    tell_apart = "start"


@admin.register(Report)
class ReportAdmin(RecordAdmin):
    """Reports, alone or in series."""

    columns = ("number", "issued", "period_start", "period_end")
    filters = (("agreement", admin.RelatedOnlyFieldListFilter),)
    what = ["number", ("agreement", "meeting")]
    dates = ["issued", ("period_start", "period_end")]
    tell_apart = "issued"
