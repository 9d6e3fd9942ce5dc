"""What the database itself refuses, and what a claim makes of it."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from kaya.care import claims
from kaya.care.models import Claim, Reservation, Resource
from kaya.care.spans import minute_of
from kaya.db import db, transaction, uuid7
from kaya.refusal import Refusal
from tests.care.booking_scene import utc

TEN, ELEVEN, NOON = utc(3, 10), utc(3, 11), utc(3, 12)

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def nos(app) -> list[int]:
    """Two resources."""
    with transaction() as session:
        two = [Resource(kind="person"), Resource(kind="room")]
        session.add_all(two)
        session.flush()
        return [resource.no for resource in two]


def take(nos, start, end, *, expires_at=None) -> Reservation:
    with transaction() as session:
        return claims.claim(session, nos, start, end, Reservation(id=uuid7(), expires_at=expires_at))


def spans() -> list[tuple[int, int]]:
    rows = select(Claim.start_minute, Claim.end_minute).order_by(Claim.start_minute)
    return [(first - minute_of(TEN), last - minute_of(TEN)) for first, last in db.session.execute(rows)]


def insert(no: int, start, end) -> None:
    with transaction() as session:
        reservation = Reservation(id=uuid7())
        reservation.claims = [Claim(resource_no=no, start_minute=minute_of(start), end_minute=minute_of(end))]
        session.add(reservation)
        session.flush()


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (TEN, ELEVEN),
        (TEN - timedelta(hours=1), ELEVEN + timedelta(hours=1)),
        (TEN + timedelta(minutes=59), NOON),
        (TEN - timedelta(hours=23), TEN + timedelta(minutes=1)),
    ],
)
def test_the_database_refuses_an_overlap_whoever_writes_it(nos, start, end):
    insert(nos[0], TEN, ELEVEN)
    with pytest.raises(IntegrityError, match=claims.GUARD):
        insert(nos[0], start, end)
    insert(nos[1], start, end)


def test_the_database_refuses_to_move_one_claim_onto_another(nos):
    insert(nos[0], TEN, ELEVEN)
    insert(nos[0], ELEVEN, NOON)
    with pytest.raises(IntegrityError, match=claims.GUARD):
        move_the_later_one_nearer()


def move_the_later_one_nearer() -> None:
    with transaction() as session:
        session.scalars(select(Claim).order_by(Claim.start_minute.desc())).first().start_minute -= 1


def test_what_the_database_refuses_is_told_in_our_words(nos):
    insert(nos[0], TEN, ELEVEN)
    with pytest.raises(Refusal, match="slot-taken"):
        write_without_looking(nos[0])


def write_without_looking(no: int) -> None:
    with transaction() as session:
        reservation = Reservation(id=uuid7())
        reservation.claims = [Claim(resource_no=no, start_minute=minute_of(TEN), end_minute=minute_of(ELEVEN))]
        session.add(reservation)
        claims.write(session)


def test_what_touches_does_not_overlap(nos):
    take(nos, TEN, ELEVEN)
    take(nos, ELEVEN, NOON)
    assert spans() == [(0, 60)] * 2 + [(60, 120)] * 2


def test_seconds_are_rounded_outwards(nos):
    take(nos[:1], TEN + timedelta(seconds=30), ELEVEN - timedelta(seconds=30))
    assert spans() == [(0, 60)]


def test_all_of_the_resources_or_none(nos):
    take(nos[1:], TEN, ELEVEN)
    with pytest.raises(Refusal, match="slot-taken"):
        take(nos, TEN, ELEVEN)
    assert len(spans()) == 1


def test_a_hold_that_ran_out_is_swept_aside_and_a_live_one_is_not(nos, monday):
    take(nos, TEN, ELEVEN, expires_at=monday.now() + timedelta(minutes=5))
    with pytest.raises(Refusal, match="slot-taken"):
        take(nos[:1], TEN, ELEVEN)
    monday.travel(minutes=5, seconds=1)
    take(nos[:1], TEN, ELEVEN)
    assert spans() == [(0, 60)]
    assert db.session.scalar(select(func.count()).select_from(Reservation)) == 1


def test_a_span_is_longer_than_nothing_and_no_longer_than_a_day(nos):
    take(nos[:1], TEN, TEN + timedelta(days=1))
    for end in (TEN, TEN - timedelta(hours=1), TEN + timedelta(days=1, minutes=1)):
        with pytest.raises(Refusal, match="span-too-long"):
            take(nos[1:], TEN, end)


def test_naive_times_are_a_mistake_of_ours(nos):
    with pytest.raises(TypeError):
        take(nos, TEN.replace(tzinfo=None), ELEVEN.replace(tzinfo=None))


def test_a_reservation_moves_onto_itself(nos):
    kept = take(nos, TEN, ELEVEN).id
    with transaction() as session:
        assert claims.move(session, kept, TEN + timedelta(minutes=30), ELEVEN + timedelta(minutes=30))
    assert spans() == [(30, 90)] * 2


def test_what_was_given_back_is_free_and_twice_is_nothing(nos):
    kept = take(nos, TEN, ELEVEN).id
    with transaction() as session:
        assert claims.free(session, kept)
        assert not claims.free(session, kept)
        assert not claims.free(session, None)
    take(nos, TEN, ELEVEN)
