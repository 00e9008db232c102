"""Lists and pages of meetings and reports."""

from django.utils.translation import gettext_lazy as _

from events import filters
from events.models import Convening, Meeting, Report
from records.lists import RecordList
from records.pages import RecordPage, Span


class MeetingList(RecordList):
    model = Meeting
    facets = filters.MEETINGS
    default_sort = "-date"
    row_facts = ("level", "held")


class MeetingPage(RecordPage):
    model = Meeting
    kinds = ("held",)
    facts = (
        Span(_("when"), "start", "end", one_day=True),
        "venues",
        "held",
        "level",
        "convenings",
        "participations",
        "attendance",
        "outcomes",
        "agendas",
    )
    template = "events/meeting.html"

    def context(self):
        context = super().context()
        venues = next((one.rows for one in context["facts"] if one.name == "venues"), [])
        places = [end for row in venues for end in row.ends]
        return {**context, "series": self.series(), "places": places}

    def series(self) -> list[dict]:
        """For each body that convened it: all its meetings in order, and this one's neighbours."""
        own = list(self.record.convenings.published().select_related("institution"))
        bodies = [convening.institution for convening in own]
        rows = Convening.objects.published().filter(institution__in=bodies)
        rows = rows.select_related("meeting").order_by("meeting__begins_earliest", "ordinal", "pk")
        return [neighbours(body, self.record, list(rows)) for body in bodies]


def neighbours(body, meeting, rows: list[Convening]) -> dict:
    """A body's meetings in order, with the ones before and after the meeting."""
    rows = [row for row in rows if row.institution_id == body.pk]
    rows = [row for row in rows if row.meeting_id == meeting.pk or not row.meeting.is_class]
    place = next(number for number, row in enumerate(rows) if row.meeting_id == meeting.pk)
    return {
        "body": body,
        "rows": rows,
        "before": rows[place - 1] if place else None,
        "after": rows[place + 1] if place + 1 < len(rows) else None,
    }


class ReportList(RecordList):
    model = Report
    facets = filters.REPORTS
    default_sort = "-date"


class ReportPage(RecordPage):
    model = Report
    facts = (
        "number",
        "issued",
        Span(_("period"), "period_start", "period_end"),
        "issuers",
        "agreement",
        "meeting",
        "focuses",
    )
