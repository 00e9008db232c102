"""The observations of an indicator as a line over time, in hundredths of the width."""

from dataclasses import dataclass

HEIGHT, ROOM = 180, 26


@dataclass
class Point:
    """A value at a date: its place, and both in words."""

    x: float
    y: float
    value: str
    when: str
    anchor: str


def curve(rows) -> dict | None:
    """The points of link rows of observations, and the line through them; None for fewer than two.

    The line stands on zero, so that heights can be compared.
    """
    dated = [row for row in rows if row.link.date_earliest]
    days = [middle(row.link) for row in dated]
    if len(set(days)) < 2:
        return None
    most = max(abs(row.link.value) for row in dated) or 1
    first, reach = min(days), max(days) - min(days)
    points = []
    for row, day in zip(dated, days, strict=True):
        x = round(100 * (day - first) / reach, 2)
        y = round(HEIGHT - (HEIGHT - ROOM) * float(row.link.value / most), 1)
        anchor = "start" if x < 10 else "end" if x > 90 else "middle"
        points.append(Point(x, y, ", ".join(row.details), row.when, anchor))
    line = " ".join(f"{point.x},{point.y}" for point in points)
    return {"points": points, "line": line, "height": HEIGHT}


def middle(link) -> int:
    """The day in the middle of what a date can mean, as a number."""
    first = link.date_earliest.toordinal()
    last = link.date_latest.toordinal() if link.date_latest else first
    return (first + last) // 2
