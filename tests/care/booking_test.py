"""An appointment from the first wish to the last word."""

from uuid import uuid4

import pytest
from sqlalchemy import func, select

from kaya.care import booking, holds, schedule
from kaya.care.models import Act, Appointment, Availability, Claim, Hold, Reservation, Status
from kaya.db import db, transaction, uuid7
from kaya.jobs.models import Job
from kaya.realtime import version_of
from kaya.refusal import Refusal
from tests.care.booking_scene import offering, practice, service, utc

pytestmark = pytest.mark.usefixtures("monday")

ELEVEN, NOON, TWO = utc(4, 11), utc(4, 12), utc(4, 14)


@pytest.fixture
def visit_at_eleven(amara, hour) -> Appointment:
    """Amara's, on Wednesday; it is Monday."""
    return booking.book(amara, hour, ELEVEN)


@pytest.fixture
def confirmed(okafor, visit_at_eleven) -> Appointment:
    return booking.confirm(okafor, visit_at_eleven)


def count(model) -> int:
    return db.session.scalar(select(func.count()).select_from(model))


def acts(appointment: Appointment) -> list[str]:
    return [move.act for move in appointment.moves]


def starts(hour, day: int = 4) -> list:
    return [slot.start for slot in schedule.open_slots(hour, utc(day, 0), utc(day + 1, 0))]


def refusal(act, *args, **named) -> Refusal:
    with pytest.raises(Refusal) as refused:
        act(*args, **named)
    return refused.value


