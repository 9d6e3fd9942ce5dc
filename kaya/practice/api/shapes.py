"""Practices, sessions and programs in JSON: as they are sent and as they are answered."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, Field, StrictInt, model_validator

from kaya.practice.composer import LONGEST
from kaya.practice.composing import LONGEST_SUMMARY, LONGEST_TITLE
from kaya.practice.models import SessionState
from kaya.practice.own_steps import LONGEST_TEXT, MOST_STEPS
from kaya.practice.practising import LONGEST_FEELING, LONGEST_NOTES
from kaya.practice.script import Need, PracticeKind, TimeOfDay
from kaya.practice.steps import StepKind
from kaya.practice.vocabulary import LENGTHS
from kaya.web.api import Body, Day, Instant, Listing, Text


def hyphened(value: Any) -> Any:
    return value.replace("_", "-") if isinstance(value, str) else value


Kind = Annotated[PracticeKind, BeforeValidator(hyphened)]
Minutes = Annotated[int, Field(ge=1, le=LONGEST)]
OF_A_KIND = ", ".join(f"{kind} {shortest} to {longest}" for kind, (shortest, longest) in LENGTHS.items())
Scale = Annotated[StrictInt, Field(ge=1, le=5)]
Title = Annotated[Text, Field(max_length=LONGEST_TITLE)]
Feeling = Annotated[Text, Field(max_length=LONGEST_FEELING)]
Played = Annotated[
    StrictInt | None,
    Field(
        ge=0,
        le=LONGEST * 60,
        description="Seconds of it that were practised, without pauses and without what was skipped. It counts up to"
        " the session's length and the time since it began. Left out, it is as far as the session came in that time",
    ),
]


class StepShape(Body):
    kind: StepKind
    text: Annotated[Text, Field(max_length=LONGEST_TEXT)] = ""
    seconds: float = Field(ge=0.5, le=1800, description="In halves of a second", examples=[5.5])
    cue: Annotated[Text, Field(max_length=LONGEST_TEXT)] = ""


class StepOut(BaseModel):
    kind: str
    text: str = Field(description="What is said or to be done; a breath's phase by its name")
    seconds: float
    cue: str = Field("", description="A short line under a breath while it goes on")


class PracticesAsked(Listing):
    q: Text = Field("", max_length=200)
    need: Need | None = None
    kind: Kind | None = None
    time: TimeOfDay | None = None
    minutes: Minutes | None = Field(None, description="Those that can last so long")
    own: bool | None = Field(None, description="Only mine; or, with false, only the library's")
    count: bool = False


class SourceOut(BaseModel):
    claim: str
    title: str
    where: str
    doi: str


class CautionOut(BaseModel):
    kind: str
    text: str


class PracticeOut(BaseModel):
    id: str
    slug: str | None
    title: str
    summary: str
    kind: str
    needs: list[str]
    times: list[str]
    minutes: int = Field(description="The usual length")
    shortest: int
    longest: int
    language: str
    is_own: bool
    cautions: list[CautionOut]
    sources: list[SourceOut]
    updated_at: str


class PracticeWithStepsOut(PracticeOut):
    steps: list[StepOut] = Field(description="At the usual length; one's own as they were written")


class PracticesOut(BaseModel):
    items: list[PracticeOut]
    next_cursor: str | None
    total: int | str | None = None


class PracticeBody(Body):
    id: UUID | None = Field(None, description="Made by the client, so that asking again makes it once")
    title: Annotated[Text, Field(min_length=1, max_length=LONGEST_TITLE)]
    steps: list[StepShape] = Field(min_length=1, max_length=MOST_STEPS)
    summary: Annotated[Text, Field(max_length=LONGEST_SUMMARY)] = ""
    kind: Kind = PracticeKind.MEDITATION
    needs: list[Need] = Field(default=[], max_length=len(Need))


class PracticeChangeBody(Body):
    """What is left out stays."""

    title: Annotated[Text, Field(min_length=1, max_length=LONGEST_TITLE)] | None = None
    steps: list[StepShape] | None = Field(None, min_length=1, max_length=MOST_STEPS)
    summary: Annotated[Text, Field(max_length=LONGEST_SUMMARY)] | None = None
    kind: Kind | None = None
    needs: list[Need] | None = Field(None, max_length=len(Need))


class SessionBody(Body):
    """`kind`, or `practice_id`: an id or a slug."""

    id: UUID | None = Field(None, description="Made by the client, so that asking again begins once")
    kind: Kind | None = None
    practice_id: Annotated[Text, Field(min_length=1, max_length=80)] | None = None
    minutes: Minutes = Field(
        description="Filled to the second. A practice lasts from its `shortest` to its `longest`; of a kind the library"
        f" has {OF_A_KIND}. Others are refused as 422 with `shortest` and `longest`"
    )
    title: Title = ""
    mood_before: Scale | None = Field(None, description="From 1, heavy, to 5, bright")
    arousal_before: Scale | None = Field(None, description="From 1, drowsy, to 5, wide awake")
    feeling_before: Feeling = ""
    started_at: Instant | None = Field(None, description="Up to 48 hours ago; now, if left out")

    @model_validator(mode="after")
    def one_of_both(self) -> "SessionBody":
        if (self.kind is None) == (self.practice_id is None):
            raise ValueError("Say either kind or practice_id.")
        return self


class ProgressBody(Body):
    seconds: StrictInt = Field(ge=0, le=LONGEST * 60, description="How far it has come")
    played: Played = None


class CompletionBody(Body):
    """What is left out stays as it was said before."""

    mood_after: Scale | None = None
    arousal_after: Scale | None = None
    feeling_after: Feeling = ""
    rating: Scale | None = None
    notes: Annotated[Text, Field(max_length=LONGEST_NOTES)] | None = None
    ended_at: Instant | None = Field(None, description="When a device without a network came to the end")
    played: Played = None

    @model_validator(mode="before")
    @classmethod
    def nothing_sent(cls, sent: Any) -> Any:
        return {} if sent is None else sent


class SessionsAsked(Listing):
    since: Day | None = Field(None, alias="from", description="My days from this one on")
    until: Day | None = Field(None, alias="to", description="Up to and with this one")
    kind: Kind | None = None
    state: SessionState | None = None
    updated_since: Instant | None = None
    count: bool = False


class PracticeSessionOut(BaseModel):
    id: str
    practice_id: str | None
    kind: str
    title: str
    minutes: int
    seconds: int = Field(description="How far it has come")
    played: int = Field(description="Seconds of it that were practised: these are what figures sum")
    status: str = Field(examples=["started"])
    mood_before: int | None
    arousal_before: int | None
    feeling_before: str
    mood_after: int | None
    arousal_after: int | None
    feeling_after: str
    rating: int | None
    notes: str
    day: str = Field(description="My own day when it began; it starts at `day_starts` of my preferences")
    started_at: str
    ended_at: str | None
    completed_at: str | None
    updated_at: str


class PracticeSessionWithStepsOut(PracticeSessionOut):
    steps: list[StepOut] = Field(description="Their seconds add up to the minutes asked")


class PracticeSessionsOut(BaseModel):
    items: list[PracticeSessionOut]
    next_cursor: str | None
    total: int | str | None = None
    removed: list[str] | None = Field(None, description="Always empty: a session stays")
