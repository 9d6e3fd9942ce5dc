"""An appointment as it stands at one moment for one of the two: all that a letter or a calendar says of it."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Self

from kaya import clock
from kaya.accounts.models import User
from kaya.care.models import Appointment, Mode, Status
from kaya.config import settings
from kaya.words import say

BY_VIDEO = say(
    "By video: the practitioner sends you the link for the video call before the hour, as a note on this appointment"
)
BY_YOUR_VIDEO = say("By video: send the link for the video call before the hour, as a note on this appointment")


@dataclass(frozen=True)
class Standing:
    """Never what it is for: letters and calendars pass through other hands, and the page at `address` says it.

    `seen_at` is when it stood so; until `free_until_at` the client may move or cancel it.
    """

    appointment_id: str
    sequence: int
    status: str
    starts_at: datetime
    ends_at: datetime
    free_until_at: datetime
    seen_at: datetime
    is_client: bool
    other: str
    where: Any
    address: str

    @classmethod
    def of(cls, appointment: Appointment, reader: User, *, seen_at: datetime | None = None) -> Self:
        """As it is now, for either of the two."""
        return cls(
            appointment_id=str(appointment.id),
            sequence=appointment.calendar_sequence,
            status=appointment.status,
            starts_at=appointment.starts_at,
            ends_at=appointment.ends_at,
            free_until_at=appointment.free_until,
            seen_at=seen_at or clock.now(),
            is_client=appointment.is_taken_by(reader),
            other=other_name(appointment, reader),
            where=where(appointment, reader),
            address=f"{settings().public_url}/appointments/{appointment.id}",
        )

    @classmethod
    def among(cls, facts: dict[str, Any]) -> Self:
        """The one that a letter was told of."""
        return cls(**{each.name: facts[each.name] for each in fields(cls)})

    @property
    def facts(self) -> dict[str, Any]:
        return {each.name: getattr(self, each.name) for each in fields(self)}

    @property
    def minutes(self) -> int:
        return int((self.ends_at - self.starts_at).total_seconds() // 60)

    @property
    def is_off(self) -> bool:
        return self.status == Status.CANCELLED


def other_name(appointment: Appointment, reader: User) -> str:
    """Who the other one is, for either of the two."""
    return appointment.practitioner.display_name if appointment.is_taken_by(reader) else appointment.client.name


def where(appointment: Appointment, reader: User) -> Any:
    """The place with its address, or in words how one meets."""
    if appointment.mode == Mode.IN_PERSON:
        place = appointment.location
        return ", ".join(part for part in (place.name, place.address) if part) if place else say("In person")
    is_client, named = appointment.is_taken_by(reader), {"name": other_name(appointment, reader)}
    if appointment.mode == Mode.VIDEO:
        return BY_VIDEO if is_client else BY_YOUR_VIDEO
    if not (appointment.phone and appointment.is_between(reader)):
        return say("By phone")
    named["phone"] = appointment.phone
    if is_client:
        return say("By phone: %(name)s calls you at %(phone)s", **named)
    return say("By phone: call %(name)s at %(phone)s", **named)
