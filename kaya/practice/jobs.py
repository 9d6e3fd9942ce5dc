"""What practice does by itself."""

from kaya.jobs import every
from kaya.practice import composing


@every("practice.purge_removed", hours=6)
def purge_removed() -> None:
    """Sessions that members made, and took away more than a day ago."""
    composing.purge_removed()
