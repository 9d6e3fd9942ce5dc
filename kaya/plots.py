"""Numbers as a drawing: a plot knows its axes, and turns what lies on them into paths that a page can stretch.

    plot = Plot(x=days_between(first, last), y=Axis(1, 10, [(1, "1"), (10, "10")]), label="Mood from … to …")
    plot.band(lows, highs).level(4.5).line(medians).dots(medians).now(medians[-1])

and in the template `{% call plot(drawing, says=…) %}` (templates/ui/plot.html), with its table in the call. Points are
pairs (x, y) in the axes' own units; a `None` for y leaves a gap in a line. Days go in as `day_at(date)`.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from flask_babel import format_date

SIDE = 100  # the drawing is a square of so many units, which the page stretches
INSET = 1.0  # so that the first and the last dot are whole
Point = tuple[float, float | None]
Sure = tuple[float, float]


@dataclass(frozen=True)
class Mark:
    """A word on an axis, `at` so many per cent of its length; `is_spare`: left out on a phone."""

    at: str
    words: str
    is_end: bool = False
    is_spare: bool = False


@dataclass(frozen=True)
class Axis:
    """From `low` to `high`, with words at some of the values between."""

    low: float
    high: float
    words: Sequence[tuple[float, str]]

    def share(self, value: float) -> float:
        """How far along it a value lies, from 0 to 1; what lies beyond an end is drawn at that end."""
        return min(max((value - self.low) / ((self.high - self.low) or 1), 0.0), 1.0)


@dataclass
class Plot:
    """`label` says for who cannot see it what is drawn: what, from when to when, in which unit, and how it goes."""

    x: Axis
    y: Axis
    label: str = ""
    height: str = "12rem"
    margin: str = "1.9rem"
    layers: list[tuple[str, str]] = field(default_factory=list)

    def line(self, points: Iterable[Point]) -> "Plot":
        """A smooth line that never goes beyond its points."""
        return self.with_layer("line", "".join(smooth(self.placed(from_left(run))) for run in unbroken(points)))

    def band(self, low: Iterable[Point], high: Iterable[Point]) -> "Plot":
        """The spread between two lines that have the same xs."""
        pairs = zip(unbroken(low), unbroken(high), strict=True)
        return self.with_layer(
            "spread", "".join(self.ribbon(from_left(below), from_left(above)) for below, above in pairs)
        )

    def level(self, value: float) -> "Plot":
        """A dotted line across, such as a median."""
        return self.with_layer("middle", f"M0 {n(self.down(value))}H{SIDE}")

    def dots(self, points: Iterable[Point]) -> "Plot":
        return self.with_layer("dot", "".join(self.dot(point) for run in unbroken(points) for point in run))

    def now(self, point: Point) -> "Plot":
        """The one that stands out."""
        return self.with_layer(
            "dot plot__dot--now", "".join(self.dot(each) for run in unbroken([point]) for each in run)
        )

    def bars(self, points: Iterable[Point], kind: str = "") -> "Plot":
        """Bars from the axis up; of nothing none is drawn. kind: "", late"""
        drawn = (
            f"M{n(self.along(x))} {SIDE}V{n(self.down(y))}"
            for run in unbroken(points)
            for x, y in run
            if y > self.y.low
        )
        return self.with_layer(f"bar plot__bar--{kind}" if kind else "bar", "".join(drawn))

    @property
    def grid(self) -> str:
        return "".join(f"M0 {n(self.down(value))}H{SIDE}" for value, _ in self.y.words)

    @property
    def marks_up(self) -> list[Mark]:
        return [Mark(f"{n(self.down(value))}%", words) for value, words in self.y.words]

    @property
    def marks_along(self) -> list[Mark]:
        last = len(self.x.words) - 1
        spare = {i for i in range(1, last) if i % 2 or i == last - 1}
        return [
            Mark(f"{n(self.along(value))}%", words, is_end=0 < i == last, is_spare=i in spare)
            for i, (value, words) in enumerate(self.x.words)
        ]

    def with_layer(self, kind: str, path: str) -> "Plot":
        if path:
            self.layers.append((kind, path))
        return self

    def along(self, x: float) -> float:
        return INSET + self.x.share(x) * (SIDE - 2 * INSET)

    def down(self, y: float) -> float:
        return SIDE - self.y.share(y) * SIDE

    def placed(self, run: Iterable[Sure]) -> list[Sure]:
        return [(self.along(x), self.down(y)) for x, y in run]

    def dot(self, point: Sure) -> str:
        return f"M{n(self.along(point[0]))} {n(self.down(point[1]))}h.001"

    def ribbon(self, low: list[Sure], high: list[Sure]) -> str:
        there, back = smooth(self.placed(low)), smooth(self.placed(reversed(high)))
        return f"{there}L{back.removeprefix('M')}Z"


def unbroken(points: Iterable[Point]) -> list[list[Sure]]:
    """Runs of points without a gap."""
    runs: list[list[Sure]] = [[]]
    for x, y in points:
        if y is None:
            runs.append([])
        else:
            runs[-1].append((x, y))
    return [run for run in runs if run]


def from_left(run: Iterable[Sure]) -> list[Sure]:
    """From the left to the right, however they came; several at one place stay as they were."""
    return sorted(run, key=lambda point: point[0])


def smooth(points: list[Sure]) -> str:
    """A cubic through all points that turns only where they turn (after Steffen 1990, as d3's curveMonotoneX)."""
    slopes = tangents(points)
    path = f"M{n(points[0][0])} {n(points[0][1])}"
    for (a, b), (s, t) in zip(pairwise(points), pairwise(slopes), strict=True):
        third = (b[0] - a[0]) / 3
        path += f"C{n(a[0] + third)} {n(a[1] + s * third)} {n(b[0] - third)} {n(b[1] - t * third)} {n(b[0])} {n(b[1])}"
    return path


def tangents(points: list[Sure]) -> list[float]:
    secants = [(b[1] - a[1]) / ((b[0] - a[0]) or 1) for a, b in pairwise(points)]
    inner = [0.0 if s * t <= 0 else 2 * s * t / (s + t) for s, t in pairwise(secants)]
    return [*secants[:1], *inner, *secants[-1:]] if secants else [0.0]


def n(value: float) -> str:
    """Short: a tenth of a hundredth of the plot is finer than a pixel."""
    return f"{value:.1f}".removesuffix(".0")


def day_at(day: date) -> int:
    """Where a day stands on an axis of days."""
    return day.toordinal()


def days_between(first: date, last: date, *, marks: int = 4, end: str = "") -> Axis:
    """An axis of days with words at its ends and evenly between; `end` stands at the last, such as "Today"."""
    first, last = min(first, last), max(first, last)
    length = (last - first).days
    shape = "MMM y" if length > 700 else "d MMM"
    steps = min(marks - 1, length) or 1
    days = [first + timedelta(days=round(length * i / steps)) for i in range(steps + 1)] if length else [first]
    words = [(float(day_at(day)), str(format_date(day, shape))) for day in days]
    return Axis(day_at(first), day_at(last), [*words[:-1], (words[-1][0], end or words[-1][1])])


def from_zero(highest: float, *, marks: int = 4) -> Axis:
    """An axis from 0 to a round number at or above `highest`, with words at round steps."""
    step = round_step(max(highest, 1) / (marks - 1))
    count = max(math.ceil(highest / step), 1)
    return Axis(0, step * count, [(step * i, f"{step * i:g}") for i in range(count + 1)])


def round_step(least: float) -> float:
    """The smallest of 1, 2, 5 times a power of ten that is no less."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least * (1 - 1e-9))
