"""Questionnaires that others have written and tested: their words as they are, how they are scored, and where from.

GAD-7, PHQ-8 and PHQ-9 were made by Robert L. Spitzer, Janet B. W. Williams, Kurt Kroenke and colleagues; no permission
is needed to reproduce, translate, display or distribute them. Whoever translates takes the published translation.
"""

from dataclasses import dataclass
from typing import Any

from kaya.words import say


@dataclass(frozen=True)
class Band:
    """From so many points on, this is how it is called."""

    least: int
    name: str
    label: Any


@dataclass(frozen=True)
class Source:
    title: str
    where: str
    doi: str = ""


@dataclass(frozen=True)
class Instrument:
    """`options` are worth 0, 1, 2 … points each; the score is their sum times `factor`. Any point for the item `alarm`
    leads to help."""

    kind: str
    name: str
    about: Any
    frame: Any
    items: tuple[Any, ...]
    options: tuple[Any, ...]
    bands: tuple[Band, ...]
    sources: tuple[Source, ...]
    asks_difficulty: bool = True
    alarm: int | None = None
    factor: int = 1

    @property
    def highest(self) -> int:
        return len(self.items) * (len(self.options) - 1) * self.factor

    def score(self, points: list[int]) -> int:
        return sum(points) * self.factor

    def band(self, score: int) -> Band | None:
        """Where a score lies; None where its makers name no bands."""
        return next((band for band in reversed(self.bands) if score >= band.least), None)

    def is_alarming(self, points: list[int]) -> bool:
        return self.alarm is not None and points[self.alarm] > 0


TWO_WEEKS = (say("Not at all"), say("Several days"), say("More than half the days"), say("Nearly every day"))
DIFFICULTY = say(
    "If you checked off any problems, how difficult have these problems made it for you to do your work, take care of"
    " things at home, or get along with other people?"
)
DIFFICULTIES = (
    say("Not difficult at all"),
    say("Somewhat difficult"),
    say("Very difficult"),
    say("Extremely difficult"),
)

MINIMAL, MILD = Band(0, "minimal", say("minimal")), Band(5, "mild", say("mild"))
MODERATE, SEVERE_ANXIETY = Band(10, "moderate", say("moderate")), Band(15, "severe", say("severe"))
MODERATELY_SEVERE, SEVERE = Band(15, "moderately-severe", say("moderately severe")), Band(20, "severe", say("severe"))

GAD_7 = Instrument(
    "gad-7",
    "GAD-7",
    say("Seven questions about worry and being on edge."),
    say("Over the last 2 weeks, how often have you been bothered by the following problems?"),
    (
        say("Feeling nervous, anxious, or on edge"),
        say("Not being able to stop or control worrying"),
        say("Worrying too much about different things"),
        say("Trouble relaxing"),
        say("Being so restless that it's hard to sit still"),
        say("Becoming easily annoyed or irritable"),
        say("Feeling afraid as if something awful might happen"),
    ),
    TWO_WEEKS,
    (MINIMAL, MILD, MODERATE, SEVERE_ANXIETY),
    (
        Source(
            "Spitzer, Kroenke, Williams & Löwe: A brief measure for assessing generalized anxiety disorder: the GAD-7",
            "Archives of Internal Medicine 166 (2006), 1092-1097",
            "10.1001/archinte.166.10.1092",
        ),
    ),
)

LOW_SPIRITS = (
    say("Little interest or pleasure in doing things"),
    say("Feeling down, depressed, or hopeless"),
    say("Trouble falling or staying asleep, or sleeping too much"),
    say("Feeling tired or having little energy"),
    say("Poor appetite or overeating"),
    say(
        "Feeling bad about yourself – or that you are a failure or have let yourself or your family down",
    ),
    say("Trouble concentrating on things, such as reading the newspaper or watching television"),
    say(
        "Moving or speaking so slowly that other people could have noticed? Or the opposite – being so fidgety or"
        " restless that you have been moving around a lot more than usual"
    ),
)
HARM = say("Thoughts that you would be better off dead or of hurting yourself in some way")
LAST_TWO_WEEKS = say("Over the last 2 weeks, how often have you been bothered by any of the following problems?")
DEPRESSION_BANDS = (MINIMAL, MILD, MODERATE, MODERATELY_SEVERE, SEVERE)

PHQ_8 = Instrument(
    "phq-8",
    "PHQ-8",
    say("Eight questions about low spirits, sleep and energy."),
    LAST_TWO_WEEKS,
    LOW_SPIRITS,
    TWO_WEEKS,
    DEPRESSION_BANDS,
    (
        Source(
            "Kroenke, Strine, Spitzer, Williams, Berry & Mokdad: The PHQ-8 as a measure of current depression in the"
            " general population",
            "Journal of Affective Disorders 114 (2009), 163-173",
            "10.1016/j.jad.2008.06.026",
        ),
    ),
)

PHQ_9 = Instrument(
    "phq-9",
    "PHQ-9",
    say("The same eight, and one about thoughts of being better off dead."),
    LAST_TWO_WEEKS,
    (*LOW_SPIRITS, HARM),
    TWO_WEEKS,
    DEPRESSION_BANDS,
    (
        Source(
            "Kroenke, Spitzer & Williams: The PHQ-9: validity of a brief depression severity measure",
            "Journal of General Internal Medicine 16 (2001), 606-613",
            "10.1046/j.1525-1497.2001.016009606.x",
        ),
    ),
    alarm=8,
)

FREE = (GAD_7, PHQ_8, PHQ_9)
