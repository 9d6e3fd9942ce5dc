"""What stands on the arc of a day: whatever happened close together, nothing of it is left out."""

import re
from datetime import timedelta

from kaya.mood import checking_in
from kaya.mood.saying import Said
from kaya.today.day import Day
from kaya.today.marks import CHECK_IN, LINE, Mark, headroom, placed, together
from tests.care.booking_scene import MONDAY, utc


def names(marks):
    """Of each that stands there."""
    shown = [mark for each in marks for mark in (each.mark, *each.joined)]
    return [one.words for mark in shown for one in mark.among or (mark,)]


def at(minutes, words, is_done=True, kind=""):
    return Mark(MONDAY + timedelta(minutes=minutes), words, is_done=is_done, kind=kind)


def said(*minutes):
    return [at(minute, f"at {minute}", kind=CHECK_IN) for minute in minutes]


def told(marks):
    return [(mark.at - MONDAY, [one.words for one in mark.among], str(mark.words)) for mark in marks]


def minutes(number):
    return timedelta(minutes=number)


def test_one_alone_is_itself(app):
    [alone] = said(5)
    assert together([alone]) == [alone]
    assert together([]) == []


def test_what_was_said_within_half_an_hour_is_one_point_in_its_middle(app):
    assert told(together(said(30, 0, 12))) == [(minutes(15), ["at 0", "at 12", "at 30"], "3 check-ins")]
    assert [words for _, _, words in told(together(said(0, 31)))] == ["at 0", "at 31"]


def test_half_an_hour_is_counted_from_the_first_so_that_a_day_is_never_one_point(app):
    found = together(said(*range(0, 120, 20)))
    assert [len(mark.among) for mark in found] == [2, 2, 2]


def test_what_is_of_several_kinds_is_so_many_moments_and_what_is_to_come_stands_by_itself(app):
    found = together([at(25, "Dr Okafor", is_done=False), *said(0, 20), at(10, "Even breathing")])
    assert told(found) == [
        (minutes(10), ["at 0", "Even breathing", "at 20"], "3 moments"),
        (minutes(25), [], "Dr Okafor"),
    ]


def test_midnight_parts_nothing_of_a_day_that_lasts_beyond_it(clock, amara):
    clock.travel(to=utc(3, 0, 30))  # her day begins at three
    late = [Mark(moment, "x", is_done=True, kind=CHECK_IN) for moment in (utc(2, 23, 50), utc(3, 0, 10))]
    [one] = placed(Day.of(amara), [*late, Mark(utc(3, 3), "tomorrow's", is_done=True)])
    assert one.mark.at == utc(3, 0)
    assert len(one.mark.among) == 2


def test_a_mood_before_and_after_a_long_practice_stands_beside_it(clock, amara):
    clock.travel(to=MONDAY)
    shown = placed(Day.of(amara), [at(0, "Tense"), at(40, "Even breathing"), at(80, "Calm")])
    assert [(each.mark.words, [also.words for also in each.joined]) for each in shown] == [
        ("Tense", []),
        ("Even breathing", ["Calm"]),
    ]
    assert headroom(shown) == headroom(placed(Day.of(amara), [at(0, "Tense"), at(40, "Even breathing")])) + LINE


def test_of_a_full_day_each_is_there_and_what_is_to_come_has_its_own_place(clock, amara):
    clock.travel(to=MONDAY)
    words = [at(20 * n, f"word {n}") for n in range(12)]
    shown = placed(Day.of(amara), [*words, at(300, "Dr Okafor", is_done=False)])
    assert sorted(names(shown)) == sorted([*(mark.words for mark in words), "Dr Okafor"])
    assert "Dr Okafor" in [each.mark.words for each in shown]
    in_lines = [len(line.among) for each in shown for line in each.lines]
    assert sum(in_lines) + sum(each.more for each in shown) == sum(
        len(mark.among) for each in shown for mark in each.joined
    )


def test_the_page_says_how_many_there_are_around_when_and_opens_each(visit, amara, clock):
    clock.travel(to=utc(2, 12))
    for minute, word in enumerate(["tense", "sad", "calm", "glad", "hopeful", "alert"]):
        checking_in.check_in(amara, Said(word), at=utc(2, 9, 10 * minute))
    arc = visit(amara).get("/today").text.partition("daylight__arc")[2].partition("</section>")[0]
    assert 'aria-label="09:00–09:30, 4 check-ins: Tense, Sad, Calm, Glad"' in arc
    assert 'aria-label="09:40–09:50, 2 check-ins: Hopeful, Alert"' in arc
    assert ">09:00–09:30</time>" in arc
    assert "09:15" not in arc
    assert all(f"{when}</time> {word}</a>" in arc for when, word in [("09:00", "Tense"), ("09:30", "Glad")])
    [opener, _] = re.findall(r'popovertarget="([^"]+)"', arc)
    assert f'id="{opener}" popover' in arc
