"""Citations: each record has one, some dates have claims, and some of these disagree."""

from records.generation.dates import edtf
from records.generation.rows import Made, RowMaker
from records.generation.scene import Scene
from records.generation.words import DISAGREES
from records.models import Citation, Topic

ABOUT_A_TOPIC = 0.05
DISPUTED = 0.35


class CitationMaker(RowMaker):
    """Makes the citations of one kind of record: support for each, then claims about dates."""

    def row(self, scene: Scene) -> Citation:
        row = super().row(scene)
        row.about = row.value = row.as_of = row.note_en = row.note_es = ""
        row.preferred = False
        place = scene.number - 1
        if place < len(self.records.pks):
            row.record_id = self.records.pks[place]
        else:
            self.claim(row, self.records.place(scene.random), scene)
        return row

    @property
    def records(self) -> Made:
        """The records that are cited."""
        return self.made[self.model._meta.get_field("record").related_model]

    def link(self, row: Citation, scene: Scene) -> None:
        super().link(row, scene)
        row.topic_id = None

    def claim(self, row: Citation, place: int, scene: Scene) -> None:
        """What a source says of a date of the record, or of a topic that no column holds."""
        row.record_id = self.records.pks[place]
        dates, topics = self.records.dates[place], self.made[Topic].pks
        if topics and scene.likely(ABOUT_A_TOPIC):
            row.topic_id = scene.random.choice(topics)
            row.value, row.as_of = str(scene.number % 40), edtf(scene.random, scene.year)
        elif dates:
            row.about, row.value = scene.random.choice(list(dates.items()))
            if scene.likely(DISPUTED):
                row.value = edtf(scene.random, scene.later())
                row.note_en, row.note_es = DISAGREES
            else:
                row.preferred = scene.likely(0.5)
