"""Files without a row: an upload that ended halfway, a row that was erased with its person."""

from kaya.jobs import every
from kaya.media import keeping


@every("media.sweep", hours=24)
def sweep() -> None:
    keeping.sweep()
