"""A practitioner's hours, and the times that can be booked of them."""

from datetime import datetime

from kaya.accounts.models import User
from kaya.care import hours_json
from kaya.care.diary import diary_of, schedule_from
from kaya.care.hours import BOUNDS, Schedule
from kaya.care.models import Availability, Offering, Practitioner
from kaya.care.openings import WhyNot
from kaya.care.signals import availability_changed
from kaya.care.slot import Slot
from kaya.db import db, locked, transaction
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say


def schedule_of(practitioner: Practitioner) -> Schedule:
    """Their working hours and rules, in their own zone; without any, no hours at all."""
    return schedule_from(practitioner, db.session.get(Availability, practitioner.id))


def open_slots(offering: Offering, start: datetime, end: datetime) -> list[Slot]:
    """What can be booked from `start` up to `end` (aware), in order; none where the practitioner takes no bookings.

    At most five queries, whatever the range and however much is booked.
    """
    return diary_of(offering).slots(start, end)


def nearest(offering: Offering, wanted: datetime, n: int = 3) -> list[Slot]:
    """The `n` bookable times nearest to `wanted` (aware), the nearest first; fewer where there are no more."""
    return diary_of(offering).nearest(wanted, n)


def objections(offering: Offering, start: datetime) -> list[WhyNot]:
    """Every reason, for the practitioner's eyes, why `start` (aware) is not offered; none where it is."""
    return diary_of(offering).objections(start)


def replace_availability(actor: User, practitioner: Practitioner, schedule: Schedule) -> Availability:
    """Put `schedule`, its zone too, in the place of what was there. Appointments already made stay.

    Refuses ("not-allowed") anyone but the practitioner and staff. A schedule was checked when it was made.
    """
    if not practitioner.is_kept_by(actor):
        raise Refusal("not-allowed", say("Only the practitioner and staff can change these hours."), status=403)
    with transaction() as session:
        locked(session, practitioner)
        availability = session.get(Availability, practitioner.id)
        if availability is None:
            availability = Availability(practitioner_id=practitioner.id)
            session.add(availability)
        practitioner.timezone = schedule.zone
        told = hours_json.as_json(schedule)
        for field in ("weekly", "exceptions", *BOUNDS):
            setattr(availability, field, told[field])
        announce(availability_changed, practitioner=practitioner, actor=actor)
        return availability
