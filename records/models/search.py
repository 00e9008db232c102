"""What search keeps: an entry for each record that readers see, and the words that there are."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchEntry(models.Model):
    """Under which terms one record that readers see is found; kept by `records.search.index`.

    `names` holds the terms of its names, `words` those of all that leads to it; `keys` its names
    and acronyms folded, each between line ends, for the searches that name it exactly.
    """

    table = models.CharField(_("table"), max_length=60)
    row = models.BigIntegerField(_("row"))
    names = models.TextField(_("terms of its names"))
    words = models.TextField(_("terms of all"))
    keys = models.TextField(_("names"))
    baskets = models.TextField(_("baskets"), blank=True)
    weight = models.SmallIntegerField(_("weight"), default=0)
    length = models.SmallIntegerField(_("words in its shortest name"), default=0)

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        constraints = [
            models.UniqueConstraint(
                fields=["table", "row"],
                name="records_searchentry_once",
                violation_error_message=_("This record has an entry already."),
            )
        ]

    def __str__(self):
        return f"{self.table}/{self.row}"


class SearchWord(models.Model):
    """A plain word that occurs, or did, in what readers see; near ones mend typing errors."""

    word = models.CharField(_("word"), max_length=60, primary_key=True)

    class Meta:
        verbose_name = _("word")
        verbose_name_plural = _("words")

    def __str__(self):
        return self.word
