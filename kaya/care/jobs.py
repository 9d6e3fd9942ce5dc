"""What care does by itself, later or by the clock."""

from uuid import UUID

from kaya.care import next_opening
from kaya.jobs import every, job


@job("care.count_next_open")
def count_next_open(practitioner_id: str) -> None:
    next_opening.count_next_open(UUID(practitioner_id))


@every("care.count_passed", minutes=1)
def count_passed() -> None:
    """A bounded batch of those whose next open time has passed, or who have a new day in their window."""
    for practitioner_id in next_opening.passed():
        next_opening.count_next_open(practitioner_id)
