"""Claiming time: the one place where time is taken and given back, so that no two things ever overlap."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, delete, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from kaya import clock
from kaya.care.hours import DAY_MINUTES
from kaya.care.models import Claim, Reservation, Resource
from kaya.care.spans import minute_from, minute_of
from kaya.refusal import Refusal
from kaya.words import say

GUARD = "claims_do_not_overlap"


def lock(session: Session, resource_nos: Iterable[int]) -> None:
    """Let nobody else claim these resources until the transaction ends. All that will be needed, at once.

    In the order of their numbers, so that two who want the same ones never wait for each other. On SQLite the
    transaction itself is the lock.
    """
    rows = select(Resource.no).where(Resource.no.in_(set(resource_nos))).order_by(Resource.no)
    session.execute(rows.with_for_update(key_share=True)).all()


def claim(
    session: Session, resource_nos: Collection[int], start: datetime, end: datetime, reservation: Reservation
) -> Reservation:
    """Take the span from `start` to `end` (aware, buffers included) of every resource for `reservation`.

    Seconds are rounded outwards. Locks the resources. A hold that ran out is swept aside; anything else that overlaps
    is refused as "slot-taken" (409), and a span longer than 24 hours as "span-too-long".
    """
    first, last = whole_minutes(start, end)
    lock(session, resource_nos)
    sweep_aside(session, resource_nos, first, last)
    session.add(reservation)
    reservation.claims += [
        Claim(resource_no=no, start_minute=first, end_minute=last) for no in sorted(set(resource_nos))
    ]
    write(session)
    return reservation


def move(session: Session, reservation_id: UUID, start: datetime, end: datetime) -> bool:
    """Put a reservation's claims at another span in one go, so that it may overlap itself. Refuses as `claim` does.

    False where it claims nothing any more.
    """
    first, last = whole_minutes(start, end)
    nos = resource_nos_of(session, reservation_id)
    lock(session, nos)
    sweep_aside(session, nos, first, last, but=reservation_id)
    span = {"start_minute": first, "end_minute": last}
    try:
        session.execute(update(Claim).where(Claim.reservation_id == reservation_id).values(span))
    except IntegrityError as error:
        raise taken_or(error) from error
    return bool(nos)


def free(session: Session, reservation_id: UUID | None) -> bool:
    """Give back what a reservation claimed, and the hold that it was; False where there was nothing left of it."""
    if reservation_id is None:
        return False
    gone = delete(Reservation).where(Reservation.id == reservation_id).returning(Reservation.id)
    return session.scalar(gone) is not None


def overlapping(resource_nos: Collection[int], first: int, last: int) -> Select[Claim]:
    """The claims, of holds that ran out too, that share a minute with the half-open span."""
    return select(Claim).where(
        Claim.resource_no.in_(resource_nos),
        Claim.start_minute < last,
        Claim.start_minute > first - DAY_MINUTES,
        Claim.end_minute > first,
    )


def sweep_aside(
    session: Session, resource_nos: Collection[int], first: int, last: int, *, but: UUID | None = None
) -> None:
    """Delete the holds that ran out; refuse when anything else is in the way."""
    now = clock.now()
    found = overlapping(resource_nos, first, last).join(Claim.reservation)
    columns = found.with_only_columns(Reservation.id, Reservation.expires_at)
    in_the_way = {row.id: row.expires_at for row in session.execute(columns) if row.id != but}
    if any(expires_at is None or expires_at > now for expires_at in in_the_way.values()):
        raise taken()
    if in_the_way:
        session.execute(delete(Reservation).where(Reservation.id.in_(in_the_way)))


def resource_nos_of(session: Session, *reservation_ids: UUID | None) -> set[int]:
    """The resources that reservations claim."""
    return set(session.scalars(select(Claim.resource_no).where(Claim.reservation_id.in_(reservation_ids))))


def purge(session: Session, before: datetime) -> None:
    """Forget what was claimed until `before`: the past needs no guard."""
    unseen = {"synchronize_session": False}
    session.execute(delete(Claim).where(Claim.end_minute < minute_of(before)), execution_options=unseen)
    bare = ~select(Claim.id).where(Claim.reservation_id == Reservation.id).exists()
    gone = delete(Reservation).where(bare, or_(Reservation.expires_at.is_(None), Reservation.expires_at < before))
    session.execute(gone, execution_options=unseen)


def whole_minutes(start: datetime, end: datetime) -> tuple[int, int]:
    if start.tzinfo is None or end.tzinfo is None:
        raise TypeError("A claim's span is between two instants: naive ones are none.")
    first, last = minute_of(start), minute_from(end)
    if not 0 < last - first <= DAY_MINUTES:
        raise Refusal("span-too-long", say("An appointment cannot take longer than a day."), field="start")
    return first, last


def write(session: Session) -> None:
    try:
        session.flush()
    except IntegrityError as error:
        raise taken_or(error) from error


def taken_or(error: IntegrityError) -> Exception:
    """What the database refused, in our words, when it is its guard against overlaps that spoke."""
    return taken() if GUARD in str(error.orig) else error


def taken() -> Refusal:
    return Refusal("slot-taken", say("Someone else has just taken this time."), field="start", status=409)
