"""What days and months come to, worked out anew whenever something that was said on them changes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from statistics import median, quantiles
from typing import Any

from sqlalchemy import Row, delete, insert, select
from sqlalchemy.orm import Session

from kaya.accounts.models import User
from kaya.mood.models import MoodDay, MoodEntry, MoodMonth

AT_ONCE = 500


def recount(session: Session, member: User, days: Iterable[date]) -> None:
    """Inside a transaction that holds the member's row, so that nobody counts the same day meanwhile."""
    wanted = sorted(set(days))
    for some in by_some(wanted):
        recount_days(session, member, some)
    for some in by_some(sorted({day.replace(day=1) for day in wanted})):
        recount_months(session, member, some)


def by_some(days: list[date]) -> Iterator[list[date]]:
    return (days[i : i + AT_ONCE] for i in range(0, len(days), AT_ONCE))


def recount_days(session: Session, member: User, days: Sequence[date]) -> None:
    row = MoodEntry
    asked = select(row.day, row.valence, row.activities, row.sleep_hours, row.sleep_quality)
    found = session.execute(asked.where(row.user_id == member.id, row.day.in_(days), row.deleted_at.is_(None)))
    by_day: defaultdict[date, list[Row[Any]]] = defaultdict(list)
    for each in found:
        by_day[each.day].append(each)
    session.execute(delete(MoodDay).where(MoodDay.user_id == member.id, MoodDay.day.in_(days)))
    if by_day:
        session.execute(insert(MoodDay), [summed(member, day, rows) for day, rows in by_day.items()])


def summed(member: User, day: date, rows: list[Row[Any]]) -> dict[str, Any]:
    valences = [each.valence for each in rows]
    return {
        "user_id": member.id,
        "day": day,
        "entries": len(rows),
        "median": round(median(valences), 3),
        "low": min(valences),
        "high": max(valences),
        "activities": sorted({name for each in rows for name in each.activities}),
        "sleep_hours": most(each.sleep_hours for each in rows),
        "sleep_quality": most(each.sleep_quality for each in rows),
    }


def most(said: Iterable[float | None]) -> float | None:
    return max((each for each in said if each is not None), default=None)


def recount_months(session: Session, member: User, months: Sequence[date]) -> None:
    asked = select(MoodDay.day, MoodDay.median, MoodDay.entries).where(MoodDay.user_id == member.id)
    found = session.execute(asked.where(MoodDay.day >= months[0], MoodDay.day < after(months[-1])))
    by_month: defaultdict[date, list[Any]] = defaultdict(list)
    for each in found:
        by_month[each.day.replace(day=1)].append(each)
    session.execute(delete(MoodMonth).where(MoodMonth.user_id == member.id, MoodMonth.month.in_(months)))
    rows = [totalled(member, month, by_month[month]) for month in months if month in by_month]
    if rows:
        session.execute(insert(MoodMonth), rows)


def totalled(member: User, month: date, days: list[Any]) -> dict[str, Any]:
    medians = [each.median for each in days]
    low, high = quarters(medians)
    return {
        "user_id": member.id,
        "month": month,
        "days": len(days),
        "entries": sum(each.entries for each in days),
        "median": round(median(medians), 3),
        "low": round(low, 3),
        "high": round(high, 3),
    }


def quarters(values: list[float]) -> tuple[float, float]:
    """Between which half of them lie; of one alone, itself."""
    if len(values) == 1:
        return values[0], values[0]
    low, _, high = quantiles(values, n=4, method="inclusive")
    return low, high


def after(month: date) -> date:
    """The first day of the month after it."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
