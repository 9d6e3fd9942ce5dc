"""What two people write to each other is theirs: staff see that there is something, and not what."""

import pytest

from kaya.care import booking, notes
from kaya.care.models import Appointment
from kaya.refusal import Refusal
from tests.care.booking_scene import offering, service, utc

HIDDEN = ("Bring the diary", "Mine alone", "It is about the nights", "+351 912 345 678")


@pytest.fixture
def called(amara, okafor, ngozi):
    """An appointment by phone, with a word beforehand, a shared note and a private one."""
    by_phone = offering(ngozi, service("Calling"), mode="phone")
    one = booking.book(amara, by_phone, utc(5, 10), note="It is about the nights", phone="+351 912 345 678")
    notes.note(okafor, one, "Bring the diary")
    notes.note(okafor, one, "Mine alone", is_private=True)
    return one


def path_of(appointment: Appointment) -> str:
    return f"/appointments/{appointment.id}"


def test_staff_see_that_there_are_notes_and_not_what_they_say(called, admin, visit):
    page = visit(admin).get(path_of(called)).text
    assert "Only the two who meet read them" in page
    for words in HIDDEN:
        assert words not in page


def test_where_nothing_is_shared_staff_learn_nothing(called, amara, okafor, ngozi, admin, visit):
    other = booking.book(amara, offering(ngozi, service()), utc(6, 10))
    notes.note(okafor, other, "Mine alone", is_private=True)
    assert "There are notes" not in visit(admin).get(path_of(other)).text


def test_the_two_read_what_is_theirs(called, amara, okafor, visit):
    hers = visit(amara).get(path_of(called)).text
    assert "Bring the diary" in hers
    assert "Mine alone" not in hers
    for words in HIDDEN:
        assert words in visit(okafor).get(path_of(called)).text


def test_the_api_keeps_them_from_staff(called, admin, amara, call):
    path = f"/api/v1{path_of(called)}"
    for told in (call(admin).get(path).json, call(admin).get("/api/v1/appointments").json["items"][0]):
        assert (told["notes"], told["phone"], told["has_notes"]) == (None, None, True)
    answer = call(admin).get(f"{path}/notes")
    assert (answer.status_code, answer.json["type"]) == (403, "/problems/not-allowed")
    assert "Bring the diary" not in answer.text
    assert call(amara).get(path).json["phone"] == "+351 912 345 678"


@pytest.mark.parametrize("path", ["{}/calendar.ics", "/api/v1{}/calendar.ics"])
def test_a_calendar_sheet_keeps_the_number_from_staff(called, admin, okafor, visit, call, path):
    ask = call if path.startswith("/api") else visit
    assert "912" not in ask(admin).get(path.format(path_of(called))).text
    assert "912" in ask(okafor).get(path.format(path_of(called))).text


def test_staff_write_none_by_page_and_api_alike(called, admin, visit, call):
    assert visit(admin).post(f"{path_of(called)}/notes", data={"body": "Hello"}).status_code == 403
    assert call(admin).post(f"/api/v1{path_of(called)}/notes", json={"body": "Hello"}).status_code == 403
    with pytest.raises(Refusal, match="not-allowed"):
        notes.readable(admin, called)


def test_staff_who_are_clients_read_their_own(admin, okafor, ngozi, visit):
    own = booking.book(admin, offering(ngozi, service()), utc(6, 10))
    notes.note(okafor, own, "Bring the diary")
    assert "Bring the diary" in visit(admin).get(path_of(own)).text
