"""The only clock: everything that asks what time it is asks here, and tests move it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo


def read() -> datetime:
    """The machine's own time, in UTC."""
    return datetime.now(UTC)


_source: Callable[[], datetime] = read


def now() -> datetime:
    """The present instant, aware, in UTC."""
    return _source()


def today(zone: str) -> date:
    """The calendar day it is now in the IANA zone `zone`."""
    return now().astimezone(ZoneInfo(zone)).date()


def ago(**span: float) -> datetime:
    """The instant that lies a span (`days=`, `hours=`, …) before now."""
    return now() - timedelta(**span)


def ahead(**span: float) -> datetime:
    """The instant that lies a span (`days=`, `hours=`, …) after now."""
    return now() + timedelta(**span)


@contextmanager
def moved(to: datetime | None = None, *, by: timedelta = timedelta()) -> Iterator[None]:
    """Let the clock go on from `to` (aware), or from now shifted by `by`, until the block ends."""
    global _source
    before, shift = _source, (to - now() if to else by)

    def shifted() -> datetime:
        return before() + shift

    _source = shifted
    try:
        yield
    finally:
        _source = before
