"""Another day, for the whole run: with `pytest --days-ahead=9.5` every process of the tests takes it to be then."""

import os
from contextlib import ExitStack
from datetime import timedelta

from kaya import clock

DAYS_AHEAD = "TESTS_DAYS_AHEAD"

until_the_end = ExitStack()


def dawn() -> None:
    """Move this process's clock by the days that the environment names; by none where it names none."""
    days = float(os.environ.get(DAYS_AHEAD, 0))
    until_the_end.enter_context(clock.moved(by=timedelta(days=days)))
