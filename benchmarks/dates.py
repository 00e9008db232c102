"""How long 100,000 distinct dates take to parse, uncached, beside the `edtf` package.

Run from the root of the repository: python -m benchmarks.dates
"""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import islice, product
from time import perf_counter

from edtf import parse_edtf

from records.dates import read_edtf

COUNT = 100_000
SAMPLE = 200  # The package takes milliseconds for each.


def days() -> list[str]:
    return [str(date(1700, 1, 1) + timedelta(days=number)) for number in range(COUNT)]


def mixed() -> list[str]:
    """Years, months, days, marks, sets, ranges and intervals in equal parts."""
    forms = ["{0}-{1}", "{0}-{1}~", "{0}-{1}-26?", "[{0}-{1},{0}-12-31]", "[..{0}-{1}]"]
    forms += ["{{{0}-{1}-08,{0}-{1}-14}}", "{0}-{1}/{0}-12", "{0}-{1}/..", "{0}-XX-{1}"]
    months = [f"{month:02}" for month in range(1, 13)]
    texts = (form.format(*parts) for *parts, form in product(range(1000, 2000), months, forms))
    return list(islice(texts, COUNT))


def seconds(function: Callable[[str], object], texts: list[str]) -> float:
    start = perf_counter()
    for text in texts:
        function(text)
    return perf_counter() - start


def main():
    for name, texts in (("days", days()), ("mixed", mixed())):
        assert len(set(texts)) == COUNT
        ours = seconds(read_edtf, texts)
        theirs = seconds(parse_edtf, texts[:: COUNT // SAMPLE]) * COUNT / SAMPLE
        print(f"{COUNT:,} {name}: {ours:.2f} s; edtf about {theirs:.0f} s")


if __name__ == "__main__":
    main()
