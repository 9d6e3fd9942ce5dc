"""Moods, trends and insights in sentences."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from kaya.mood.activities import activity_label
from kaya.mood.feelings import label_of
from kaya.mood.insights import About, Insight
from kaya.mood.trends import Span, Trend
from kaya.words import count, say

LEAST, SPREAD = 5.5, 4.5
# Into which of five a valence falls: for shades and for words.
SHADES = ((-0.6, "1"), (-0.2, "2"), (0.2, "3"), (0.6, "4"))
SHADE_WORDS = {
    "1": say("unpleasant"),
    "2": say("rather unpleasant"),
    "3": say("in the middle"),
    "4": say("rather pleasant"),
    "5": say("pleasant"),
}

# From which strength on one says it so.
STRENGTHS = (
    (8, say("very strongly")),
    (5, say("fairly strongly")),
    (3, say("a little")),
    (1, say("hardly")),
)


def pleasantness(valence: float) -> float:
    """From 1, unpleasant, to 10, pleasant, as plots show it."""
    return round(LEAST + SPREAD * valence, 1)


def shade(valence: float) -> str:
    """From "1" to "5"."""
    return next((name for below, name in SHADES if valence < below), "5")


def shade_words(valence: float) -> Any:
    return SHADE_WORDS[shade(valence)]


def tally(valences: Iterable[float]) -> list[tuple[str, Any, int]]:
    """How many lie in each shade, the most pleasant first: the shade, its words, the number."""
    numbers = Counter(map(shade, valences))
    return [(name, words, numbers[name]) for name, words in sorted(SHADE_WORDS.items(), reverse=True)]


def strength_words(intensity: int) -> Any:
    """How strongly, from 1 to 10, as Today's check-in asks it: no number beside those of how pleasant it is."""
    return next(words for least, words in STRENGTHS if intensity >= least)


def mark_words(word: str, intensity: int) -> Any:
    """ "Tense, very strongly"."""
    return say("%(mood)s, %(strength)s", mood=label_of(word), strength=strength_words(intensity))


def span_words(trend: Trend) -> Any:
    """Of which time its numbers are: "these 30 days", "these 13 weeks"."""
    if trend.span is Span.ALL:
        return say("all your time here")
    days = (trend.until - trend.since).days + 1
    weeks, over = divmod(days, 7)
    if over:
        return count("this one day", "these %(num)s days", num=days)
    return count("this one week", "these %(num)s weeks", num=weeks)


def compared_words(trend: Trend) -> Any:
    """Of which time its insights are: of all the years they look at the days of the last."""
    return say("the last year") if trend.is_by_month else span_words(trend)


def insight_words(insight: Insight) -> Any:
    """A sentence with all of its counts, and with the median that they are measured at, from 1 to 10."""
    counts: dict[str, Any] = {
        "above": insight.above, "n": insight.n, "other": insight.above_of_others, "others": insight.others,
        "middle": pleasantness(insight.middle),
    }  # fmt: skip
    if insight.about is About.LATELY:
        return say(
            "Of the last %(n)s days on which you said something, %(above)s were above %(middle)s; of the %(others)s"
            " before them, %(other)s.",
            **counts,
        )
    if insight.about is About.SLEEP:
        return say(
            "After seven hours of sleep or more, %(above)s of %(n)s days were above %(middle)s; after fewer, %(other)s"
            " of %(others)s.",
            **counts,
        )
    return say(
        "%(what)s: %(above)s of %(n)s days with it were above %(middle)s; without it, %(other)s of %(others)s.",
        what=activity_label(insight.name),
        **counts,
    )


def trend_words(trend: Trend, insights: Sequence[Insight]) -> Any:
    """What one sees in it, in one sentence that says of which time."""
    if not trend.spots:
        return say("Nothing was said in this time.")
    if trend.is_by_month:
        return say(
            "Your monthly medians lie between %(low)s and %(high)s, from 1, unpleasant, to 10, pleasant.",
            low=pleasantness(min(spot.median for spot in trend.spots)),
            high=pleasantness(max(spot.median for spot in trend.spots)),
        )
    span = span_words(trend)
    lately = next((each for each in insights if each.about is About.LATELY), None)
    if lately:
        return say(
            "Of the last %(n)s days on which you said something, %(above)s were above %(middle)s, your median over"
            " %(span)s.",
            above=lately.above,
            n=lately.n,
            middle=pleasantness(lately.middle),
            span=span,
        )
    return count(
        "In %(span)s you said how it was on one day. A line needs a few more.",
        "In %(span)s you said how it was on %(num)s days.",
        num=len(trend.spots),
        span=span,
    )
