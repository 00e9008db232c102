"""Any number of plausible rows of every table, the same from the same seed.

Tables are found by walking the models, so a new one is filled without an edit here; only the
words for its names come from `words.py`. Places, schemes and topics are those of the curated data.
"""

from records.generation.plan import Plan
from records.generation.sinks import into_database, into_folder

__all__ = ["Plan", "into_database", "into_folder"]
