"""Keeping a time for someone for five minutes while they decide."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.util import identity_key

from kaya import clock
from kaya.accounts.models import User
from kaya.care import claims
from kaya.care.diary import Diary, diary_of
from kaya.care.models import Claim, Hold, Offering, Reservation
from kaya.care.models.hold import LASTS
from kaya.care.refusing import refuse, refuse_closed, with_alternatives
from kaya.care.signals import hold_placed, hold_released
from kaya.db import db, transaction, uuid7
from kaya.jobs import enqueue
from kaya.jobs.queue import forget
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

HOLD_MINUTES = int(LASTS.total_seconds()) // 60
COMES_BACK = timedelta(seconds=10)
SWEPT_AT_ONCE = 500


def hold(client: User, offering: Offering, start: datetime, *, id: UUID | None = None) -> Hold:
    """Keep `start` (aware) for `client`, in place of what they held with this practitioner before.

    Who asks again with the same `id` gets the same hold. Refuses ("id-taken") an id that is something else's, and
    with field "start" and `alternatives` what is not offered: "slot-taken", "day-full" (409), "too-soon",
    "too-far-ahead", "slot-not-offered" (422); and "own-practice", "not-bookable" (409).
    """
    with with_alternatives(lambda: diary_of(offering), start), transaction() as session:
        diary = diary_of(offering)
        refuse_closed(client, diary)
        claims.lock(session, lockable(session, client, diary))
        former = hold_of(session, client, diary.practitioner.id)
        if former and former.id == id:
            return the_same(former, offering, start)
        refuse_taken_id(session, id)
        refuse(diary.without(former.id if former else None).why_not(start))
        if former:
            let_go(session, former)
        return place(session, client, offering, diary, start, id)


def release(client: User, hold: Hold) -> None:
    """Give `client`'s hold back; one that is gone already is gone. Refuses ("not-found", 404) another's."""
    with transaction() as session:
        held = session.get(Hold, identity_key(instance=hold)[1], populate_existing=True)
        if held is not None and held.client_id != client.id:
            raise Refusal("not-found", say("There is no such hold."), status=404)
        if held is not None:
            lapse(held.id)


def leave(client: User, hold: Hold) -> None:
    """The page of `client`'s hold was left: in ten seconds it lapses, unless the page is seen again (a reload is)."""
    set_end(client, hold, lambda held: min(held.expires_at, clock.now() + COMES_BACK))


def come_back(client: User, hold: Hold) -> None:
    """The page is there again: what was left lasts as long as it would have."""
    set_end(client, hold, lambda held: held.until)


def set_end(client: User, hold: Hold, end: Callable[[Hold], datetime]) -> None:
    """Let a hold that has not run out end at another instant; one that is gone stays gone."""
    hold_id = hold.id
    with transaction() as session:
        claims.lock(session, claims.resource_nos_of(session, hold_id))
        held = session.scalar(Hold.of(client).where(Hold.id == hold_id), execution_options={"populate_existing": True})
        if held is None:
            return
        held.expires_at = end(held)
        session.get_one(Reservation, held.id).expires_at = held.expires_at
        forget(lapse_key(held.id))
        enqueue("care.lapse_hold", key=lapse_key(held.id), run_at=held.expires_at, hold_id=str(held.id))


def lapse(hold_id: UUID, *, only_expired: bool = False) -> bool:
    """End a hold, wherever it is; False where it was booked, given back or, if so asked, has not run out."""
    with transaction() as session:
        claims.lock(session, claims.resource_nos_of(session, hold_id))
        reservation = session.get(Reservation, hold_id, populate_existing=True)
        if reservation is None or reservation.expires_at is None:
            return False
        if only_expired and reservation.expires_at > clock.now():
            return False
        held = session.get(Hold, hold_id, populate_existing=True)
        if held is None:
            return claims.free(session, hold_id)
        let_go(session, held)
        return True


def sweep() -> int:
    """End the holds that ran out and say how many they were."""
    over = select(Reservation.id).where(Reservation.expires_at <= clock.now()).limit(SWEPT_AT_ONCE)
    return sum(lapse(each, only_expired=True) for each in db.session.scalars(over).all())


def hold_of(session: Session, client: User, practitioner_id: UUID) -> Hold | None:
    """What `client` holds with a practitioner, whether or not the clock has run out on it."""
    theirs = select(Hold).where(Hold.client_id == client.id, Hold.practitioner_id == practitioner_id)
    return session.scalar(theirs, execution_options={"populate_existing": True})


def lockable(session: Session, client: User, diary: Diary) -> set[int]:
    """The resources to lock: those that are wanted, and those that `client` holds with the practitioner already."""
    held = select(Claim.resource_no).join(Hold, Hold.id == Claim.reservation_id)
    theirs = held.where(Hold.client_id == client.id, Hold.practitioner_id == diary.practitioner.id)
    return {*diary.resource_nos, *session.scalars(theirs)}


def the_same(held: Hold, offering: Offering, start: datetime) -> Hold:
    """What was asked for before; refuses ("id-taken") when it is asked of something else now."""
    if (held.offering_id, held.starts_at) != (offering.id, start):
        raise Refusal("id-taken", say("This id is in use for something else."), field="id", status=409)
    return held


def refuse_taken_id(session: Session, id: UUID | None) -> None:
    if id is not None and session.get(Reservation, id, populate_existing=True) is not None:
        raise Refusal("id-taken", say("This id is in use for something else."), field="id", status=409)


def place(
    session: Session, client: User, offering: Offering, diary: Diary, start: datetime, id: UUID | None = None
) -> Hold:
    slot, expires_at = diary.slot_at(start), clock.now() + timedelta(minutes=HOLD_MINUTES)
    reservation = Reservation(id=id or uuid7(), expires_at=expires_at)
    claims.claim(session, diary.resource_nos, *diary.schedule.buffered(slot.start, slot.end), reservation)
    held = Hold(
        id=reservation.id,
        client_id=client.id,
        practitioner=diary.practitioner,
        offering=offering,
        starts_at=slot.start,
        ends_at=slot.end,
        expires_at=expires_at,
    )
    session.add(held)
    session.flush()
    enqueue("care.lapse_hold", key=lapse_key(held.id), run_at=expires_at, hold_id=str(held.id))
    announce(hold_placed, hold=held)
    return held


def let_go(session: Session, held: Hold) -> None:
    """Give the time of a hold back, under the lock."""
    session.expunge(held)
    claims.free(session, held.id)
    forget(lapse_key(held.id))
    announce(hold_released, hold=held)


def lapse_key(hold_id: UUID) -> str:
    return f"care.lapse_hold:{hold_id}"
