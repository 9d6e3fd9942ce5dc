"""What care does by itself, later or by the clock."""

from uuid import UUID

from kaya.care import booking, holds, next_opening
from kaya.jobs import every, job


@job("care.lapse_hold")
def lapse_hold(hold_id: str) -> None:
    """At the very second, so that pages show the time as free."""
    holds.lapse(UUID(hold_id), only_expired=True)


@every("care.sweep_holds", minutes=1)
def sweep_holds() -> None:
    """Those whose own job was lost."""
    holds.sweep()


@every("care.purge_claims", hours=24)
def purge_claims() -> None:
    booking.purge_past_claims()


@job("care.count_next_open")
def count_next_open(practitioner_id: str) -> None:
    next_opening.count_next_open(UUID(practitioner_id))


@every("care.count_passed", minutes=1)
def count_passed() -> None:
    """A bounded batch of those whose next open time has passed, or who have a new day in their window."""
    for practitioner_id in next_opening.passed():
        next_opening.count_next_open(practitioner_id)
