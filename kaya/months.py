"""A month of a calendar: its days in rows of seven, the one before and the one after."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from flask_babel import get_locale

FIRST, LAST = date(1900, 1, 1), date(2199, 12, 1)
WEEK = 7


@dataclass(frozen=True)
class Month:
    """From its first day to its last."""

    first: date

    @classmethod
    def of(cls, day: date) -> "Month":
        return cls(day.replace(day=1))

    @classmethod
    def named(cls, words: str | None) -> "Month | None":
        """As an address says it, 2026-11; None for what is no month."""
        try:
            first = date.fromisoformat(f"{words}-01")
        except ValueError:
            return None
        return cls(first) if FIRST <= first <= LAST else None

    @property
    def name(self) -> str:
        return self.first.isoformat()[:7]

    @property
    def last(self) -> date:
        return self.first.replace(day=monthrange(self.first.year, self.first.month)[1])

    @property
    def before(self) -> "Month":
        return Month.of(self.first - timedelta(days=1))

    @property
    def after(self) -> "Month":
        return Month.of(self.last + timedelta(days=1))

    def weeks(self, first_weekday: int) -> Iterator[list[date | None]]:
        """Rows of seven; None stands where the month has not begun or is over. `first_weekday`: 0 is Monday."""
        ahead = (self.first.weekday() - first_weekday) % WEEK
        days: list[date | None] = [None] * ahead
        days += [self.first + timedelta(days=n) for n in range(self.last.day)]
        days += [None] * (-len(days) % WEEK)
        for start in range(0, len(days), WEEK):
            yield days[start : start + WEEK]


def first_weekday() -> int:
    """Monday is 0: as the reader's language begins its weeks, and on Monday where it has no country."""
    locale = get_locale()
    return int(locale.first_week_day) if locale and locale.territory else 0
