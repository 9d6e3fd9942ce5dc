"""What the journal does by itself: words that were let go of are erased."""

from kaya.jobs import every
from kaya.journal import writing


@every("journal.sweep", hours=1)
def sweep() -> None:
    writing.sweep()