class TestBooking:
    def test_a_booked_time_waits_for_the_practice_and_keeps_what_was_agreed(self, amara, okafor):
        ngozi = practice(okafor, buffer_before_minutes=5, buffer_after_minutes=15)
        hour = offering(ngozi, service(notice=48))
        found = booking.book(amara, hour, ELEVEN, note="My back, again.")
        assert (found.status, found.note, found.minutes) == (Status.PENDING, "My back, again.", 60)
        assert (found.price_amount, found.cancellation_notice_hours) == (5000, 48)
        assert (found.buffer_before_minutes, found.buffer_after_minutes) == (5, 15)
        assert found.client_timezone == "Europe/Lisbon"
        assert found.free_until == utc(2, 11)
        assert acts(found) == [Act.BOOKED]
        claimed = db.session.scalars(select(Claim)).one()
        assert claimed.end_minute - claimed.start_minute == 80

    def test_who_confirms_at_once_has_it_confirmed(self, amara, okafor, monday):
        hour = offering(practice(okafor, auto_confirms=True), service())
        assert booking.book(amara, hour, ELEVEN).status == Status.CONFIRMED

    def test_a_booked_time_is_gone_and_others_are_named(self, ben, hour, visit_at_eleven):
        refused = refusal(booking.book, ben, hour, utc(4, 11, 30))
        assert (refused.kind, refused.status, refused.field) == ("slot-taken", 409, "start")
        assert [slot.start for slot in refused.details["alternatives"]] == [NOON, utc(4, 12, 30), utc(4, 10)]

    def test_a_hold_becomes_an_appointment(self, amara, hour):
        held = holds.hold(amara, hour, ELEVEN)
        kept = held.id
        found = booking.book(amara, hour, ELEVEN)
        assert found.reservation_id == kept
        assert (count(Hold), count(Reservation), count(Claim)) == (0, 1, 1)
        assert db.session.get_one(Reservation, kept).expires_at is None

    def test_a_hold_that_ran_out_but_was_not_swept_still_books(self, amara, hour, monday, run_jobs):
        kept = holds.hold(amara, hour, ELEVEN).id
        monday.travel(minutes=7)
        assert booking.book(amara, hour, ELEVEN).reservation_id == kept
        run_jobs()
        assert count(Claim) == 1

    def test_a_hold_that_was_swept_books_while_the_time_is_free(self, amara, hour, monday):
        holds.hold(amara, hour, ELEVEN)
        monday.travel(minutes=7)
        holds.sweep()
        assert booking.book(amara, hour, ELEVEN)

    def test_anothers_hold_is_in_the_way(self, amara, ben, hour):
        holds.hold(ben, hour, ELEVEN)
        assert refusal(booking.book, amara, hour, ELEVEN).kind == "slot-taken"

    def test_booking_another_time_gives_back_what_was_held(self, amara, hour):
        holds.hold(amara, hour, TWO)
        booking.book(amara, hour, ELEVEN)
        assert count(Hold) == 0
        assert TWO in starts(hour)

    def test_the_same_id_is_the_same_appointment(self, amara, ben, hour):
        made = uuid7()
        first = booking.book(amara, hour, ELEVEN, id=made)
        assert booking.book(amara, hour, ELEVEN, id=made).id == first.id == made
        assert count(Appointment) == 1
        assert refusal(booking.book, ben, hour, NOON, id=made).kind == "id-taken"

    def test_a_note_has_an_end(self, amara, hour):
        refused = refusal(booking.book, amara, hour, ELEVEN, note="x" * 2001)
        assert (refused.kind, refused.field) == ("too-long", "note")

    def test_nobody_books_with_someone_who_takes_nobody(self, amara, ngozi, hour):
        with transaction():
            ngozi.is_accepting = False
        assert starts(hour) == []
        assert refusal(booking.book, amara, hour, ELEVEN).kind == "not-bookable"

    def test_a_day_has_a_limit_that_holds_count_into(self, amara, ben, okafor, monday):
        hour = offering(practice(okafor, daily_limit=2, timezone="Africa/Lagos"), service())
        booking.book(amara, hour, utc(4, 8))
        held = holds.hold(ben, hour, utc(4, 10))
        assert starts(hour) == []
        assert refusal(booking.book, amara, hour, utc(4, 12)).kind == "day-full"
        holds.release(ben, held)
        booking.book(amara, hour, utc(4, 12))
        assert starts(hour) == []
        assert starts(hour, 5) != []

    def test_both_are_told(self, amara, okafor, hour):
        booking.book(amara, hour, ELEVEN)
        assert version_of("appointments", amara.id) == version_of("appointments", okafor.id) == 1
        assert version_of("availability", hour.practitioner_id) == 1

    def test_two_lengths_never_share_a_minute(self, amara, ben, ngozi, hour):
        short = offering(ngozi, service("Checking", minutes=30))
        booking.book(amara, hour, ELEVEN)
        assert refusal(booking.book, ben, short, utc(4, 11, 30)).kind == "slot-taken"
        assert booking.book(ben, short, NOON)


class TestConfirming:
    def test_the_practice_confirms(self, okafor, admin, confirmed):
        assert confirmed.status == Status.CONFIRMED
        assert refusal(booking.confirm, admin, confirmed).kind == "invalid-transition"

    def test_clients_and_strangers_do_not(self, amara, ben, visit_at_eleven):
        assert refusal(booking.confirm, amara, visit_at_eleven).status == 403
        assert refusal(booking.confirm, ben, visit_at_eleven).status == 403
        assert not visit_at_eleven.can_be_confirmed_by(amara)


