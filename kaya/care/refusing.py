"""How booking says no: the engine's reasons in general words, with the nearest free times beside them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from kaya.accounts.models import User
from kaya.care import openings
from kaya.care.diary import Diary
from kaya.care.openings import WhyNot
from kaya.refusal import Refusal
from kaya.words import say

ALTERNATIVES = 3
CONFLICT, INVALID = 409, 422

WORDS = {
    openings.Reason.TAKEN: ("slot-taken", CONFLICT, say("Someone else has just taken this time.")),
    openings.Reason.BUFFER: ("slot-taken", CONFLICT, say("This time is too close to another appointment.")),
    openings.Reason.HELD: ("slot-taken", CONFLICT, say("Someone else is deciding about this time just now.")),
    openings.Reason.ROOM_TAKEN: ("slot-taken", CONFLICT, say("Someone else has just taken this time.")),
    openings.Reason.DAY_FULL: ("day-full", CONFLICT, say("This day is fully booked.")),
    openings.Reason.TOO_SOON: ("too-soon", INVALID, say("This time is too soon to be booked.")),
    openings.Reason.BEYOND_WINDOW: ("too-far-ahead", INVALID, say("This time is too far ahead to be booked yet.")),
    openings.Reason.OUTSIDE_HOURS: ("slot-not-offered", INVALID, say("This time is not offered.")),
    openings.Reason.OFF_STEP: ("slot-not-offered", INVALID, say("This time is not offered.")),
    openings.Reason.DOES_NOT_EXIST: ("slot-not-offered", INVALID, say("This time does not exist on that day.")),
}


def refuse_closed(client: User, diary: Diary) -> None:
    """Refuse whom this practitioner cannot take: themself, or anybody while they take no bookings."""
    if diary.practitioner.user_id == client.id:
        raise Refusal("own-practice", say("You cannot book an appointment with yourself."), status=CONFLICT)
    if not diary.is_open:
        raise Refusal("not-bookable", say("This is not being booked at the moment."), status=CONFLICT)


def refuse(objection: WhyNot | None) -> None:
    """Refuse where there is a reason to."""
    if objection is not None:
        kind, status, words = WORDS[objection.reason]
        raise Refusal(kind, words, field="start", status=status)


@contextmanager
def with_alternatives(diary: Callable[[], Diary], start: datetime) -> Iterator[None]:
    """Let a refusal about `start` name the nearest free slots (`alternatives`), looked up once all is undone."""
    try:
        yield
    except Refusal as refusal:
        if refusal.field == "start":
            refusal.details["alternatives"] = diary().nearest(start, ALTERNATIVES)
        raise
