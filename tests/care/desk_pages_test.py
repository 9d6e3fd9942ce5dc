"""The desk: a day's ledger, who waits, who has been here, and why a time is not offered."""

import pytest

from kaya.care import booking, holds, ledger, schedule
from kaya.care.models import Availability, Practitioner
from kaya.db import db, transaction
from tests.care.booking_scene import a_room, offering, practice, service, utc


def test_the_day_shows_who_comes_what_is_held_and_what_is_open(amara, ben, okafor, visit, hour):
    booking.book(amara, hour, utc(3, 11))
    holds.hold(ben, hour, utc(3, 14))
    page = visit(okafor).get("/desk?day=2026-03-03")
    assert page.status_code == 200
    assert "Tuesday, 3 March" in page.text
    assert "Amara Obi" in page.text
    assert "Held until" in page.text
    assert "Ben" not in page.text
    assert "Hours until 11:00" in page.text
    assert "can be booked." in page.text


def test_lines_stand_at_their_minutes(amara, ngozi, hour):
    booking.book(amara, hour, utc(3, 11))
    day = ledger.ledger_of(ngozi, schedule.schedule_of(ngozi), utc(3, 0).date())
    assert day.length == 480
    assert [(day.minute(line.start), line.minutes) for line in day.lines] == [(0, 120), (120, 60), (180, 300)]


def test_a_day_of_twenty_five_hours_is_drawn_so(okafor, monday):
    awake = practice(okafor, timezone="Europe/Lisbon", weekly=[{"weekday": 6, "start": "00:00", "end": "24:00"}])
    day = ledger.ledger_of(awake, schedule.schedule_of(awake), utc(29, 0).date().replace(month=10, day=25))
    assert day.length == 25 * 60


@pytest.mark.parametrize("day", ["", "x", "0001-01-01", "9999-12-31"])
def test_any_day_in_the_address_shows_a_day(okafor, visit, hour, day):
    assert visit(okafor).get(f"/desk?day={day}").status_code == 200


def test_requests_are_answered_there(amara, okafor, visit, hour):
    appointment = booking.book(amara, hour, utc(3, 11), note="For the nights")
    desk = visit(okafor)
    assert "For the nights" in desk.get("/desk").text
    confirm = f"/appointments/{appointment.id}/confirmation"
    answer = desk.post(confirm, data={"back": "desk", "day": "2026-03-03"})
    assert answer.location == "/desk?day=2026-03-03"
    assert "Nobody waits." in desk.get("/desk").text


def test_a_day_without_work_says_so_and_hours_that_are_missing(okafor, visit, monday):
    practitioner = practice(okafor, weekly=[])
    assert "You have no hours yet" in visit(okafor).get("/desk").text
    with transaction() as session:
        session.get(Availability, practitioner.id).weekly = [{"weekday": 4, "start": "09:00", "end": "10:00"}]
    assert "A day without work" in visit(okafor).get("/desk").text


def test_it_is_live_by_two_topics(okafor, ngozi, visit, hour):
    fragment = visit(okafor).htmx_get("/desk?day=2026-03-03").text
    assert f'topic="appointments" key="{okafor.id}"' in fragment
    assert f'topic="availability" key="{ngozi.id}"' in fragment
    assert "<html" not in fragment


def test_members_have_no_desk(amara, client, visit, hour):
    for path in ("/desk", "/desk/why", "/desk/clients", "/desk/availability"):
        assert visit(amara).get(path).status_code == 403
        assert client.get(path).status_code == 303


@pytest.mark.parametrize(
    "path",
    ["", "/why", "/clients", "/availability", "/services", "/services/new", "/services/catalogue/new", "/profile"],
)
def test_who_has_the_role_and_no_profile_is_led_to_tell_who_they_are(okafor, visit, path):
    desk = visit(okafor)
    answer = desk.get(f"/desk{path}")
    assert (answer.status_code, answer.location) == (303, "/practise")
    assert "Tell people who you are first" in desk.get("/practise").text


def test_a_fragment_of_a_desk_that_is_not_open_yet_leads_there_too(okafor, visit):
    assert visit(okafor).htmx_get("/desk").headers["HX-Redirect"] == "/practise"


def test_why_a_time_is_not_offered_is_said_in_full(amara, ben, okafor, visit, hour):
    booking.book(amara, hour, utc(3, 11))
    holds.hold(ben, hour, utc(3, 14))
    told = {
        "11:00": "There is an appointment at that time: Amara Obi, 11:00–12:00.",
        "14:00": "Somebody is deciding about it and holds it until",
        "03:00": "It does not lie whole within your working hours: on Tuesday, 3 March these are 09:00–17:00",
        "09:10": "Times begin every 30 minutes",
        "09:00": "It is offered: people can book it now.",
    }
    for at, words in told.items():
        answer = visit(okafor).get(f"/desk/why?offering={hour.id}&on=2026-03-03&at={at}")
        assert words in answer.text, at