class TestCancelling:
    def test_the_client_cancels_in_good_time(self, amara, ben, hour, visit_at_eleven):
        booking.cancel(amara, visit_at_eleven)
        assert visit_at_eleven.status == Status.CANCELLED
        assert (visit_at_eleven.cancellation.by_id, visit_at_eleven.calendar_sequence) == (amara.id, 1)
        assert count(Claim) == 0
        assert booking.book(ben, hour, ELEVEN)

    def test_too_late_is_too_late_for_the_client_alone(self, amara, okafor, confirmed, monday):
        monday.travel(to=utc(3, 11))
        assert not confirmed.can_be_cancelled_by(amara)
        refused = refusal(booking.cancel, amara, confirmed)
        assert (refused.kind, refused.status) == ("too-late", 409)
        assert booking.cancel(okafor, confirmed, "I have a fever.").cancellation.reason == "I have a fever."

    def test_the_practice_says_why(self, okafor, admin, visit_at_eleven):
        for actor in (okafor, admin):
            refused = refusal(booking.cancel, actor, visit_at_eleven, " ")
            assert (refused.kind, refused.field, refused.status) == ("reason-required", "reason", 422)

    def test_strangers_do_not(self, ben, visit_at_eleven):
        assert refusal(booking.cancel, ben, visit_at_eleven).kind == "not-allowed"

    def test_twice_is_once(self, amara, visit_at_eleven):
        booking.cancel(amara, visit_at_eleven)
        assert refusal(booking.cancel, amara, visit_at_eleven).kind == "invalid-transition"
        assert len(visit_at_eleven.moves) == 2

    def test_a_reason_has_an_end(self, amara, visit_at_eleven):
        assert refusal(booking.cancel, amara, visit_at_eleven, "x" * 501).field == "reason"


class TestRestoring:
    def test_a_cancellation_is_undone_as_it_was(self, amara, confirmed, monday):
        booking.cancel(amara, confirmed)
        monday.travel(minutes=9)
        assert confirmed.can_be_restored_by(amara)
        assert booking.restore(amara, confirmed).status == Status.CONFIRMED
        assert (count(Claim), confirmed.calendar_sequence) == (1, 2)
        assert acts(confirmed)[-1] == Act.RESTORED

    def test_not_by_the_other(self, amara, okafor, confirmed):
        booking.cancel(amara, confirmed)
        assert not confirmed.can_be_restored_by(okafor)
        refused = refusal(booking.restore, okafor, confirmed)
        assert (refused.kind, refused.status) == ("not-allowed", 403)

    def test_not_after_ten_minutes(self, amara, confirmed, monday):
        booking.cancel(amara, confirmed)
        monday.travel(minutes=10, seconds=1)
        assert refusal(booking.restore, amara, confirmed).kind == "too-late"

    def test_not_where_someone_else_is_now(self, amara, ben, hour, confirmed):
        booking.cancel(amara, confirmed)
        booking.book(ben, hour, utc(4, 11, 30))
        refused = refusal(booking.restore, amara, confirmed)
        assert refused.kind == "slot-taken"
        assert refused.details["alternatives"]
        assert confirmed.status == Status.CANCELLED

    def test_not_what_was_never_cancelled(self, amara, confirmed):
        assert refusal(booking.restore, amara, confirmed).kind == "invalid-transition"


