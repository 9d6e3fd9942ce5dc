"""A schedule as JSON: the body of GET and PUT /availability/{practitioner_id}."""

import re
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from typing import Any

from kaya.care.hours import (
    BOUNDS,
    DayException,
    InvalidSchedule,
    Schedule,
    TimeRange,
    WeeklyRange,
    format_time,
    parse_time,
)


def as_json(schedule: Schedule) -> dict[str, Any]:
    """Every field of the schedule; each range of an exceptional day is an entry of its own."""
    return {
        "timezone": schedule.zone,
        "weekly": [{"weekday": each.weekday, **_range_as_json(each)} for each in schedule.weekly],
        "exceptions": [entry for each in schedule.exceptions for entry in _exception_as_json(each)],
        **{field: getattr(schedule, field) for field in BOUNDS},
    }


def from_json(body: object, default_zone: str = "UTC") -> Schedule:
    """Read the body of PUT /availability/{practitioner_id}; what is left out takes its default.

    Several exceptions on one date are that day's ranges. Raises InvalidSchedule for unknown fields and wrong types too.
    """
    if not isinstance(body, dict):
        raise InvalidSchedule([("body", "Must be an object.")])
    values: dict[str, Any] = {"timezone": default_zone}
    problems = []
    for field, value in body.items():
        try:
            values[field] = _reader(field)(value)
        except ValueError as problem:
            problems.append((str(field), str(problem)))
    if problems:
        raise InvalidSchedule(problems)
    return Schedule(zone=values.pop("timezone"), **values)


def _reader(field: str) -> Callable[[object], object]:
    readers: dict[str, Callable[[object], object]] = dict.fromkeys(BOUNDS, _read_whole)
    readers |= {"timezone": _read_text, "weekly": _read_weekly, "exceptions": _read_exceptions}
    readers |= {"daily_limit": _read_limit}
    if field not in readers:
        raise ValueError("Is not a field of a schedule.")
    return readers[field]


def _read_weekly(value: object) -> tuple[WeeklyRange, ...]:
    return tuple(
        WeeklyRange(_read_whole(item["weekday"]), parse_time(item["start"]), parse_time(item["end"]))
        for item in _read_items(value, {"weekday", "start", "end"})
    )


def _read_exceptions(value: object) -> tuple[DayException, ...]:
    days: dict[date, list[TimeRange | None]] = defaultdict(list)
    for item in _read_items(value, {"date", "closed"}, {"date", "start", "end"}, {"date", "closed", "start", "end"}):
        days[_read_day(item["date"])].append(_read_exception(item))
    return tuple(DayException(day, _ranges_or_closed(day, entries)) for day, entries in days.items())


def _read_exception(item: dict[str, object]) -> TimeRange | None:
    if item.get("closed", False) is not ("start" not in item):
        raise ValueError(f"{item['date']} must either be closed (true) or have a start and an end.")
    return TimeRange(parse_time(item["start"]), parse_time(item["end"])) if "start" in item else None


def _ranges_or_closed(day: date, entries: list[TimeRange | None]) -> tuple[TimeRange, ...]:
    ranges = tuple(entry for entry in entries if entry is not None)
    if ranges and None in entries:
        raise ValueError(f"{day} cannot be both closed and open.")
    return ranges


def _read_items(value: object, *shapes: set[str]) -> list[dict[str, Any]]:
    if not isinstance(value, list):
        raise ValueError("Must be a list.")
    for item in value:
        if not isinstance(item, dict) or set(item) not in shapes:
            raise ValueError(f"Each item has {' or '.join(', '.join(sorted(shape)) for shape in shapes[:2])}.")
    return value


def _read_day(value: object) -> date:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError(f"{value!r} is not a date such as “2026-12-24”.")
    return date.fromisoformat(value)


def _read_whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError("Must be a whole number.")
    return value


def _read_limit(value: object) -> int | None:
    return None if value is None else _read_whole(value)


def _read_text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("Must be text.")
    return value


def _range_as_json(each: TimeRange | WeeklyRange) -> dict[str, str]:
    return {"start": format_time(each.start), "end": format_time(each.end)}


def _exception_as_json(each: DayException) -> list[dict[str, Any]]:
    day = each.day.isoformat()
    return [{"date": day, **_range_as_json(span)} for span in each.ranges] or [{"date": day, "closed": True}]
