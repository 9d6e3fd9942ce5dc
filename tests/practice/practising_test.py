"""A session is begun, goes on, is completed or left; nothing of it is lost, and nobody else sees it."""

from datetime import date, timedelta

import pytest

from kaya import clock as kaya_clock
from kaya.db import db, transaction
from kaya.practice import practising, shelf
from kaya.practice.models import Practice, PracticeSession, SessionState
from kaya.practice.planting import plant_library
from kaya.practice.practising import Mood
from kaya.practice.script import Need, PracticeKind, TimeOfDay
from kaya.practice.shelf import Wanted
from kaya.practice.signals import session_begun, session_completed
from kaya.refusal import Refusal
from kaya.signals import Phase


@pytest.fixture
def breathing(amara, library):
    return practising.begin(amara, library["even-breathing"], 6, before=Mood(2, 4, "tense"))


@pytest.fixture
def heard():
    """The facts as they are announced."""
    told = []

    def begun(phase, **details):
        told.append("begun")

    def completed(phase, **details):
        told.append("completed")

    session_begun.connect(begun, sender=Phase.WRITING)
    session_completed.connect(completed, sender=Phase.WRITING)
    yield told
    session_begun.disconnect(begun)
    session_completed.disconnect(completed)


def test_a_session_keeps_its_steps_as_they_were_composed(breathing):
    assert sum(step["seconds"] for step in breathing.steps) == 360
    assert breathing.title == "Even breathing"
    assert (breathing.mood_before, breathing.arousal_before, breathing.feeling_before) == (2, 4, "tense")
    assert breathing.state == SessionState.STARTED


def test_progress_goes_on_and_never_back(amara, breathing):
    practising.progress(amara, breathing, 90)
    practising.progress(amara, breathing, 40)
    assert breathing.seconds == 90
    practising.progress(amara, breathing, 5000)
    assert breathing.seconds == 360


def test_what_was_skipped_is_not_practised(amara, breathing, clock):
    clock.travel(seconds=40)
    practising.progress(amara, breathing, 350, played=30)
    assert (breathing.seconds, breathing.played) == (350, 30)
    practising.progress(amara, breathing, 20, played=25)
    assert breathing.played == 30
    clock.travel(seconds=10)
    practising.complete(amara, breathing, played=40)
    assert (breathing.state, breathing.seconds, breathing.played) == (SessionState.COMPLETED, 360, 40)


def test_more_than_there_is_of_it_or_than_passed_is_not_practised(amara, library, breathing, clock):
    clock.travel(seconds=100)
    practising.progress(amara, breathing, 200, played=3600)
    assert breathing.played == 100
    clock.travel(hours=2)
    practising.progress(amara, breathing, 200, played=3600)
    assert breathing.played == breathing.length == 360


def test_a_client_that_counts_nothing_is_counted_by_how_far_it_came_in_the_time(amara, library, breathing, clock):
    """As apps from before do; and what is completed at once was not practised."""
    clock.travel(seconds=90)
    practising.progress(amara, breathing, 300)
    assert breathing.played == 90
    now = kaya_clock.now()
    began = now - timedelta(hours=3)
    for ended, played in ((began + timedelta(minutes=6), 360), (began + timedelta(seconds=10), 10), (None, 360)):
        held = practising.begin(amara, library["even-breathing"], 6, at=began)
        practising.complete(amara, held, at=ended)
        assert (held.seconds, held.played) == (360, played)


def test_completing_twice_is_announced_once_and_mends_what_was_said(amara, library, heard):
    held = practising.begin(amara, library["the-long-sigh"], 5)
    practising.complete(amara, held, after=Mood(4), rating=5, notes="Lighter round the ribs.")
    practising.complete(amara, held, rating=4)
    assert heard == ["begun", "completed"]
    assert (held.state, held.mood_after, held.rating, held.seconds) == (SessionState.COMPLETED, 4, 4, 300)
    assert held.notes == "Lighter round the ribs."


def test_notes_are_sealed_and_so_are_words_for_how_one_felt(amara, breathing):
    practising.complete(amara, breathing, after=Mood(4, 2, "relieved"), notes="About my mother.")
    assert (breathing.feeling_before, breathing.feeling_after) == ("tense", "relieved")
    with db.engine.connect() as connection:
        query = db.text("SELECT notes, feeling_before, feeling_after FROM practice_sessions")
        kept = connection.execute(query).one()
    for word, column in zip((b"mother", b"tense", b"relieved"), kept, strict=True):
        assert word not in bytes(column)


def test_a_session_that_was_left_counts_as_far_as_it_came(amara, breathing):
    practising.progress(amara, breathing, 200)
    practising.abandon(amara, breathing)
    practising.progress(amara, breathing, 300)
    assert (breathing.state, breathing.seconds) == (SessionState.ABANDONED, 200)