class TestRescheduling:
    def test_the_client_moves_it_and_it_is_pending_again(self, amara, hour, confirmed):
        moved = booking.reschedule(amara, confirmed, TWO, "The train.")
        assert (moved.status, moved.starts_at, moved.ends_at) == (Status.PENDING, TWO, utc(4, 15))
        assert (moved.moves[-1].from_start, moved.moves[-1].to_start) == (ELEVEN, TWO)
        assert (moved.moves[-1].reason, moved.calendar_sequence) == ("The train.", 1)
        assert ELEVEN in starts(hour)
        assert TWO not in starts(hour)

    def test_it_may_overlap_where_it_was(self, amara, confirmed):
        assert booking.reschedule(amara, confirmed, utc(4, 11, 30)).starts_at == utc(4, 11, 30)
        assert count(Claim) == 1

    def test_moved_by_the_practice_it_stays_confirmed(self, okafor, confirmed):
        assert booking.reschedule(okafor, confirmed, utc(4, 18, 15), "Your train.").status == Status.CONFIRMED

    def test_the_practice_is_bound_by_what_is_taken_and_past(self, ben, okafor, hour, confirmed):
        booking.book(ben, hour, TWO)
        assert refusal(booking.reschedule, okafor, confirmed, utc(4, 14, 15)).kind == "slot-taken"
        assert refusal(booking.reschedule, okafor, confirmed, utc(1, 11)).kind == "slot-not-offered"
        assert confirmed.starts_at == ELEVEN

    def test_who_confirms_at_once_keeps_it_confirmed(self, amara, okafor, monday):
        hour = offering(practice(okafor, auto_confirms=True), service())
        found = booking.book(amara, hour, ELEVEN)
        assert booking.reschedule(amara, found, TWO).status == Status.CONFIRMED

    def test_the_client_is_bound_by_hours_and_others(self, amara, ben, hour, confirmed):
        booking.book(ben, hour, TWO)
        refused = refusal(booking.reschedule, amara, confirmed, utc(4, 14, 30))
        assert (refused.kind, refused.status) == ("slot-taken", 409)
        assert len(refused.details["alternatives"]) == 3
        assert refusal(booking.reschedule, amara, confirmed, utc(4, 20)).kind == "slot-not-offered"

    def test_the_client_is_bound_by_notice(self, amara, confirmed, monday):
        monday.travel(to=utc(3, 12))
        assert refusal(booking.reschedule, amara, confirmed, TWO).kind == "too-late"

    def test_what_is_cancelled_does_not_move(self, amara, confirmed):
        booking.cancel(amara, confirmed)
        assert refusal(booking.reschedule, amara, confirmed, TWO).kind == "invalid-transition"

    def test_length_and_buffers_stay_as_agreed(self, amara, okafor, hour, confirmed):
        with transaction() as session:
            hour.minutes = 90
            session.get_one(Availability, hour.practitioner_id).buffer_after_minutes = 30
        moved = booking.reschedule(amara, confirmed, TWO)
        assert (moved.minutes, moved.buffer_after_minutes) == (60, 0)
        assert db.session.scalars(select(Claim.end_minute - Claim.start_minute)).one() == 60


class TestAfterwards:
    @pytest.mark.parametrize(("act", "status"), [(booking.complete, Status.COMPLETED), (booking.miss, Status.NO_SHOW)])
    def test_once_it_began_the_practice_says_how_it_went(self, act, status, amara, okafor, confirmed, monday):
        assert refusal(act, okafor, confirmed).kind == "too-early"
        monday.travel(to=ELEVEN)
        assert refusal(act, amara, confirmed).kind == "not-allowed"
        assert act(okafor, confirmed).status == status
        assert refusal(act, okafor, confirmed).kind == "invalid-transition"
        assert refusal(booking.cancel, okafor, confirmed, "Why not.").kind == "invalid-transition"

    def test_what_was_not_confirmed_did_not_take_place(self, okafor, visit_at_eleven, monday):
        monday.travel(to=NOON)
        assert refusal(booking.complete, okafor, visit_at_eleven).kind == "invalid-transition"

    def test_claims_on_the_past_are_forgotten_appointments_are_not(self, okafor, amara, hour, confirmed, monday):
        later = booking.book(amara, hour, utc(20, 11))
        monday.travel(to=utc(8, 9))
        booking.purge_past_claims()
        db.session.expire_all()
        assert (count(Claim), count(Reservation), count(Appointment)) == (1, 1, 2)
        assert confirmed.reservation_id is None
        assert later.reservation_id is not None
        assert booking.reschedule(okafor, confirmed, utc(9, 11), "It was missed.").reservation_id is not None
        assert count(Claim) == 2


def test_one_job_ends_a_hold_and_none_is_left_once_it_is_booked(amara, hour):
    def waiting() -> int:
        return db.session.scalar(select(func.count()).where(Job.name == "care.lapse_hold"))

    holds.hold(amara, hour, ELEVEN)
    assert waiting() == 1
    booking.book(amara, hour, ELEVEN)
    assert waiting() == 0


def test_an_id_that_nobody_made_is_taken_as_it_is(amara, hour):
    chosen = uuid4()
    assert booking.book(amara, hour, ELEVEN, id=chosen).id == chosen
