"""From the bytes of a file to its text, or a sentence that says why it is no sheet."""

import codecs
import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

BOM = "\ufeff"
MAGIC = {
    b"PK\x03\x04": gettext_lazy("a workbook or zip archive"),
    b"PK\x05\x06": gettext_lazy("a workbook or zip archive"),
    b"\xd0\xcf\x11\xe0": gettext_lazy("an old Excel workbook"),
    b"\x1f\x8b": gettext_lazy("a gzip archive"),
    b"BZh": gettext_lazy("a compressed archive"),
    b"\xfd7zXZ": gettext_lazy("a compressed archive"),
    b"7z\xbc\xaf": gettext_lazy("a compressed archive"),
    b"Rar!": gettext_lazy("a compressed archive"),
    b"\x89PNG": gettext_lazy("a picture"),
    b"\xff\xd8\xff": gettext_lazy("a picture"),
    b"GIF8": gettext_lazy("a picture"),
    b"%PDF": gettext_lazy("a PDF"),
    b"{\\rtf": gettext_lazy("a text document"),
    b"SQLite format 3": gettext_lazy("a database"),
}
MARKUP = {
    "<": gettext_lazy("a web page or XML"),
    "{": gettext_lazy("JSON"),
    "[": gettext_lazy("JSON"),
}
# The longer mark first: UTF-32's begins with UTF-16's.
MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
    (codecs.BOM_UTF8, "UTF-8"),
)
LINE_END = re.compile(rb"\r\n?|\n")


class SheetError(ValueError):
    """The file is no sheet that can be read; says what is wrong and what would be right."""


def decode(content: bytes) -> str:
    """The text of a file in UTF-8, or in UTF-16 with a byte order mark; SheetError for others."""
    for magic, what in MAGIC.items():
        if content.startswith(magic):
            raise no_csv(what)
    encoding = next((name for mark, name in MARKS if content.startswith(mark)), None)
    if encoding == "UTF-16":
        text = from_utf16(content)
    elif encoding == "UTF-32" or b"\0" in content:
        raise with_nuls(content, encoding)
    else:
        text = from_utf8(content)
    text = text.removeprefix(BOM)
    if what := MARKUP.get(text.lstrip()[:1]):
        raise no_csv(what)
    return text


def no_csv(what) -> SheetError:
    return SheetError(
        _("This is %(what)s, not a CSV. Save the sheet as CSV UTF-8.") % {"what": what}
    )


def from_utf8(content: bytes) -> str:
    """The text behind the bytes, or the line in which they stop being UTF-8."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = len(content) - len(error.object) + error.start
        line = len(LINE_END.findall(content[:place])) + 1
        message = _(
            "The file is not in UTF-8 (byte %(place)s, in line %(line)s). "
            "Save the sheet as CSV UTF-8."
        )
        raise SheetError(message % {"place": place + 1, "line": line}) from error


def from_utf16(content: bytes) -> str:
    """The text of a file that announces itself as UTF-16."""
    try:
        text = content.decode("utf-16")
    except UnicodeDecodeError as error:
        message = _("The file is not in UTF-8, and damaged as UTF-16. Save the sheet as CSV UTF-8.")
        raise SheetError(message) from error
    if "\0" in text:
        raise with_nuls(b"", None)
    return text


def with_nuls(content: bytes, encoding: str | None) -> SheetError:
    """What is wrong with a file that has NULs: another encoding, or no text at all."""
    for name in (encoding, *(("UTF-32", "UTF-16") if not encoding else ())):
        if name and reads_as(content, name):
            message = _(
                "The file has NUL characters, as %(encoding)s has. Save the sheet as CSV UTF-8."
            )
            return SheetError(message % {"encoding": name})
    return SheetError(_("The file has NUL characters, so it is no text. Save it as CSV UTF-8."))


def reads_as(content: bytes, encoding: str) -> bool:
    """Whether the bytes make a text without NULs in the encoding, in either order of bytes."""
    for order in ("", "-le", "-be"):
        try:
            text = content.decode(f"{encoding}{order}")
        except UnicodeDecodeError:
            continue
        if text and "\0" not in text and text.lstrip(BOM)[:1].isascii():
            return True
    return False
