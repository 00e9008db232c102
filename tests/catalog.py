"""Reads the texts to translate from code and templates, and their translations, without gettext.

A text is known by its key as a compiled catalogue has it: `context\\x04text\\x00plural`, where
context and plural are left out when there is none.
"""

import ast
import re
import struct
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
ELSEWHERE = {"tests", "benchmarks", "staticfiles", "media", "docs"}
CALL = re.compile(r"_|(?P<plural>n?)(?P<context>p?)gettext(_lazy|_noop)?")
FIELD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr)(?:\[\d\])? (".*")')


@dataclass
class Entry:
    """One text of a .po file with its translations: one, or one per plural form."""

    key: str = ""
    translations: list[str] = field(default_factory=list)
    fuzzy: bool = False


def texts_in_project() -> dict[str, str]:
    """Every text marked for translation, with the file it stands in."""
    found = {}
    for folder in ROOT.iterdir():
        if folder.name in ELSEWHERE or folder.name.startswith("."):
            continue
        for path in folder.rglob("*.*"):
            found |= dict.fromkeys(texts_in(path), str(path.relative_to(ROOT)))
    return found


def texts_in(path: Path) -> Iterator[str]:
    """The texts marked in one Python file or template; other files have none."""
    if path.suffix == ".py":
        source = path.read_text(encoding="utf-8")
        yield from marked(iter(source.splitlines(keepends=True)))
    elif path.suffix in {".html", ".txt"} and "templates" in path.parts:
        source = templatize(path.read_text(encoding="utf-8"))
        for line in source.splitlines():  # a call stands on one line, between blanks
            yield from marked(iter([line.strip()]))


def marked(lines: Iterator[str]) -> Iterator[str]:
    """The keys of the calls such as _("text") or pgettext("context", "text") in Python lines."""
    tokens = list(tokenize.generate_tokens(lambda: next(lines, "")))
    for place, token in enumerate(tokens[:-1]):
        call = CALL.fullmatch(token.string) if token.type == tokenize.NAME else None
        if call and tokens[place + 1].string == "(":
            wanted = 1 + bool(call["plural"]) + bool(call["context"])
            texts = literals(tokens[place + 2 :], wanted)
            if len(texts) == wanted:
                yield key(texts, bool(call["context"]))


def literals(tokens: list[tokenize.TokenInfo], wanted: int) -> list[str]:
    """The first arguments of a call as far as they are written out as strings."""
    texts, written = [], ""
    for token in tokens:
        if token.type == tokenize.STRING:
            written += token.string + " "
        elif token.type not in {tokenize.NL, tokenize.COMMENT}:
            if not written:
                break
            texts.append(ast.literal_eval(written.strip()))
            written = ""
            if len(texts) == wanted or token.string != ",":
                break
    return texts


def key(texts: list[str], has_context: bool) -> str:
    """The key of a text from the arguments of its call."""
    context = texts[0] + "\x04" if has_context else ""
    return context + "\x00".join(texts[has_context:])


def entries(path: Path) -> list[Entry]:
    """The entries of a .po file that are in use, without its header."""
    # Django writes no blank line between the header and the first entry.
    blocks = re.split(r'\n\n|(?<=")\n(?=#)', path.read_text(encoding="utf-8"))
    return [found for block in blocks if (found := entry(block)).key]


def entry(block: str) -> Entry:
    """One entry from its lines."""
    joined = re.sub(r'"\n"', "", block)
    found = Entry(fuzzy=bool(re.search(r"^#,.*\bfuzzy\b", block, re.MULTILINE)))
    for line in joined.splitlines():
        if not (match := FIELD.fullmatch(line)):
            continue
        name, text = match[1], ast.literal_eval(match[2])
        if name == "msgstr":
            found.translations.append(text)
        else:
            found.key += {"msgctxt": text + "\x04", "msgid_plural": "\x00" + text}.get(name, text)
    return found


def compiled(path: Path) -> dict[str, str]:
    """The texts of a .mo file by key, plural forms joined by NUL, without its header."""
    data = path.read_bytes()
    order = "<" if data[:4] == b"\xde\x12\x04\x95" else ">"
    count, keys, values = struct.unpack_from(f"{order}3I", data, 8)

    def text(table: int, place: int) -> str:
        length, start = struct.unpack_from(f"{order}2I", data, table + 8 * place)
        return data[start : start + length].decode()

    found = {text(keys, place): text(values, place) for place in range(count)}
    found.pop("", None)
    return found
