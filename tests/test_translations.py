"""The Spanish of the interface: complete, checked and compiled."""

import re
from decimal import Decimal
from pathlib import Path

from django.utils.formats import number_format
from django.utils.translation import gettext, override

from records.datapackage import first_line
from records.tables import tables
from tests.catalog import ROOT, compiled, entries, texts_in, texts_in_project

SPANISH = ROOT / "locale" / "es" / "LC_MESSAGES" / "django.po"
HOLE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def holes(text: str) -> set[str]:
    """The places of a text that are filled in later, such as %(name)s."""
    return set(HOLE.findall(text))


def test_every_text_of_the_interface_has_an_entry():
    known = {entry.key for entry in entries(SPANISH)}
    missing = {text: path for text, path in texts_in_project().items() if text not in known}
    assert missing == {}


def test_every_entry_is_translated_and_none_is_a_guess():
    assert [entry.key for entry in entries(SPANISH) if entry.fuzzy] == []
    assert [entry.key for entry in entries(SPANISH) if not all(entry.translations)] == []


def test_a_translation_fills_in_what_its_text_fills_in():
    for entry in entries(SPANISH):
        singular, *plural = entry.key.rpartition("\x04")[2].split("\x00")
        for text in entry.translations:
            assert holes(text) in (holes(singular), *map(holes, plural)), text


def test_the_compiled_catalogue_is_in_step():
    written = {entry.key: "\x00".join(entry.translations) for entry in entries(SPANISH)}
    assert compiled(SPANISH.with_suffix(".mo")) == written


def test_what_a_row_of_each_table_is_can_be_said_in_spanish():
    with override("es"):
        left = [text for text in map(first_line, tables()) if gettext(text) == text]
    assert left == []


def test_what_a_row_of_each_table_is_is_gathered_for_the_translators():
    gathered = set(texts_in(ROOT / "config" / "rows.py"))
    assert {first_line(model) for model in tables()} == gathered


def test_numbers_have_a_decimal_point_as_in_mexico():
    with override("es"):
        assert number_format(Decimal("49.1")) == "49.1"


def test_texts_are_found_in_code_and_in_templates(tmp_path: Path):
    code = tmp_path / "code.py"
    code.write_text('_("one")\nngettext("%d body", "%d " "bodies", n)\npgettext("rank", "lead")\n')
    page = tmp_path / "templates" / "page.html"
    page.parent.mkdir()
    page.write_text(
        '<p>{# x #}</p> {% translate "two" %} {% translate "may" context "verb" %}\n'
        "{% blocktranslate count n=n trimmed %}\n {{ n }} act\n{% plural %}\n {{ n }} acts\n"
        '{% endblocktranslate %}{{ title|default:_("none") }}'
    )
    assert list(texts_in(code)) == ["one", "%d body\x00%d bodies", "rank\x04lead"]
    assert list(texts_in(page)) == ["two", "verb\x04may", "%(n)s act\x00%(n)s acts", "none"]
