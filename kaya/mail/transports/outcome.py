"""What a transport can say when it did not take a mail. Anything else it raises is tried again, with growing waits."""


class TryLater(Exception):
    """Not now; in so many seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"in {seconds} s")
        self.seconds = seconds


class Refused(Exception):
    """Never; says why."""
