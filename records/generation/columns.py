"""A value for each column of a table, found by its kind and its name."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from django.db import models

from records.fields import EdtfField, RefField, SlugKeyField
from records.generation.dates import edtf
from records.generation.scene import Scene
from records.generation.words import SENTENCES, TEXTS
from records.models import Tracked
from records.tables import curated_fields

Drawer = Callable[[Scene], object]
# Set for the row as a whole, not column by column.
WHOLE = {"name_en", "name_es", "acronym", "publication", "about", "topic", "preferred"}
FIRST_DAY = date(2009, 1, 1)
# How often a column that may stay blank is filled.
FILLED = {"summary": 0.9, "url": 0.6, "note": 0.15, "locator": 0.7, "disputed_locator": 0.03}
FILLED |= {"founded": 0.9, "signed": 0.9, "issued": 0.9, "start": 0.6, "date": 0.95, "end": 0.25}
OTHERWISE = 0.35


@cache
def drawers(model: type[Tracked]) -> tuple[tuple[str, Drawer], ...]:
    """What fills each column of the table that is no key, by name, in order."""
    fields = [field for field in curated_fields(model) if field.name not in WHOLE]
    return tuple(
        (field.name, drawer(field))
        for field in fields
        if not field.is_relation and not isinstance(field, SlugKeyField | RefField)
    )


def drawer(field: models.Field) -> Drawer:
    """A function that gives the column a value that it may have."""
    if field.choices:
        return choice(field)
    if isinstance(field, EdtfField):
        chance = FILLED.get(field.name, OTHERWISE) if field.blank else 1
        return lambda scene: edtf(scene.random, scene.later()) if scene.likely(chance) else ""
    if isinstance(field, models.BooleanField):
        return lambda scene: scene.likely(0.03)
    if isinstance(field, models.DateField):
        blank = 0.5 if field.null else 0
        return lambda scene: None if scene.likely(blank) else a_day(scene)
    if isinstance(field, models.DecimalField):
        return lambda scene: Decimal(int(1_000_000 * scene.random.random())) / 100
    if isinstance(field, models.IntegerField):
        return number(field)
    return text(field)


def choice(field: models.Field) -> Drawer:
    """One of the column's values, half of the time its default."""
    values = [value for value, _label in field.choices]
    if field.has_default():
        values += [field.get_default()] * len(values)
    return lambda scene: scene.random.choice(values)


def number(field: models.Field) -> Drawer:
    """A small number; the number of the row where each must have one of its own."""
    if not field.null:
        return lambda scene: scene.number % 30_000
    return lambda scene: 1 + int(40 * scene.random.random()) if scene.likely(0.5) else None


def a_day(scene: Scene) -> date:
    return FIRST_DAY + timedelta(days=int(5000 * scene.random.random()))


def text(field: models.Field) -> Drawer:
    """A text for a column, the same matter in both where it has a twin in the other language."""
    stem, _sep, language = field.name.rpartition("_")
    must = not field.blank
    if language in ("en", "es"):
        place = ("en", "es").index(language)
        chance = 1 if must else FILLED.get(stem, OTHERWISE)
        return lambda scene: both(scene, stem, chance)[place][: field.max_length]
    options = TEXTS.get(field.name, ["{topic} {small}"])
    if must:
        options = [option for option in options if option]
    chance = 1 if must else FILLED.get(field.name, OTHERWISE)
    return lambda scene: (
        scene.say(scene.random.choice(options))[: field.max_length] if scene.likely(chance) else ""
    )


def both(scene: Scene, stem: str, chance: float) -> tuple[str, str]:
    """A sentence in both languages, drawn once for the row."""
    if stem == "withdrawn_why":
        return "", ""  # only where a row is withdrawn
    if stem not in scene.drawn:
        pair = ("", "")
        if scene.likely(chance):
            english, spanish = scene.random.choice(SENTENCES.get(stem, SENTENCES["text"]))
            pair = (scene.say(english), scene.say(spanish))
        scene.drawn[stem] = pair
    return scene.drawn[stem]
