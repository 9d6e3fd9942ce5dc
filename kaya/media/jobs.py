"""Files without a row: an upload that ended halfway, a row that was erased with its person."""

from kaya.jobs import every
from kaya.media import keeping, private


@every("media.sweep", hours=24)
def sweep() -> None:
    keeping.sweep()


@every("media.seal", hours=24)
def seal() -> None:
    """What lies open and should not."""
    private.seal_open_ones()
