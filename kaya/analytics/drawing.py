"""A look back as plots."""

from collections.abc import Mapping
from datetime import date

from kaya.plots import Plot, day_at, days_between, from_zero
from kaya.words import say


def weeks_plot(weeks: Mapping[date, int]) -> Plot:
    """Minutes by week, a bar each."""
    first, last, most = min(weeks), max(weeks), max(weeks.values())
    label = say("Minutes in each of the last %(count)s weeks: at most %(most)s.", count=len(weeks), most=most)
    plot = Plot(x=days_between(first, last, end=str(say("This week"))), y=from_zero(most), label=str(label))
    return plot.bars((day_at(week), minutes) for week, minutes in weeks.items())
