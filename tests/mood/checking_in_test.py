"""Saying how it is: several a day, at other times, mended, let go and taken back, and what the days come to."""

from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from kaya.db import uuid7
from kaya.mood import checking_in
from kaya.mood.models import MoodDay, MoodEntry, MoodMonth
from kaya.mood.saying import Said
from kaya.realtime import version_of
from kaya.refusal import Refusal
from tests.mood.conftest import calm, utc


@pytest.fixture(autouse=True)
def a_monday(clock):
    clock.travel(to=utc(2026, 3, 2, 12))
    clock.stand()


def days(session, member):
    session.expire_all()
    return {row.day: (row.entries, row.median) for row in session.scalars(MoodDay.of(member))}


def test_a_word_of_the_pad_has_its_place_and_a_place_its_word(amara):
    said = checking_in.check_in(amara, Said("Hopeful"))
    assert (said.word, said.valence, said.arousal, said.intensity) == ("hopeful", 0.46, -0.24, 5)
    pointed = checking_in.check_in(amara, Said(valence=0.7, arousal=-0.65))
    assert (pointed.word, pointed.valence) == ("calm", 0.7)
    own = checking_in.check_in(amara, Said("like rain", valence=-0.1))
    assert (own.word, own.arousal) == ("like rain", 0)


def test_several_a_day_come_to_their_middle(amara, session):
    for valence in (-0.5, 0.1, 0.9):
        checking_in.check_in(amara, Said("so", valence=valence, activities=("Walking",)))
    assert days(session, amara) == {date(2026, 3, 2): (3, 0.1)}
    [day] = session.scalars(MoodDay.of(amara))
    assert (day.low, day.high, day.activities) == (-0.5, 0.9, ["walking"])
    [month] = session.scalars(MoodMonth.of(amara))
    assert (month.month, month.days, month.entries) == (date(2026, 3, 1), 1, 3)


def test_a_late_evening_belongs_to_the_day_before_by_the_members_clock(ben):
    late = checking_in.check_in(ben, calm(), at=utc(2026, 3, 2, 6, 30))
    assert (late.day, late.timezone) == (date(2026, 3, 1), "America/New_York")


def test_mended_it_moves_from_day_to_day(amara, session):
    entry = checking_in.check_in(amara, calm(note="By the river"))
    checking_in.mend(amara, entry, Said("sad", intensity=7, note="In the rain"), at=utc(2026, 2, 27, 12))
    assert days(session, amara) == {date(2026, 2, 27): (1, -0.72)}
    assert [row.month for row in session.scalars(MoodMonth.of(amara))] == [date(2026, 2, 1)]
    assert entry.note == "In the rain"


def test_let_go_it_is_gone_and_can_be_taken_back_for_a_day(amara, session, clock, run_jobs):
    entry = checking_in.check_in(amara, calm(note="Hm"))
    checking_in.let_go(amara, entry)
    assert days(session, amara) == {}
    checking_in.take_back(amara, entry)
    assert days(session, amara) == {date(2026, 3, 2): (1, 0.7)}
    checking_in.let_go(amara, entry)
    clock.travel(hours=25)
    with pytest.raises(Refusal, match="gone"):
        checking_in.take_back(amara, entry)
    run_jobs()
    session.rollback()
    session.expire_all()
    emptied = session.scalars(MoodEntry.any_of(amara)).one()
    assert (emptied.word, emptied.note, emptied.intensity) == ("", "", 1)
    clock.travel(days=90)
    run_jobs()
    session.rollback()
    assert session.scalars(MoodEntry.any_of(amara)).all() == []


def test_the_same_id_is_the_same_entry_and_nobody_elses(amara, ben, session):
    id = uuid7()
    first = checking_in.check_in(amara, calm(), id=id)
    assert checking_in.check_in(amara, calm(), id=id) is first
    for other in (
        lambda: checking_in.check_in(ben, calm(), id=id),
        lambda: checking_in.check_in(amara, Said("sad"), id=id),
    ):
        with pytest.raises(Refusal, match="id-taken"):
            other()
    assert days(session, ben) == {}


def test_the_note_is_sealed_in_the_database(amara, session):
    checking_in.check_in(amara, calm(note="By the river"))
    [kept] = session.execute(sa.text("SELECT note FROM mood_entries")).scalars()
    assert b"river" not in bytes(kept)


def test_others_cannot_change_it(amara, ben):
    entry = checking_in.check_in(amara, calm())
    for act in (checking_in.let_go, checking_in.take_back):
        with pytest.raises(Refusal, match="not-allowed"):
            act(ben, entry)
    with pytest.raises(Refusal, match="not-allowed"):
        checking_in.mend(ben, entry, Said("sad"))


def test_each_change_is_told_to_the_members_other_devices(amara):
    entry = checking_in.check_in(amara, calm())
    checking_in.mend(amara, entry, Said("sad"))
    checking_in.let_go(amara, entry)
    assert version_of("mood", amara.id) == 3


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (Said(), "mood"),
        (Said("like rain"), "valence"),
        (Said("calm", intensity=11), "intensity"),
        (Said("calm", valence=1.5), "valence"),
        (Said("calm", sleep_hours=25), "sleep_hours"),
        (Said("calm", sleep_quality=0), "sleep_quality"),
        (Said("calm", note="x" * 4001), "note"),
        (Said("x" * 41, valence=0), "mood"),
        (Said("calm", tags=tuple(map(str, range(21)))), "tags"),
        (Said("calm", activities=("x" * 61,)), "activities"),
    ],
)
def test_what_cannot_be_said_is_refused_beside_its_field(amara, said, field):
    with pytest.raises(Refusal) as refused:
        checking_in.check_in(amara, said)
    assert refused.value.field == field


def test_neither_the_future_nor_the_last_century_can_be_told(amara, clock):
    for at in (clock.now() + timedelta(hours=1), utc(1999, 12, 31)):
        with pytest.raises(Refusal) as refused:
            checking_in.check_in(amara, calm(), at=at)
        assert refused.value.field == "at"
