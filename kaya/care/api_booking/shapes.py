"""Times, holds, appointments and notes in JSON: as they are sent and as they are answered."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, Field, StrictBool, StrictInt, StringConstraints, model_validator

from kaya.care.history import LONGEST_NOTE, LONGEST_REASON
from kaya.care.models import Mode, Status
from kaya.care.notes import LONGEST as LONGEST_OWN_NOTE
from kaya.care.phones import LONGEST_PHONE
from kaya.web.api import Body, Day, Instant, Listing, MoneyOut, Problem, Query, Text, Zone

Name = Annotated[Text, Field(min_length=1, max_length=120)]
Clock = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][05]$|^24:00$")]
DayText = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
Note = Annotated[Text, Field(max_length=LONGEST_NOTE)]


class WeeklyRangeShape(Body):
    weekday: StrictInt = Field(ge=0, le=6, description="Monday is 0")
    start: Clock = Field(examples=["09:00"])
    end: Clock = Field(examples=["17:00"], description="Up to 24:00")


class ExceptionShape(Body):
    """A day that is closed, or a range that it has instead of its weekly ones."""

    date: DayText = Field(examples=["2026-12-24"])
    closed: StrictBool | None = None
    start: Clock | None = None
    end: Clock | None = None


class AvailabilityShape(Body):
    """Weekly hours in local times of `timezone`, and the rules by which they are offered."""

    timezone: Zone | None = Field(None, description="IANA; theirs if left out")
    weekly: list[WeeklyRangeShape] = Field(default=[], max_length=100)
    exceptions: list[ExceptionShape] = Field(default=[], max_length=1000)
    slot_step_minutes: StrictInt = 30
    buffer_before_minutes: StrictInt = 0
    buffer_after_minutes: StrictInt = 0
    minimum_notice_minutes: StrictInt = 120
    window_days: StrictInt = 60
    daily_limit: StrictInt | None = None


class SlotsAsked(Query):
    """Of one day, or from one day up to and including another; days are those of `timezone`."""

    date: Day | None = None
    since: Day | None = Field(None, alias="from")
    until: Day | None = Field(None, alias="to")
    service_id: Name | None = Field(None, description="An id or slug; their shortest if left out")
    mode: Mode | None = None
    timezone: Zone | None = Field(None, description="IANA; the practitioner's if left out")


class SlotOut(BaseModel):
    start: str
    end: str
    practitioner_id: str
    service_id: str


class SlotsOut(BaseModel):
    items: list[SlotOut]


class TimeTaken(Problem):
    """409 `/problems/slot-taken`: with the nearest free times."""

    alternatives: list[SlotOut] | None = None


class HoldBody(Body):
    id: UUID | None = Field(None, description="Made by the client, so that asking again holds once")
    practitioner_id: Name
    service_id: Name
    start: Instant
    mode: Mode | None = None


class HoldOut(BaseModel):
    id: str
    expires_at: str
    practitioner_id: str
    service_id: str
    mode: str
    start: str
    end: str
    price: MoneyOut


class BookingBody(Body):
    id: UUID | None = Field(None, description="Made by the client, so that asking again books once")
    practitioner_id: Name
    service_id: Name
    start: Instant
    reservation_id: UUID | None = None
    mode: Mode | None = None
    notes: Note = ""
    phone: Annotated[Text, Field(max_length=LONGEST_PHONE)] = Field(
        "", description="Where the practitioner calls; the number given last if left out"
    )


class ChangeBody(Body):
    """What is left out stays."""

    start: Instant | None = None
    reason: Annotated[Text, Field(max_length=LONGEST_REASON, description="Why it moves; the practice says it")] = ""
    mode: Mode | None = None
    notes: Note | None = None


class OptionalBody(Body):
    @model_validator(mode="before")
    @classmethod
    def nothing_sent(cls, sent: Any) -> Any:
        return {} if sent is None else sent


class ReasonBody(OptionalBody):
    reason: Annotated[Text, Field(max_length=LONGEST_REASON)] = ""


class MoveBody(Body):
    start: Instant
    reason: Annotated[Text, Field(max_length=LONGEST_REASON)] = ""


class ReasonAsked(Query):
    reason: Annotated[Text, Field(max_length=LONGEST_REASON)] = ""


class AppointmentsAsked(Listing):
    status: Status | None = None
    since: Instant | None = Field(None, alias="from", description="Those that start then or later")
    until: Instant | None = Field(None, alias="to", description="Those that start before")
    updated_since: Instant | None = None
    count: bool = False


class NamedOut(BaseModel):
    id: str
    name: str
    slug: str | None = None


class LocationOut(BaseModel):
    id: str
    name: str
    address: str
    timezone: str


class CancellationOut(BaseModel):
    at: str
    by: str
    reason: str


class MayOut(BaseModel):
    """What whoever asks may do to it now."""

    confirm: bool
    cancel: bool
    reschedule: bool
    complete: bool
    no_show: bool
    restore: bool
    change: bool


class AppointmentOut(BaseModel):
    id: str
    status: str
    practitioner: NamedOut
    client: NamedOut
    service: NamedOut
    mode: str
    location: LocationOut | None
    start: str
    end: str
    local_start: str
    timezone: str
    price: MoneyOut
    notes: str | None = Field(description="What the client wrote beforehand; null for whoever is not one of the two")
    phone: str | None = Field(description="null for whoever is not one of the two")
    has_notes: bool = Field(description="Do the two share notes here?")
    cancellation_deadline: str
    cancellation: CancellationOut | None
    can: MayOut
    created_at: str
    updated_at: str


class AppointmentsOut(BaseModel):
    items: list[AppointmentOut]
    next_cursor: str | None
    total: int | str | None = None
    removed: list[str] | None = Field(None, description="Always empty: a cancelled appointment stays")


class NoteBody(Body):
    id: UUID | None = Field(None, description="Made by the client, so that asking again notes once")
    body: Annotated[Text, Field(min_length=1, max_length=LONGEST_OWN_NOTE)]
    is_private: StrictBool = False


class NoteOut(BaseModel):
    id: str
    author: NamedOut
    body: str
    is_private: bool
    created_at: str


class NotesAsked(Listing):
    count: bool = False


class NotesOut(BaseModel):
    items: list[NoteOut]
    next_cursor: str | None
    total: int | str | None = None
