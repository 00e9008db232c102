"""What may stand in a text of a sheet: nothing invisible, lost, mistaken for another or broken.

`composed` makes equal what looks equal; `flaw` says in a sentence what else is wrong.
"""

import re
import unicodedata

from django.utils.translation import gettext as _

# Controls, formats, separators of lines, private use and what is no character; tabs and line ends
# are text. The last line: letters and signs that show nothing.
INVISIBLE = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e"
    "\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff"
    "\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
    "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
)
# The joiner U+200D has its place between pictures alone: 👩‍🔬 is a woman and a microscope.
PICTURE = "\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
UNSEEN = re.compile(f"[{INVISIBLE}]|(?<![{PICTURE}])\u200d|\u200d(?![{PICTURE}])")
LOST = "\ufffd"

# UTF-8 read as Windows-1252 or Latin-1 ("Ã©", "â€œ", "Â¿", "ðŸ"), as Mac Roman ("√©", "‚Äì") or as
# the DOS code page 850 ("├®"). Only first bytes of what Spanish and English are written with, for
# "JOSÉ»" is text.
HIGH = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
MOJIBAKE = re.compile(
    rf"[ÃÂ][{HIGH}ÃÂ]|â(?:€|\x80)[{HIGH}]|â„¢|ðŸ|ï»¿|ï¿½"
    "|√[©±≥≠∫°ºÅâëìçöüÄ]|‚Ä[ìîòôúù¶¢]|├[®í│▒║▓¡ñ╝ëôüÜ]"
)
WORD = re.compile(r"[^ \t\r\n]+")

# Cyrillic letters, and the Greek ones that look like Latin ones, beside a Latin letter: µ is none.
OTHER = "\u0400-\u052fΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
LOOKALIKE = re.compile(f"(?<=[{LATIN}])[{OTHER}]|[{OTHER}](?=[{LATIN}])")

ERROR_WORD = re.compile(
    r"#(?:N/[AD]|GETTING_DATA|[¡¿]?(?:REF|VALUE|VALOR|NAME|NOMBRE|DIV/0|NUM|NULL|NULO|SPILL"
    r"|DESBORDAMIENTO|CALC|CÁLC|ERROR|FIELD|CAMPO|BLOCKED|BUSY|CONNECT|UNKNOWN)[!?])"
    r"|#{4,}|Err:[0-9]{3}",
    re.IGNORECASE,
)

# One class of characters, fast over a whole file: all that a flaw can begin with.
SUSPECT = re.compile(f"[{INVISIBLE}\u200d{LOST}ÃÂâðï√‚├{OTHER}]")


def may_be_flawed(text: str) -> bool:
    """Whether a file may hold a cell with a flaw: a look at the whole that spares each cell."""
    return bool(SUSPECT.search(text) or ERROR_WORD.search(text))


def composed(text: str) -> str:
    """The text in the composed form (NFC), in which every text is kept."""
    return unicodedata.normalize("NFC", text)


def named(letter: str) -> str:
    """A character by number and name: U+200B ZERO WIDTH SPACE."""
    return f"U+{ord(letter):04X} {unicodedata.name(letter, '')}".rstrip()


def around(text: str, start: int, end: int) -> str:
    """Some of the text at that place, with what cannot be seen written as its number."""
    return visible(text[max(0, start - 20) : end + 20])


def visible(text: str) -> str:
    """The text with what cannot be seen written as its number: "a[U+0000]b"."""
    return UNSEEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def flaw(text: str) -> str:
    """What is wrong with the characters of a text and what would be right, or an empty text."""
    if ERROR_WORD.fullmatch(text.strip()):
        message = _("“%(text)s” is a spreadsheet's error. Mend the formula, or empty the cell.")
        return message % {"text": text.strip()[:60]}
    if not SUSPECT.search(text):
        return ""
    return mistaken(text) or lost(text) or unseen(text) or lookalike(text)


def mistaken(text: str) -> str:
    if not (found := MOJIBAKE.search(text)):
        return ""
    values = {"text": around(text, *found.span())}
    values["right"] = mended(next(word for word in WORD.findall(text) if MOJIBAKE.search(word)))
    if not values["right"]:
        message = _("“%(text)s” was read in another encoding than it was saved in. Save it again.")
        return message % values
    message = _(
        "“%(text)s” was read in another encoding than it was saved in: it should have “%(right)s”."
    )
    return message % values


def mended(word: str) -> str:
    """The word as it was before it was read wrongly, if that can be told."""
    for encoding in ("cp1252", "latin-1", "mac_roman", "cp850"):
        try:
            right = word.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        return mended(right) if MOJIBAKE.search(right) else right[:60]
    return ""


def lost(text: str) -> str:
    if LOST not in text:
        return ""
    place = text.index(LOST)
    message = _("In “%(text)s” a letter was lost: � stands in its place. Write the letter.")
    return message % {"text": around(text, place, place + 1)}


def unseen(text: str) -> str:
    if not (found := UNSEEN.search(text)):
        return ""
    message = _("“%(text)s” has the invisible character %(name)s. Delete it.")
    return message % {"text": around(text, *found.span()), "name": named(found[0])}


def lookalike(text: str) -> str:
    if not (found := LOOKALIKE.search(text)):
        return ""
    message = _("“%(text)s” has the letter “%(letter)s” (%(name)s). Write the Latin letter.")
    values = {"text": around(text, *found.span()), "letter": found[0], "name": named(found[0])}
    return message % values
