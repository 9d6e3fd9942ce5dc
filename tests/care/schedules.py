"""Schedules in a few words, for the scenes of availability."""

from kaya.care.hours import Schedule, WeeklyRange, parse_time


def every_day(zone, *ranges, **rules):
    """Hours such as "09:00-17:00" on all seven days; rules that are left out do not restrict."""
    hours = [tuple(parse_time(time) for time in each.split("-")) for each in ranges]
    weekly = tuple(WeeklyRange(weekday, *each) for weekday in range(7) for each in hours)
    return Schedule(zone, weekly, **{"minimum_notice_minutes": 0, "window_days": 365, **rules})
