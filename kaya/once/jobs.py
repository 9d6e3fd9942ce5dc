"""Keys are forgotten after a day."""

from kaya.jobs import every
from kaya.once import keeping


@every("once.purge", hours=1)
def purge() -> None:
    keeping.purge()
