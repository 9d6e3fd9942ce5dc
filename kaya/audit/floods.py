"""Bounding what a flood writes: of the same refusal only the 1st, 2nd, 4th, 8th … in an hour is written down."""

import threading
from collections import Counter

from kaya import clock

HOUR = 3600
FREELY = 60


class Floods:
    """Counts in this process: each refusal by whom it meets, and all of one act; an hour's counts go with the hour."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.hour = 0
        self.counts: Counter[tuple[str, ...]] = Counter()

    def worth_writing(self, act: str, whose: str) -> int:
        """The how-manieth it is of its kind in this hour; 0 when it need not be written."""
        with self.lock:
            hour = int(clock.now().timestamp()) // HOUR
            if hour != self.hour:
                self.hour, self.counts = hour, Counter()
            self.counts[act, whose] += 1
            if not is_power_of_two(self.counts[act, whose]):
                return 0
            self.counts[(act,)] += 1
            written = self.counts[(act,)]
            return self.counts[act, whose] if written <= FREELY or is_power_of_two(written) else 0

    def forget(self) -> None:
        with self.lock:
            self.counts.clear()


def is_power_of_two(number: int) -> bool:
    return number & (number - 1) == 0


floods = Floods()
