"""What practising adds up to; and nothing is said of mood on too few sessions."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from kaya.practice import practising
from kaya.practice.models import SessionState, is_enough
from kaya.practice.practising import Mood
from kaya.practice.rhythm import rhythm_of
from kaya.practice.statistics import FEWEST, change_over, statistics_of, student
from tests.practice.practised import practised


class Held:
    """As a row of the question is: two moods, or one, or none."""

    def __init__(self, before, after):
        self.mood_before, self.mood_after = before, after


MOOD = st.one_of(st.none(), st.integers(1, 5))


@given(st.lists(st.builds(Held, MOOD, MOOD), max_size=30))
def test_nothing_is_said_below_five_and_the_mean_lies_within_what_is_said(rows):
    change = change_over(rows)
    pairs = [row for row in rows if row.mood_before and row.mood_after]
    assert (change is None) == (len(pairs) < FEWEST)
    if change:
        assert change.low <= change.mean <= change.high
        assert change.better + change.same + change.worse == change.n == len(pairs)


def test_the_quantiles_are_on_the_careful_side():
    assert student(4) == 2.776
    assert student(11) == student(10) == 2.228
    assert student(35) == 2.042
    assert student(500) == 1.980


def test_changes_all_alike_are_not_certain_for_that():
    alike = change_over([Held(2, 3)] * 5)
    assert alike.is_clear
    assert alike.low < alike.mean < alike.high
    assert not change_over([Held(3, 3)] * 40).is_clear
    assert change_over([Held(1, 5)] * 5).high == 4


def test_minutes_days_kinds_and_hours_add_up(amara, ben, library, clock):
    for _ in range(3):
        practised(amara, library["even-breathing"], 6, before=Mood(2), after=Mood(3))
        clock.travel(days=1)
    left = practising.begin(amara, library["first-light"], 4)
    clock.travel(seconds=150)
    practising.progress(amara, left, 150)
    practising.abandon(amara, left)
    practising.begin(amara, library["first-light"], 4)
    practised(ben, library["just-sitting"], 20)
    told = statistics_of(amara)
    assert (told.minutes, told.sessions, told.completed) == (20, 4, 3)
    assert told.kinds == {"breathing": 20}
    assert sorted(told.days.values()) == [2, 6, 6, 6]
    assert sum(told.times.values()) == 4
    assert told.change is None
    assert left.state == SessionState.ABANDONED
    last = max(told.days)
    assert statistics_of(amara, since=last).minutes == 2
    assert statistics_of(amara, until=last - timedelta(days=1)).minutes == 18


def test_what_was_skipped_counts_nowhere_and_ten_seconds_make_no_day(visit, call, amara, library, clock):
    """Minutes are those that ran; a day, a session and a change of mood need a minute of one, or half."""
    held = practising.begin(amara, library["just-sitting"], 20, before=Mood(2))
    clock.travel(seconds=10)
    practising.complete(amara, held, after=Mood(4), played=10)
    told = statistics_of(amara)
    assert (told.minutes, told.sessions, told.completed, told.days, told.kinds) == (0, 0, 0, {}, {})
    assert rhythm_of(amara).lately == 0
    assert "The last 28 days were without practice." in visit(amara).get("/today").text
    assert "10 seconds" in visit(amara).get(f"/practice/sessions/{held.id}").text

    held = practising.begin(amara, library["just-sitting"], 20)
    clock.travel(minutes=5)
    practising.progress(amara, held, 1190, played=290)
    practising.complete(amara, held, played=300)
    told = statistics_of(amara)
    assert (told.minutes, told.sessions, told.kinds) == (5, 1, {"meditation": 5})
    assert "5 minutes in all" in visit(amara).get("/today").text
    assert "5 minutes in all" in visit(amara).get("/practice/statistics").text
    assert call(amara).get("/api/v1/users/me/stats").json["practice_minutes"] == 5
    dashboard = call(amara).get("/api/v1/analytics/dashboard").json["practice"]
    assert (dashboard["minutes"], dashboard["sessions"]) == (5, 1)


@given(st.integers(1, 60), st.integers(0, 3600))
def test_a_minute_is_enough_or_half_of_a_session_that_is_shorter(minutes, played):
    assert is_enough(played, minutes) == (played >= 60 or played >= minutes * 60 / 2)
