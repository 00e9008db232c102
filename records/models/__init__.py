"""What every record shares. Concrete tables here: ChangeSet, Proposal, ImportRun,
Source, Topic, Redirect, SearchEntry, SearchWord."""

from records.models.changes import ChangeSet
from records.models.citation import Citation, Topic
from records.models.imports import ImportRun
from records.models.link import Dated, Link, Statement
from records.models.proposals import Proposal
from records.models.record import Publication, Record, RecordQuerySet, Redirect
from records.models.search import SearchEntry, SearchWord
from records.models.source import Source
from records.models.tracked import Keyed, Tracked, TrackedQuerySet

__all__ = [
    "ChangeSet",
    "Citation",
    "Dated",
    "ImportRun",
    "Keyed",
    "Link",
    "Proposal",
    "Publication",
    "Record",
    "RecordQuerySet",
    "Redirect",
    "SearchEntry",
    "SearchWord",
    "Source",
    "Statement",
    "Topic",
    "Tracked",
    "TrackedQuerySet",
]