def test_what_a_phone_finished_without_a_network_is_completed_after_all(amara, breathing):
    practising.abandon(amara, breathing)
    practising.complete(amara, breathing)
    assert breathing.state == SessionState.COMPLETED
    with pytest.raises(Refusal, match="ended"):
        practising.abandon(amara, breathing)


def test_a_late_evening_belongs_to_the_day_before(amara, library, clock):
    clock.travel(to=kaya_clock.now().replace(year=2026, month=3, day=3, hour=1, minute=40))
    late = practising.begin(amara, library["four-seven-eight"], 5)
    assert (late.day, late.hour) == (date(2026, 3, 2), 1)
    clock.travel(hours=2)
    assert practising.begin(amara, library["first-light"], 4).day == date(2026, 3, 3)


def test_a_session_may_be_added_for_two_days(amara, library):
    now = kaya_clock.now()
    assert practising.begin(amara, library["first-light"], 4, at=now - timedelta(hours=47))
    for at in (now - timedelta(hours=49), now + timedelta(hours=1)):
        with pytest.raises(Refusal):
            practising.begin(amara, library["first-light"], 4, at=at)


def test_the_same_id_is_the_same_session(amara, ben, library, breathing):
    again = practising.begin(amara, library["even-breathing"], 6, id=breathing.id)
    assert again.id == breathing.id
    assert db.session.query(PracticeSession).count() == 1
    with pytest.raises(Refusal, match="id-taken"):
        practising.begin(ben, library["even-breathing"], 6, id=breathing.id)


def test_nobody_else_goes_on_with_it(ben, breathing):
    for act in (lambda: practising.progress(ben, breathing, 9), lambda: practising.complete(ben, breathing)):
        with pytest.raises(Refusal, match="not-allowed"):
            act()


@pytest.mark.parametrize("mood", [Mood(0), Mood(6), Mood(3, 9), Mood(3, 3, "x" * 41)])
def test_moods_go_from_one_to_five(amara, library, mood):
    with pytest.raises(Refusal):
        practising.begin(amara, library["first-light"], 4, before=mood)


def test_the_library_is_found_by_need_length_hour_and_words(amara, library):
    def found(**wanted):
        return {practice.slug for practice in db.session.scalars(shelf.matching(amara, Wanted(**wanted)))}

    assert found() == set(library)
    assert "four-in-the-morning" in found(need=Need.SLEEP, time=TimeOfDay.NIGHT, minutes=30)
    assert "four-in-the-morning" not in found(minutes=3)
    assert found(q="ferry") == {"the-night-ferry"}
    assert found(kind=PracticeKind.GRATITUDE) == {
        *("three-small-things", "a-thank-you-unsent", "what-held-up-today", "one-loaf-many-hands"),
    }
    assert not found(q="xylophone")


@pytest.mark.parametrize("kind", list(PracticeKind))
def test_a_kind_and_minutes_are_enough(amara, library, kind):
    practice = shelf.chosen(amara, kind, 5 if kind != PracticeKind.FOCUS else 25)
    assert practice.kind == kind


def test_planting_again_changes_nothing(library, clock):
    before = {slug: practice.version for slug, practice in library.items()}
    with transaction() as session:
        plant_library(session)
    assert {practice.slug: practice.version for practice in db.session.query(Practice)} == before


COMMON = (
    *("panic", "anxiety", "anxious", "insomnia", "headache", "cannot sleep", "stress", "worry", "angry", "grief"),
    *("pain", "tired", "I feel so anxious", "I can’t sleep", "Panic!"),
)


@pytest.mark.parametrize("q", COMMON)
def test_the_commonest_words_find_something(amara, library, q):
    assert list(db.session.scalars(shelf.matching(amara, Wanted(q=q))))


def test_words_find_what_is_made_for_them_and_not_everything(amara, library):
    def found(q):
        return {practice.slug for practice in db.session.scalars(shelf.matching(amara, Wanted(q=q)))}

    assert "until-the-wave-has-passed" in found("panic attack")
    assert "a-chair-for-who-is-missing" in found("grief")
    assert "neck-and-shoulders" in found("headache")
    assert "four-in-the-morning" in found("insomnia")
    assert all(len(found(q)) < len(library) * 2 / 3 for q in COMMON)
    assert found("the") == found("The")


def test_programs_are_found_by_the_same_words(amara, library):
    def found(**wanted):
        rows = shelf.programs_matching(Wanted(**wanted))
        return None if rows is None else [program.slug for program in db.session.scalars(rows)]

    assert "seven-quieter-evenings" in found(q="insomnia")
    assert "seven-quieter-evenings" not in found(q="panic", need=Need.PAIN)
    assert found(q="") is None
    assert found(q="insomnia", own=True) is None
    assert found(q="xylophone") == []
