"""What stands on the arc of a day: whatever happened close together, nothing of it is left out."""

from datetime import timedelta

from kaya.mood import checking_in
from kaya.mood.saying import Said
from kaya.today.day import Day
from kaya.today.marks import LINE, Mark, headroom, placed
from tests.care.booking_scene import MONDAY, utc


def names(marks):
    return [mark.words for each in marks for mark in (each.mark, *each.joined)]


def at(minutes, words, is_done=True):
    return Mark(MONDAY + timedelta(minutes=minutes), words, is_done=is_done)


def test_a_mood_before_and_after_what_was_practised_stands_beside_it(clock, amara):
    clock.travel(to=MONDAY)
    shown = placed(Day.of(amara), [at(0, "Tense"), at(10, "Even breathing"), at(21, "Calm")])
    assert [(each.mark.words, [also.words for also in each.joined]) for each in shown] == [
        ("Tense", []),
        ("Even breathing", ["Calm"]),
    ]
    assert headroom(shown) == headroom(placed(Day.of(amara), [at(0, "Tense"), at(10, "Even breathing")])) + LINE


def test_of_a_full_day_each_is_there_and_what_is_to_come_has_its_own_place(clock, amara):
    clock.travel(to=MONDAY)
    said = [at(20 * n, f"word {n}") for n in range(12)]
    shown = placed(Day.of(amara), [*said, at(300, "Dr Okafor", is_done=False)])
    assert sorted(names(shown)) == sorted([*(mark.words for mark in said), "Dr Okafor"])
    assert "Dr Okafor" in [each.mark.words for each in shown]
    assert sum(len(each.lines) + each.more for each in shown) == sum(len(each.joined) for each in shown)


def test_the_page_says_each_with_its_time_and_counts_the_rest(visit, amara, clock):
    clock.travel(to=utc(2, 12))
    for minutes, word in enumerate(["tense", "sad", "calm", "glad", "hopeful", "alert"]):
        checking_in.check_in(amara, Said(word), at=utc(2, 9, 10 * minutes))
    arc = visit(amara).get("/today").text.partition("daylight__arc")[2].partition("</section>")[0]
    assert all(word in arc for word in ("09:00", "Tense", "09:10", "Sad", "09:20</time> Calm", "09:30</time> Glad"))
    assert "and 2 more" in arc
