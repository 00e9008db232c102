"""Words of the map near one that it does not have: typing errors are mended, not punished."""

from records.models import SearchWord

SHORTEST = 4  # shorter words have too many neighbours
LONG = 6  # from this length on two errors are mended


def neighbours(word: str) -> list[tuple[int, str]]:
    """The words that occur and are near enough, each with how many letters it is apart.

    The nearest come first; of those, the ones that share most runs of letters.
    """
    if len(word) < SHORTEST or word.isdigit():
        return []
    most = 2 if len(word) >= LONG else 1
    own = trigrams(word)
    found = []
    for other in SearchWord.objects.values_list("word", flat=True):
        if abs(len(other) - len(word)) > most or not (shared := own & trigrams(other)):
            continue
        if (apart := distance(word, other, most)) <= most:
            found.append((apart, -len(shared), other))
    return [(apart, other) for apart, _shared, other in sorted(found)]


def trigrams(word: str) -> set[str]:
    """The runs of three letters, with the ends marked: "sre" → {"^sr", "sre", "re$"}."""
    marked = f"^{word}$"
    return {marked[at : at + 3] for at in range(len(marked) - 2)}


def distance(one: str, other: str, most: int) -> int:
    """How many letters are wrong, missing, too many or exchanged; `most` + 1 where it is more.

    Optimal string alignment: Damerau 1964.
    """
    before, row = [], list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        older, before, row = before, row, [at]
        for place, wanted in enumerate(other, 1):
            cost = min(
                before[place] + 1, row[place - 1] + 1, before[place - 1] + (letter != wanted)
            )
            swapped = at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == wanted
            row.append(min(cost, older[place - 2] + 1) if swapped else cost)
        if min(row) > most:
            return most + 1
    return row[-1]
