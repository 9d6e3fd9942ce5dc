"""Appointments, on their pages: booked, looked at, confirmed, moved, cancelled and taken back."""

import re

import pytest
from sqlalchemy import select

from kaya.care import booking, holds, notes
from kaya.care.models import Appointment
from kaya.db import db, transaction
from tests.care.booking_scene import offering, service, utc

ELEVEN = "2026-03-03T11:00:00Z"


@pytest.fixture
def agreed(amara, hour) -> str:
    """The address of Amara's appointment on Tuesday at eleven, which waits for an answer."""
    return f"/appointments/{booking.book(amara, hour, utc(3, 11), note='I sleep badly').id}"


def the_one() -> Appointment:
    return db.session.scalars(select(Appointment)).one()


def form(hour, **more) -> dict[str, str]:
    return {"practitioner": "ngozi-okafor", "offering": str(hour.id), "start": ELEVEN, "page": "times", **more}


def test_what_is_held_is_booked_and_its_page_says_what_comes_next(amara, visit, hour):
    kept = holds.hold(amara, hour, utc(3, 11))
    browser = visit(amara)
    answer = browser.post("/appointments", data=form(hour, hold=str(kept.id), note="Hello\r\n\x07 there 🌙"))
    assert answer.status_code == 303
    page = browser.get(answer.location)
    assert "Not confirmed yet" in page.text
    assert "Ngozi Okafor confirms it next" in page.text
    assert the_one().note == "Hello\n there 🌙"


def test_sending_it_twice_books_once(amara, visit, hour):
    sent = form(hour, hold=str(holds.hold(amara, hour, utc(3, 11)).id))
    first, second = (visit(amara).post("/appointments", data=sent) for _ in range(2))
    assert first.location == second.location
    assert the_one()


def test_a_note_that_is_too_long_comes_back_with_the_form(amara, visit, hour):
    kept = holds.hold(amara, hour, utc(3, 11))
    answer = visit(amara).htmx_post("/appointments", data=form(hour, hold=str(kept.id), note="x" * 2001))
    assert answer.status_code == 422
    assert "x" * 2001 in answer.text
    assert "at most 2000 characters" in answer.text
    assert "Held for you" in answer.text


def test_a_time_that_went_meanwhile_is_refused_and_what_was_typed_goes_along(amara, ben, visit, hour):
    booking.book(ben, hour, utc(3, 11))
    answer = visit(amara).htmx_post("/appointments", data=form(hour, note="My note"))
    assert answer.status_code == 409
    assert "Someone else has just taken this time." in answer.text
    assert 'value="My note"' in answer.text


@pytest.mark.parametrize("start", ["", "x", "2020-01-01T00:00:00Z", "2026-03-03T11:07:00Z"])
def test_nonsense_is_not_booked(amara, visit, hour, start):
    answer = visit(amara).post("/appointments", data=form(hour) | {"start": start, "hold": "no-id"})
    assert answer.status_code == 422
    assert visit(amara).post("/appointments", data={"practitioner": "nobody"}).status_code == 404


def test_it_is_shown_in_both_zones_to_both(amara, okafor, visit, agreed):
    for viewer, name, at in ((amara, "Ngozi Okafor", "11:00"), (okafor, "Amara Obi", "12:00")):
        page = visit(viewer).get(agreed)
        assert page.status_code == 200
        assert name in page.text
        assert "I sleep badly" in page.text
        assert f'agreed__time">{at}<' in page.text
        assert (f"Free to move or cancel until Monday, 2 March, {at}" in page.text) is (viewer is amara)
    assert "11:00 for Amara Obi, in Lisbon. Yours is the clock in Lagos." in page.text


def test_a_clock_that_is_only_the_practices_is_not_called_the_clients(amara, okafor, visit, agreed):
    with transaction():
        db.session.get(type(amara), amara.id).timezone = "Africa/Lagos"
    page = visit(okafor).get(agreed).text
    assert "for Amara Obi, in" not in page
    assert "11:00 in UTC. Yours is the clock in Lagos." in page


def test_to_a_stranger_it_is_not_there(ben, client, visit, agreed):
    for path in (agreed, f"{agreed}/move"):
        assert visit(ben).get(path).status_code == 404
    for act in ("confirmation", "cancellation", "completion", "absence", "restoration", "move", "notes"):
        assert visit(ben).post(f"{agreed}/{act}", data={"reason": "x", "body": "x"}).status_code == 404
        assert client.post(f"{agreed}/{act}").status_code == 303
    assert client.get(agreed).location.startswith("/login")


