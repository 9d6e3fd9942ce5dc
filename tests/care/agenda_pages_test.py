"""Staff see all appointments of the house, look for some, and do what the practice may do."""

import pytest

from kaya.care import booking
from kaya.care.models import Appointment, Status
from kaya.db import db
from tests.care.booking_scene import offering, practice, service, utc

AGENDA = "/staff/appointments"


@pytest.fixture
def agreed(amara, hour):
    return booking.book(amara, hour, utc(5, 10))


def path_of(appointment: Appointment) -> str:
    return f"/appointments/{appointment.id}"


def test_staff_see_them_all_by_day(visit, admin, amara, ben, hour, agreed):
    booking.book(ben, hour, utc(6, 11))
    page = visit(admin).get(AGENDA).text
    assert page.index("Thursday, 5 March") < page.index("Amara Obi with Ngozi Okafor")
    assert page.index("Friday, 6 March") < page.index("Ben Castellanos with Ngozi Okafor")
    assert "Times are by the clock in Lisbon." in page


def test_from_today_on_if_no_day_is_named(visit, admin, amara, hour, agreed, clock):
    clock.travel(days=30)
    assert "Nothing is agreed from today on" in visit(admin).get(AGENDA).text
    assert "Amara Obi" in visit(admin).get(f"{AGENDA}?from=2026-03-05&to=2026-03-05").text
    assert "Amara Obi" in visit(admin).get(f"{AGENDA}?from=&to=2026-03-30").text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("client=amara", True),
        ("client=BEN", False),
        ("practitioner=okaf", True),
        ("practitioner=ngozi-okafor", True),
        ("practitioner=lindqvist", False),
        ("status=pending", True),
        ("status=cancelled", False),
        ("from=2026-03-05&to=2026-03-05", True),
        ("from=2026-03-06", False),
        ("to=2026-03-04", False),
        ("client=%25", False),
    ],
)
def test_they_are_found_by_what_stands_in_the_address(visit, admin, agreed, asked, found):
    page = visit(admin).htmx_get(f"{AGENDA}?{asked}").text
    assert ("Amara Obi with" in page) == found
    assert ("Nothing like that" in page) != found


@pytest.mark.parametrize(
    "asked", ["status=lost", "from=never", "to=0001-01-01", "from=9999-12-31", "client=" + "x" * 101, "client=%00"]
)
def test_what_cannot_be_understood_is_left_out(visit, admin, agreed, asked):
    answer = visit(admin).get(f"{AGENDA}?{asked}")
    assert answer.status_code == 200
    assert "Amara Obi with" in answer.text


def test_a_long_list_goes_on_under_its_filters(visit, admin, amara, hour):
    for day in range(3, 9):
        for at in range(9, 17):
            booking.book(amara, hour, utc(day, at))
    browser = visit(admin)
    first = browser.get(f"{AGENDA}?client=amara")
    assert "48 appointments." in first.text
    assert first.text.count("Amara Obi with") == 40
    way = later(first.text)
    assert browser.get(way).text.count("Amara Obi with") == 8


def later(page: str) -> str:
    end = page.index("Later ones")
    return page[:end].rpartition('href="')[2].partition('"')[0].replace("&amp;", "&")


def test_staff_confirm_and_cancel_with_a_reason(visit, admin, agreed):
    browser = visit(admin)
    assert "Confirm it" in browser.get(path_of(agreed)).text
    browser.post(f"{path_of(agreed)}/confirmation")
    assert agreed.status == Status.CONFIRMED
    refused = browser.post(f"{path_of(agreed)}/cancellation", data={"reason": ""})
    assert refused.status_code == 422
    assert "Please tell the client why" in refused.text
    browser.post(f"{path_of(agreed)}/cancellation", data={"reason": "The house is closed."})
    assert agreed.status == Status.CANCELLED
    assert "The house is closed." in browser.get(path_of(agreed)).text


def test_the_page_says_both_names_and_the_other_clocks(visit, admin, amara, okafor, monday):
    far = offering(practice(okafor, timezone="Africa/Lagos"), service())
    found = booking.book(amara, far, utc(5, 10))
    page = visit(admin).get(path_of(found)).text
    assert "Amara Obi" in page
    assert "Ngozi Okafor" in page
    assert "11:00 in Lagos." in page
    assert "11:00 in Lagos" in visit(admin).get(AGENDA).text


def test_the_agenda_hears_of_each_change_and_no_booking_queues_for_its_version(visit, listen, admin, amara, agreed):
    page = listen(visit(admin))
    assert page.ask("subscribe", topic="agenda")["version"] == 0
    booking.cancel(amara, agreed)
    assert [nudge["version"] for nudge in page.heard("nudge") if nudge["topic"] == "agenda"] == [0]


def test_a_list_of_ones_own_names_the_zone_where_two_are_in_play(visit, amara, ben, okafor, hour, agreed):
    assert "by the clock in" not in visit(amara).htmx_get("/appointments").text
    booking.book(ben, hour, utc(6, 15))
    theirs = visit(ben).htmx_get("/appointments").text
    assert "Times are by the clock in New York" in theirs
    assert "15:00 in UTC" in theirs
    assert "10:00 in New York" in visit(okafor).htmx_get("/appointments").text


# Moving to a time that is not offered


def test_the_practice_moves_to_any_free_time_and_says_why(visit, okafor, agreed):
    browser, path = visit(okafor), f"{path_of(agreed)}/move"
    page = browser.get(f"{path}?on=2026-03-05&at=20:00").text
    assert "You do not offer this time" in page
    late = {"start": "2026-03-05T19:00:00Z"}
    refused = browser.post(path, data=late)
    assert (refused.status_code, "Please tell the client why" in refused.text) == (422, True)
    assert browser.post(path, data=late | {"reason": "Your train."}).status_code == 303
    db.session.refresh(agreed)
    assert agreed.starts_at == utc(5, 19)


def test_not_into_what_is_taken(visit, okafor, ben, hour, agreed):
    booking.book(ben, hour, utc(6, 10))
    page = visit(okafor).get(f"{path_of(agreed)}/move?on=2026-03-06&at=11:00").text
    assert "Something else is in this time" in page


def test_clients_choose_among_what_is_offered(visit, amara, agreed):
    path = f"{path_of(agreed)}/move"
    page = visit(amara).get(f"{path}?on=2026-03-05&at=20:00").text
    assert "offered or not" not in page
    assert visit(amara).post(path, data={"start": "2026-03-05T20:00:00Z", "reason": "Please"}).status_code == 422


@pytest.mark.parametrize("typed", ["on=never&at=20:00", "on=2026-03-05&at=", "on=9999-12-31&at=23:59", "on=&at=x"])
def test_a_time_that_is_none_is_said_so(visit, okafor, agreed, typed):
    answer = visit(okafor).get(f"{path_of(agreed)}/move?{typed}")
    assert answer.status_code in (200, 422)
    assert "Look at this time" in answer.text


def test_staff_move_it_too(visit, admin, agreed):
    path = f"{path_of(agreed)}/move"
    assert "Amara Obi with Ngozi Okafor" in visit(admin).get(path).text
    answer = visit(admin).post(path, data={"start": "2026-03-05T19:00:00Z", "reason": "Both asked."})
    assert answer.status_code == 303
    db.session.refresh(agreed)
    assert agreed.starts_at == utc(5, 19)
