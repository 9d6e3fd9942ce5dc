"""Programs and ways through them in JSON: as they are sent and as they are answered."""

from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field, StrictBool, StrictInt, model_validator

from kaya.practice.api.shapes import PracticeOut, SourceOut
from kaya.practice.models import EnrollmentState
from kaya.web.api import Body, Listing


class ProgramsAsked(Listing):
    count: bool = False


class ProgramOut(BaseModel):
    id: str
    slug: str
    title: str
    summary: str
    about: str
    needs: list[str]
    days: int
    language: str
    sources: list[SourceOut]
    updated_at: str


class ProgramsOut(BaseModel):
    items: list[ProgramOut]
    next_cursor: str | None
    total: int | str | None = None


class ProgramDayOut(BaseModel):
    number: int
    title: str
    reading: str
    prompt: str
    minutes: int
    practice: PracticeOut | None


class ProgramWithDaysOut(ProgramOut):
    plan: list[ProgramDayOut]


class DayDoneOut(BaseModel):
    number: int
    date: str
    done_at: str


class EnrollmentOut(BaseModel):
    id: str
    program_id: str
    program: ProgramOut
    status: str
    days_done: list[DayDoneOut]
    next_day: int | None = Field(description="The first that is not done; it waits")
    next_opens_at: str | None = Field(
        description="From when on it can be done: one day opens on each day of mine, from that on which I began"
    )
    progress: float = Field(description="From 0 to 1")
    begun_at: str
    finished_at: str | None
    updated_at: str


class EnrollmentsOut(BaseModel):
    items: list[EnrollmentOut]
    next_cursor: str | None
    total: int | str | None = None


class EnrollmentsAsked(Listing):
    status: EnrollmentState | None = None
    count: bool = False


class EnrolBody(Body):
    id: UUID | None = Field(None, description="Made by the client, so that asking again enrols once")

    @model_validator(mode="before")
    @classmethod
    def nothing_sent(cls, sent: Any) -> Any:
        return {} if sent is None else sent


class DayBody(Body):
    day: StrictInt = Field(ge=1, le=366)
    done: StrictBool = Field(True, description="False takes it back, until the day of mine ends on which it was done")