def test_the_practice_confirms_and_later_says_that_it_took_place(okafor, visit, agreed, monday):
    desk = visit(okafor)
    assert "Confirm it" in desk.get(agreed).text
    assert desk.post(f"{agreed}/confirmation").status_code == 303
    assert "Nobody came" not in desk.get(agreed).text
    monday.travel(to=utc(3, 11, 30))
    assert desk.post(f"{agreed}/completion").status_code == 303
    assert "It took place." in desk.get(agreed).text
    assert desk.post(f"{agreed}/absence").status_code == 409


def test_a_client_has_no_button_of_the_practices(amara, visit, agreed):
    page = visit(amara).get(agreed)
    assert "Confirm it" not in page.text
    assert visit(amara).post(f"{agreed}/confirmation").status_code == 403


def test_it_is_cancelled_with_a_reason_and_taken_back(amara, okafor, visit, agreed):
    browser = visit(amara)
    assert browser.post(f"{agreed}/cancellation", data={"reason": "A fever"}).status_code == 303
    page = browser.get(agreed)
    assert "Cancelled by you." in page.text
    assert "A fever" in visit(okafor).get(agreed).text
    assert browser.post(f"{agreed}/restoration").status_code == 303
    assert "Not confirmed yet" in browser.get(agreed).text


def test_the_practice_has_to_say_why(okafor, visit, agreed):
    answer = visit(okafor).post(f"{agreed}/cancellation", data={"reason": " "})
    assert answer.status_code == 422
    assert "Please tell the client why." in answer.text
    answer = visit(okafor).post(f"{agreed}/cancellation", data={"reason": "x" * 501})
    assert answer.status_code == 422
    assert "x" * 501 in answer.text


def test_the_list_says_each_thing_once(amara, visit, ngozi, hour, monday):
    calls = offering(ngozi, service("Check-in by phone"), mode="phone")
    booking.book(amara, calls, utc(5, 11), phone="+351 912 345 678")
    page = " ".join(visit(amara).get("/appointments").text.split())
    assert "Thursday" in page
    assert "Thursday, 5 March" not in page
    assert ", by phone</p>" not in page


def test_too_late_it_says_so_where_the_buttons_were_and_whom_to_write_to(amara, visit, agreed, monday):
    monday.travel(to=utc(3, 8))
    page = visit(amara).get(agreed)
    assert "too late to move or cancel it here" in page.text
    assert 'href="#notes"' in page.text
    assert 'id="notes"' in page.text
    assert "Move it" not in page.text
    assert visit(amara).get(f"{agreed}/move").status_code == 303


def test_while_moving_the_time_that_it_has_is_marked(amara, okafor, visit, agreed):
    for viewer, at in ((amara, "11:00"), (okafor, "12:00")):
        page = visit(viewer).get(f"{agreed}/move").text
        assert f"<strong>{at}</strong> Tuesday, 3 March" in page
        [own] = re.findall(r'<span class="time time--taken">([^<]+).*?<span class="hush">now</span>', page)
        assert own == at


def test_it_is_not_moved_into_the_past(amara, okafor, visit, agreed):
    for viewer in (amara, okafor):
        page = visit(viewer).get(f"{agreed}/move?wanted=2026-03-02T07:00:00Z").text
        assert "This time is over." in page
        assert "Move it to" not in page


def test_it_is_moved_by_choosing_another_time(amara, visit, agreed):
    browser = visit(amara)
    page = browser.get(f"{agreed}/move?day=2026-03-04")
    assert "Now:" in page.text
    assert "wanted=2026-03-04T09:00:00Z" in page.text.replace("%3A", ":")
    chosen = browser.htmx_get(f"{agreed}/move?day=2026-03-04&wanted=2026-03-04T09:00:00Z")
    assert "Move it to Wednesday, 4 March, 09:00" in chosen.text
    answer = browser.post(f"{agreed}/move", data={"start": "2026-03-04T09:00:00Z", "reason": "School"})
    assert answer.status_code == 303
    page = browser.get(agreed)
    assert "You moved it." in page.text
    assert "From Tuesday, 3 March, 11:00 to Wednesday, 4 March, 09:00" in page.text


def test_moving_to_a_taken_time_says_so(amara, ben, hour, visit, agreed):
    booking.book(ben, hour, utc(4, 9))
    answer = visit(amara).htmx_post(f"{agreed}/move", data={"start": "2026-03-04T09:00:00Z"})
    assert answer.status_code == 409
    assert "Someone else has just taken this time." in answer.text
    assert visit(amara).post(f"{agreed}/move", data={"start": "x"}).status_code == 422


def test_notes_are_for_both_or_for_oneself(amara, okafor, visit, agreed):
    browser = visit(amara)
    assert browser.post(f"{agreed}/notes", data={"body": "See you", "readers": "both"}).status_code == 303
    assert browser.post(f"{agreed}/notes", data={"body": "Only mine", "readers": "self"}).status_code == 303
    assert "Only mine" in browser.get(agreed).text
    seen = visit(okafor).get(agreed).text
    assert "See you" in seen
    assert "Only mine" not in seen


