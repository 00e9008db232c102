"""What happened: meetings, reports and what links them to the rest of the map."""

from events.models.meeting import (
    Agenda,
    Convening,
    Meeting,
    MeetingCitation,
    Outcome,
    Participation,
    Venue,
)
from events.models.report import Focus, Issuer, Report, ReportCitation

__all__ = [
    "Agenda",
    "Convening",
    "Focus",
    "Issuer",
    "Meeting",
    "MeetingCitation",
    "Outcome",
    "Participation",
    "Report",
    "ReportCitation",
    "Venue",
]
