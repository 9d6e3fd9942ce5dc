"""What sessions add up to, in JSON."""

from pydantic import BaseModel, Field

from kaya.web.spans import ChangeOut


class MinutesOfDayOut(BaseModel):
    date: str
    minutes: int


class RhythmOut(BaseModel):
    score: int = Field(description="0 to 100; it never starts again from nothing, and stands still while I rest")
    days_a_week: int = Field(description="On how many I mean to practise")
    days_lately: int = Field(description="Of the last seven, on how many I did")
    days_in_a_row: int
    is_resting: bool


class SessionStatsOut(BaseModel):
    minutes: int
    sessions: int
    completed: int
    days_practised: int
    days: list[MinutesOfDayOut]
    kinds: dict[str, int] = Field(description="Minutes by kind")
    times: dict[str, int] = Field(description="Sessions by time of day")
    mood_change: ChangeOut | None = Field(description="From before to after; null below 5 sessions")
    mood_change_by_kind: dict[str, ChangeOut]
    rhythm: RhythmOut
