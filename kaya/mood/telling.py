"""Moods, trends and insights in sentences."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from kaya.mood.activities import activity_label
from kaya.mood.insights import About, Insight
from kaya.mood.trends import Trend
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


def insight_words(insight: Insight) -> Any:
    """A sentence with all of its counts."""
    counts: dict[str, Any] = {
        "above": insight.above, "n": insight.n, "other": insight.above_of_others, "others": insight.others
    }  # fmt: skip
    if insight.about is About.LATELY:
        return say(
            "Of the last %(n)s days on which you said something, %(above)s were above your median; of the %(others)s"
            " before them, %(other)s.",
            **counts,
        )
    if insight.about is About.SLEEP:
        return say(
            "After seven hours of sleep or more, %(above)s of %(n)s days were above your median; after fewer, %(other)s"
            " of %(others)s.",
            **counts,
        )
    return say(
        "%(what)s: %(above)s of %(n)s such days were above your median; without it, %(other)s of %(others)s.",
        what=activity_label(insight.name),
        **counts,
    )


def trend_words(trend: Trend, insights: Sequence[Insight]) -> Any:
    """What one sees in it, in one sentence."""
    lately = next((each for each in insights if each.about is About.LATELY), None)
    if not trend.spots:
        return say("Nothing was said in this time.")
    if lately and not trend.is_by_month:
        return say(
            "Of the last %(n)s days on which you said something, %(above)s sat above your median.",
            above=lately.above,
            n=lately.n,
        )
    if trend.is_by_month:
        return say(
            "Your months lie between %(low)s and %(high)s, from 1, unpleasant, to 10, pleasant.",
            low=pleasantness(min(spot.median for spot in trend.spots)),
            high=pleasantness(max(spot.median for spot in trend.spots)),
        )
    return count("One day so far. A line needs a few more.", "%(num)s days so far.", num=len(trend.spots))
