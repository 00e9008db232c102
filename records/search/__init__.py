"""Search over everything that readers see: one analyser, kept in the tables of either database.

analysis.py   from text to terms: accents folded, English and Spanish stems, numerals, acronyms
documents.py  what is found of each kind of record: its names, and what else leads to it
index.py      the entries, kept in step with the rows in the same transaction
stores.py     how SQLite and PostgreSQL are asked for them
query.py      what a reader asks, its typing errors mended, and what answers, best first
spelling.py   words that are near one that the map does not have
marking.py    where a text answers a search
"""