def test_why_not_knows_the_rules(amara, okafor, ngozi, visit, hour):
    with transaction() as session:
        rules = session.get(Availability, ngozi.id)
        rules.minimum_notice_minutes, rules.window_days, rules.buffer_after_minutes = 1500, 30, 15
    booking.book(amara, hour, utc(4, 11))
    asked = {
        "2026-03-03&at=09:00": "25 hours",
        "2026-05-03&at=09:00": "30 days",
        "2026-03-04&at=12:00": "15 minutes after",
    }
    for when, words in asked.items():
        assert words in visit(okafor).get(f"/desk/why?offering={hour.id}&on={when}").text


def test_all_that_is_against_a_time_is_said_in_order(amara, okafor, ngozi, visit, hour):
    booking.book(amara, hour, utc(3, 11))
    with transaction() as session:
        rules = session.get(Availability, ngozi.id)
        rules.minimum_notice_minutes, rules.daily_limit, rules.buffer_before_minutes = 2880, 1, 90
        rules.exceptions = [
            {"date": "2026-03-03", "start": "10:00", "end": "12:30"},
            {"date": "2026-03-05", "closed": True},
        ]
        session.get(Practitioner, ngozi.id).is_accepting = False
    asked = visit(okafor).get(f"/desk/why?offering={hour.id}&on=2026-03-03&at=12:10").text
    told = [
        "6 things stand in its way:",
        "You take no bookings at the moment.",
        "On Tuesday, 3 March you have other hours than usual, 10:00–12:30, and all of it (1 hour) must fit.",
        "Times begin every 30 minutes, counted from when you open: on Tuesday, 3 March, 10:00–12:30.",
        "It is too soon: you wish to know 2 days ahead.",
        "The day is full: you see at most one person in a day.",
        "It is too close to an appointment, Amara Obi, 11:00–12:00: you keep 1 hour 30 minutes free before",
    ]
    places = [asked.index(words) for words in told]
    assert places == sorted(places)
    off = visit(okafor).get(f"/desk/why?offering={hour.id}&on=2026-03-05&at=12:00").text
    assert "You have taken Thursday, 5 March off." in off


def test_a_room_that_a_colleague_needs_is_said_without_names(amara, ben, okafor, ngozi, visit):
    room = a_room()
    here = offering(ngozi, service("Touch"), mode="in_person", room=room)
    there = offering(practice(ben), service("Needles"), mode="in_person", room=room)
    booking.book(amara, there, utc(3, 11))
    asked = visit(okafor).get(f"/desk/why?offering={here.id}&on=2026-03-03&at=11:30").text
    assert "A colleague needs the room: it is in use 11:00–12:00." in asked
    assert "Amara" not in asked
    booking.book(amara, here, utc(3, 14))
    asked = visit(okafor).get(f"/desk/why?offering={here.id}&on=2026-03-03&at=14:00").text
    assert "There is an appointment at that time: Amara Obi, 14:00–15:00." in asked
    assert "A colleague" not in asked


def test_clocks_that_go_forward_are_named(okafor, visit, hour, ngozi):
    with transaction() as session:
        session.get(Practitioner, ngozi.id).timezone = "Europe/Lisbon"
        session.get(Availability, ngozi.id).weekly = [{"weekday": 6, "start": "00:00", "end": "10:00"}]
    answer = visit(okafor).get(f"/desk/why?offering={hour.id}&on=2026-03-29&at=01:30")
    assert "01:30 does not exist on Sunday, 29 March" in answer.text


@pytest.mark.parametrize("asked", ["offering=x&on=2026-03-03&at=09:00", "on=never&at=09:00", "on=2026-03-03&at=noon",
                                   "on=9999-12-31&at=23:59", "on=0001-01-01&at=00:00", "at="])  # fmt: skip
def test_a_question_that_makes_no_sense_is_answered_beside_its_field(okafor, visit, hour, asked):
    answer = visit(okafor).get(f"/desk/why?{asked}&offering={hour.id}")
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text


def test_people_are_those_who_came_or_will(amara, ben, okafor, visit, hour, monday):
    assert "Nobody has been here yet" in visit(okafor).get("/desk/clients").text
    booking.book(amara, hour, utc(3, 11))
    booking.cancel(ben, booking.book(ben, hour, utc(4, 11)))
    page = visit(okafor).get("/desk/clients")
    assert "Amara Obi" in page.text
    assert "Ben" not in page.text
    assert "Amara Obi" in visit(okafor).htmx_get("/desk/clients?q=OBI").text
    assert "Nobody of that name" in visit(okafor).htmx_get("/desk/clients?q=%25").text
    assert db.session.query(Practitioner).count() == 1


def test_somebody_who_did_not_come_is_not_said_to_have_been_there(amara, okafor, visit, hour, monday):
    missed = booking.book(amara, hour, utc(3, 11))
    booking.confirm(okafor, missed)
    monday.travel(to=utc(3, 12, 30))
    booking.miss(okafor, missed)
    page = visit(okafor).get("/desk/clients").text
    assert "Did not come on 3 Mar 2026" in page
    assert "last on" not in page
