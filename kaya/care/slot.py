"""A time that can be booked, and how a page groups such times: by the reader's days and parts of the day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Slot:
    """From `start` up to `end`, in UTC, with one practitioner for one service."""

    start: datetime
    end: datetime
    practitioner_id: UUID
    service_id: UUID


class Daypart(StrEnum):
    NIGHT = "night"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


def by_local_day(slots: Iterable[Slot], zone: str) -> dict[date, list[Slot]]:
    """The slots by the day on which they start in `zone` (an IANA name, the reader's), both in order."""
    days: dict[date, list[Slot]] = {}
    for slot in sorted(slots, key=lambda slot: slot.start):
        days.setdefault(slot.start.astimezone(ZoneInfo(zone)).date(), []).append(slot)
    return days


def by_daypart(slots: Iterable[Slot], zone: str) -> dict[Daypart, list[Slot]]:
    """One day's slots by the part of the day in which they start in `zone`; parts without any are left out."""
    parts: dict[Daypart, list[Slot]] = {part: [] for part in Daypart}
    for slot in sorted(slots, key=lambda slot: slot.start):
        parts[daypart(slot.start.astimezone(ZoneInfo(zone)).time())].append(slot)
    return {part: found for part, found in parts.items() if found}


def daypart(at: time) -> Daypart:
    """Night until five, morning until noon, afternoon until five, evening from then on."""
    if at < time(5):
        return Daypart.NIGHT
    if at < time(12):
        return Daypart.MORNING
    return Daypart.AFTERNOON if at < time(17) else Daypart.EVENING
