"""References in the formats of citation managers: CSL-JSON, BibTeX, RIS.

A source is cited as what it is; a record as an entry of this map, with its address and the day.
"""

import json
import re
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from records.models import Record, Source
from records.text import slug_words

FORMATS = {
    "json": "application/vnd.citationstyles.csl+json",
    "bib": "application/x-bibtex; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
}
BIBTEX = {"article-journal": "article", "article-magazine": "article", "book": "book"}
BIBTEX |= {"article-newspaper": "article", "chapter": "incollection", "report": "techreport"}
BIBTEX |= {"paper-conference": "inproceedings", "thesis": "phdthesis", "manuscript": "unpublished"}
RIS = {"article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS"}
RIS |= {"book": "BOOK", "chapter": "CHAP", "report": "RPRT", "paper-conference": "CPAPER"}
RIS |= {"thesis": "THES", "bill": "BILL", "legislation": "STAT", "hearing": "HEAR"}
RIS |= {"dataset": "DATA", "manuscript": "UNPB", "webpage": "ELEC", "post": "ELEC", "entry": "ELEC"}
SPECIAL = re.compile(r"([#$%&_{}\\~^])")
ESCAPES = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


@dataclass
class Reference:
    """What the formats need of one thing, in the terms of CSL."""

    key: str
    type: str
    title: str
    authors: list[str] = field(default_factory=list)  # "Family, Given", or a body
    issued: tuple[int, ...] = ()  # year, month, day, as far as known
    container: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    publisher: str = ""
    language: str = ""
    url: str = ""
    doi: str = ""
    accessed: tuple[int, ...] = ()


def reference(thing: Record | Source, address: str) -> Reference:
    """The reference to a source, or to the page of a record read today."""
    if isinstance(thing, Source):
        return source_reference(thing)
    return Reference(
        key=slug_words(f"{thing.PATH} {thing.slug}"),
        type="entry",
        title=thing.name,
        container=_("Institutional map of Mexico and the United States"),
        language=get_language() or "en",
        url=address,
        accessed=day(timezone.localdate()),
    )


def source_reference(source: Source) -> Reference:
    """A source as what it is."""
    return Reference(
        key=source.slug,
        type=source.type,
        title=source.title,
        authors=[name.strip() for name in source.authors.split("|") if name.strip()],
        issued=known(source.issued),
        container=source.container,
        volume=source.volume,
        number=source.number,
        pages=source.pages,
        publisher=source.publisher,
        language=source.language.partition("|")[0],
        url=source.url,
        doi=source.doi,
        accessed=known(source.accessed),
    )


def known(text: str) -> tuple[int, ...]:
    """The year, month and day that an EDTF date states outright: "1980-06~" → (1980, 6)."""
    found = re.match(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?![\dX])", text)
    return tuple(int(part) for part in found.groups() if part) if found else ()


def day(one: date) -> tuple[int, ...]:
    return (one.year, one.month, one.day)


def written(thing: Record | Source, address: str, kind: str) -> str:
    """The reference in one of the `FORMATS`."""
    found = reference(thing, address)
    return {"json": csl_json, "bib": bibtex, "ris": ris}[kind](found)


def csl_json(one: Reference) -> str:
    """CSL-JSON 1.0: a list with one item."""
    item = {
        "id": one.key,
        "type": one.type,
        "title": one.title,
        "author": [csl_name(name) for name in one.authors],
        "issued": csl_date(one.issued),
        "container-title": one.container,
        "volume": one.volume,
        "number": one.number,
        "page": one.pages,
        "publisher": one.publisher,
        "language": one.language,
        "URL": one.url,
        "DOI": one.doi,
        "accessed": csl_date(one.accessed),
    }
    filled = {name: value for name, value in item.items() if value}
    return json.dumps([filled], ensure_ascii=False, indent=2) + "\n"


def csl_name(name: str) -> dict[str, str]:
    family, comma, given = name.partition(",")
    return {"family": family, "given": given.strip()} if comma else {"literal": name}


def csl_date(parts: tuple[int, ...]) -> dict:
    return {"date-parts": [list(parts)]} if parts else {}


def bibtex(one: Reference) -> str:
    """One BibTeX entry; bodies and titles keep their capitals."""
    kind = BIBTEX.get(one.type, "misc")
    names = " and ".join(tex(n) if "," in n else f"{{{tex(n)}}}" for n in one.authors)
    container = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
    publisher = {"techreport": "institution", "phdthesis": "school"}
    columns = {
        "author": names,
        "title": f"{{{tex(one.title)}}}",
        "year": str(one.issued[0]) if one.issued else "",
        "month": str(one.issued[1]) if len(one.issued) > 1 else "",
        container.get(kind, "howpublished"): tex(one.container),
        "volume": tex(one.volume),
        "number": tex(one.number),
        "pages": one.pages.replace("–", "-").replace("-", "--"),
        publisher.get(kind, "publisher"): tex(one.publisher),
        "language": one.language,
        "doi": one.doi,
        "url": one.url,
        "urldate": "-".join(f"{part:02}" for part in one.accessed),
    }
    lines = "".join(f"  {name} = {{{text}}},\n" for name, text in columns.items() if text)
    return f"@{kind}{{{one.key},\n{lines}}}\n"


def tex(text: str) -> str:
    """A text as TeX reads it as text."""
    return SPECIAL.sub(lambda found: ESCAPES.get(found[1], f"\\{found[1]}"), text)


def ris(one: Reference) -> str:
    """One RIS record, its lines ended as the format asks."""
    first, _sep, last = one.pages.replace("–", "-").partition("-")
    lines = [
        ("TY", RIS.get(one.type, "GEN")),
        ("ID", one.key),
        *(("AU", name) for name in one.authors),
        ("TI", one.title),
        ("PY", str(one.issued[0]) if one.issued else ""),
        ("DA", ris_date(one.issued)),
        ("T2", one.container),
        ("VL", one.volume),
        ("IS", one.number),
        ("SP", first),
        ("EP", last),
        ("PB", one.publisher),
        ("LA", one.language),
        ("DO", one.doi),
        ("UR", one.url),
        ("Y2", ris_date(one.accessed)),
    ]
    said = [f"{tag}  - {' '.join(text.split())}\r\n" for tag, text in lines if text]
    return "".join(said) + "ER  - \r\n"


def ris_date(parts: tuple[int, ...]) -> str:
    """1980/06/26/, with what is not known left blank."""
    if not parts:
        return ""
    texts = [f"{part:02}" for part in parts] + ["", ""]
    return "/".join([*texts[:3], ""])