@pytest.mark.parametrize(("body", "words"), [("", "Please write something first."), ("x" * 4001, "at most 4000")])
def test_a_note_that_cannot_be_kept_comes_back(amara, visit, agreed, body, words):
    answer = visit(amara).post(f"{agreed}/notes", data={"body": body})
    assert answer.status_code == 422
    assert words in answer.text
    assert body in answer.text


def test_an_unclear_reader_keeps_the_note_private(amara, okafor, visit, agreed):
    visit(amara).post(f"{agreed}/notes", data={"body": "Whose?", "readers": "everyone"})
    assert "Whose?" not in visit(okafor).get(agreed).text


def test_the_list_has_what_is_coming_and_what_was(amara, okafor, visit, agreed):
    browser = visit(amara)
    assert agreed in browser.get("/appointments").text
    assert agreed not in browser.get("/appointments?show=past").text
    browser.post(f"{agreed}/cancellation")
    assert "Nothing is agreed yet" in browser.get("/appointments").text
    assert agreed in browser.get("/appointments?show=past").text
    assert "Amara Obi" in visit(okafor).get("/appointments?show=past").text


def test_a_long_list_goes_on(amara, visit, hour):
    for day in range(3, 25):
        booking.book(amara, hour, utc(day, 11))
    browser = visit(amara)
    first = browser.get("/appointments")
    assert first.text.count('id="appointment-') == 20
    later = re.search(r'href="([^"]+)" rel="next"', first.text).group(1).replace("&amp;", "&")
    assert browser.get(later).text.count('id="appointment-') == 2
    assert browser.get("/appointments?cursor=garbage").status_code == 200


def test_the_other_side_sees_it_at_once(amara, okafor, visit, listen, agreed):
    browser = visit(amara)
    version = int(re.search(r'topic="appointments"[^>]*version="(\d+)"', browser.get(agreed).text).group(1))
    page = listen(browser)
    assert page.ask("subscribe", topic="appointments")["version"] == version
    visit(okafor).post(f"{agreed}/confirmation")
    nudge = page.heard("nudge")[0]
    assert nudge["version"] > version
    assert "Confirmed" in browser.htmx_get(agreed).text


def test_a_note_for_oneself_is_not_the_others_news(amara, okafor, visit, agreed):
    noted = notes.note(amara, the_one(), "Mine", is_private=True)
    assert noted.body not in visit(okafor).htmx_get(agreed).text


def test_by_phone_a_number_is_asked_for_and_shown_to_both(amara, okafor, visit, ngozi):
    call = offering(ngozi, service("Calling"), mode="phone")
    kept, browser = holds.hold(amara, call, utc(3, 11)), visit(amara)
    sent = form(call, hold=str(kept.id))
    for phone, words in (("", "at which number"), ("call me", "That is no phone number"), ("1" * 41, "at most 40")):
        answer = browser.htmx_post("/appointments", data=sent | {"phone": phone})
        assert answer.status_code == 422
        assert words in answer.text
        assert "Held for you" in answer.text
    booked = browser.post("/appointments", data=sent | {"phone": "+351 912 345 678"})
    assert booked.status_code == 303
    for viewer, words in ((amara, "Ngozi Okafor</bdi> calls you at"), (okafor, "You call <bdi>Amara Obi")):
        page = visit(viewer).get(booked.location).text
        assert words in page
        assert 'href="tel:+351912345678"' in page
    holds.hold(amara, call, utc(4, 11))
    assert 'value="+351 912 345 678"' in browser.get("/practitioners/ngozi-okafor/times").text


def test_by_video_both_read_where_the_link_comes_from(amara, okafor, visit, agreed):
    assert "sends you the link for the video call before the hour" in visit(amara).get(agreed).text
    assert "send the link for the video call as a note" in visit(okafor).get(agreed).text


def test_the_history_says_when_it_was_confirmed_at_once_and_whom_one_knows(amara, okafor, visit, agreed):
    practitioner = the_one().practitioner
    with transaction():
        practitioner.display_name, practitioner.auto_confirms = "Dr. Okafor", True
    browser = visit(amara)
    assert "confirmed at once" not in browser.get(agreed).text
    booking.confirm(okafor, the_one())
    asked = browser.get(agreed).text
    assert "Dr. Okafor confirmed it." in asked
    assert "confirmed at once" not in asked
    hour = practitioner.offerings[0]
    at_once = booking.book(amara, hour, utc(4, 11))
    assert "It was confirmed at once." in browser.get(f"/appointments/{at_once.id}").text
