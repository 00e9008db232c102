"""Sheets that people bring: read, planned without writing, shown, then carried out or refused.

upload.py    the file: CSV, or the first sheet of a workbook (workbook.py)
plan.py      what each line would do, checked but not written
names.py     the records that cells of link columns name
links.py     the links and citations that a sheet of records adds
guards.py    what the person may not do by a sheet
runs.py      the two steps: preview and confirm, in one change set
newer.py     what others changed in between
"""
