"""Trends and scores as plots."""

from collections.abc import Sequence
from datetime import date

from flask_babel import format_date

from kaya.mood.questionnaires import Result
from kaya.mood.telling import pleasantness, span_words
from kaya.mood.trends import Around, Span, Trend, around
from kaya.plots import Axis, Plot, Point, day_at, days_between, from_zero
from kaya.words import say

ONE_TO_TEN = Axis(1, 10, [(1, "1"), (4, "4"), (7, "7"), (10, "10")])
# Over how many days the line looks, and how many it goes on at a time.
WINDOWS = {Span.MONTH: (7, 1), Span.QUARTER: (7, 2), Span.YEAR: (29, 7), Span.ALL: (29, 7)}


def trend_plot(trend: Trend, *, height: str = "13rem") -> Plot:
    """Dots, the line through their middle, the shade in which half of them lie; of two days or more, the median."""
    plot = Plot(
        x=days_between(first_day(trend), trend.until, end=str(say("Today"))),
        y=ONE_TO_TEN,
        label=label(trend),
        height=height,
    )
    middle, low, high = months(trend) if trend.is_by_month else windows(trend)
    plot.band(low, high)
    if trend.median is not None and len(trend.spots) > 1:
        plot.level(pleasantness(trend.median))
    plot.line(middle).dots(dots(trend)[:-1])
    return plot.now(dots(trend)[-1]) if trend.spots else plot


def plot_note(trend: Trend) -> str:
    """What is drawn, in words: of one day only its dot, and of the line and the shade only where there are any."""
    if trend.is_by_month:
        return str(
            say(
                "Each dot is a month, from 1, unpleasant, to 10, pleasant; half of its days lie in the shaded band."
                " The dotted line is the median of your months, %(median)s.",
                median=pleasantness(trend.median or 0),
            )
        )
    words = [say("Each dot is a day, from 1, unpleasant, to 10, pleasant.")]
    if len(trend.spots) > 1:
        median = pleasantness(trend.median or 0)
        words += [
            say("The dotted line is your median over %(span)s, %(median)s.", median=median, span=span_words(trend))
        ]
    if any(isinstance(each, Around) for each in around(trend.spots, *WINDOWS[trend.span])):
        words += [say("The line shows how the days around each date went; half of those days lie in the shaded band.")]
    return " ".join(map(str, words))


def first_day(trend: Trend) -> date:
    """Of a month all of it; of more, from the first day on which anything was said."""
    return trend.spots[0].day if trend.spots and trend.span is not Span.MONTH else trend.since


def dots(trend: Trend) -> list[Point]:
    return [(day_at(spot.day), pleasantness(spot.median)) for spot in trend.spots]


def months(trend: Trend) -> tuple[list[Point], list[Point], list[Point]]:
    spots = trend.spots
    return (
        [(day_at(spot.day), pleasantness(spot.median)) for spot in spots],
        [(day_at(spot.day), pleasantness(spot.low)) for spot in spots],
        [(day_at(spot.day), pleasantness(spot.high)) for spot in spots],
    )


def windows(trend: Trend) -> tuple[list[Point], list[Point], list[Point]]:
    found = around(trend.spots, *WINDOWS[trend.span])
    return points(found, "median"), points(found, "low"), points(found, "high")


def points(found: Sequence[Around | date], name: str) -> list[Point]:
    """A gap where too few days lie around."""
    return [
        (day_at(each.day), pleasantness(getattr(each, name))) if isinstance(each, Around) else (day_at(each), None)
        for each in found
    ]


def label(trend: Trend) -> str:
    """For who cannot see it."""
    if not trend.spots:
        return str(say("No mood was said in this time."))
    first, last = trend.spots[0], trend.spots[-1]
    return str(
        say(
            "Mood from %(first)s to %(last)s, from 1, unpleasant, to 10, pleasant. It begins at %(begin)s and ends at"
            " %(end)s; the middle is %(middle)s.",
            first=format_date(first.day, "d MMMM y"),
            last=format_date(last.day, "d MMMM y"),
            begin=pleasantness(first.median),
            end=pleasantness(last.median),
            middle=pleasantness(trend.median or 0),
        )
    )


def score_plot(results: Sequence[Result]) -> Plot:
    """Scores over time, on the whole of the questionnaire's scale."""
    instrument = results[0].instrument
    points: list[Point] = [(day_at(result.sheet.day), result.score) for result in results]
    scores = [str(result.score) for result in results]
    steps = [0, *(band.least for band in instrument.bands[1:]), instrument.highest]
    y = Axis(0, instrument.highest, [(step, str(step)) for step in steps])
    plot = Plot(
        x=days_between(results[0].sheet.day, results[-1].sheet.day),
        y=y if instrument.bands else from_zero(instrument.highest),
        label=str(
            say("%(name)s scores, one after the other: %(scores)s.", name=instrument.name, scores=", ".join(scores))
        ),
    )
    return plot.line(points).dots(points[:-1]).now(points[-1])
