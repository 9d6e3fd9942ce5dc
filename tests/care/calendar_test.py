"""Appointments as calendars know them: invitations, a file, and the private feed."""

from datetime import timedelta
from uuid import uuid4

import pytest
from icalendar import Calendar
from sqlalchemy import select

from kaya.accounts.models import User
from kaya.care import booking, calendar, feeds
from kaya.care.models import CalendarFeed
from kaya.care.standing import Standing
from kaya.db import db, transaction
from kaya.refusal import Refusal
from tests.care.booking_scene import a_room, offering, service, utc

TEN = utc(10, 10)


def event_of(text):
    [event] = Calendar.from_ical(text).walk("VEVENT")
    return event


@pytest.fixture
def talk(amara, hour):
    return booking.book(amara, hour, TEN, note="It is about my father.")


def invitation(appointment, reader):
    standing = Standing.of(appointment, reader)
    return calendar.invitation(standing, name=reader.name, email=reader.email, language=reader.language)


def feed_of(client, user, **choice):
    response = client.get(f"/calendar/{feeds.open_feed(user, **choice)}.ics")
    assert response.status_code == 200
    return response


def test_an_invitation_says_when_with_whom_and_where_but_not_what_for(talk, amara):
    text = invitation(talk, amara)
    event = event_of(text)
    assert Calendar.from_ical(text)["METHOD"] == "REQUEST"
    assert event["UID"] == f"{talk.id}@kaya"
    assert (event.start, event.end) == (TEN, TEN + timedelta(hours=1))
    assert (event["STATUS"], event["SEQUENCE"]) == ("TENTATIVE", 0)
    assert event["SUMMARY"] == "Appointment with Ngozi Okafor"
    assert event["LOCATION"].startswith("By video")
    assert event["DTSTAMP"].dt.date() == utc(2, 8).date()
    assert str(event["ATTENDEE"]) == "mailto:amara@example.org"
    assert str(event["ORGANIZER"]) == "mailto:kaya@example.org"
    assert "Talking" not in text
    assert "father" not in text
    assert "okafor@example.org" not in text


def test_the_sequence_rises_and_the_uid_stays(talk, amara, okafor):
    sequences, uids = [], set()

    def look():
        event = event_of(invitation(talk, okafor))
        sequences.append(event["SEQUENCE"])
        uids.add(str(event["UID"]))
        return event

    assert look()["STATUS"] == "TENTATIVE"
    booking.confirm(okafor, talk)
    assert look()["STATUS"] == "CONFIRMED"
    booking.reschedule(okafor, talk, utc(11, 10))
    assert look().start == utc(11, 10)
    booking.cancel(okafor, talk, "Ill")
    assert look()["STATUS"] == "CANCELLED"
    assert Calendar.from_ical(invitation(talk, amara))["METHOD"] == "CANCEL"
    booking.restore(okafor, talk)
    look()
    assert sequences == [0, 0, 1, 2, 3]
    assert len(uids) == 1


def test_an_hour_when_clocks_change_stays_the_hour_it_was(amara, hour):
    """On 29 March Lisbon's clocks skip from one to two; ten in the morning UTC is eleven there from then on."""
    made = booking.book(amara, hour, utc(29, 10))
    event = event_of(invitation(made, amara))
    assert event["DTSTART"].to_ical() == b"20260329T100000Z"


def test_in_person_the_place_is_said(amara, ngozi):
    made = booking.book(amara, offering(ngozi, service("Sitting"), mode="in_person", room=a_room()), TEN)
    assert event_of(invitation(made, amara))["LOCATION"] == "Rua das Flores"


def test_names_from_people_cannot_break_the_file(talk, okafor, amara):
    with transaction() as session:
        session.get_one(User, amara.id).name = 'Ama"ra;\nATTENDEE:x, مرحبا 🌱'
    text = invitation(talk, amara)
    event = event_of(text)
    assert str(event["ATTENDEE"]) == "mailto:amara@example.org"
    assert len(Calendar.from_ical(text).walk("VEVENT")) == 1
    assert event_of(invitation(talk, okafor))["SUMMARY"].endswith("مرحبا 🌱\u2069")


def test_the_feed_holds_what_is_mine_on_both_sides(talk, amara, okafor, ben, hour, client):
    booking.book(ben, hour, utc(11, 10))
    mine, hers = feed_of(client, amara), feed_of(client, okafor)
    assert mine.mimetype == "text/calendar"
    assert [e.start for e in Calendar.from_ical(mine.text).walk("VEVENT")] == [TEN]
    assert [e.start for e in Calendar.from_ical(hers.text).walk("VEVENT")] == [TEN, utc(11, 10)]
    assert "Talking" not in mine.text + hers.text


def test_staff_read_only_their_own_in_their_feed(talk, admin, client):
    assert not Calendar.from_ical(feed_of(client, admin).text).walk("VEVENT")


def test_a_busy_only_feed_says_when_and_nothing_else(talk, amara, client):
    text = feed_of(client, amara, is_busy_only=True).text
    event = event_of(text)
    assert (event.start, event.end) == (TEN, TEN + timedelta(hours=1))
    assert {*event} == {"UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "STATUS", "TRANSP", "SUMMARY", "CLASS"}
    for secret in ("Ngozi", "Okafor", "Amara", "Obi", "Talking", "father", "video", "example.org", "/appointments/"):
        assert secret not in text


def test_the_feed_forgets_what_was_cancelled_and_what_is_long_over(talk, amara, hour, client, monday):
    booking.cancel(amara, booking.book(amara, hour, utc(12, 10)))
    path = f"/calendar/{feeds.open_feed(amara)}.ics"
    assert [e.start for e in Calendar.from_ical(client.get(path).text).walk("VEVENT")] == [TEN]
    monday.travel(days=97)
    assert len(Calendar.from_ical(client.get(path).text).walk("VEVENT")) == 1
    monday.travel(days=3)
    assert not Calendar.from_ical(client.get(path).text).walk("VEVENT")


def test_a_feed_is_for_calendars_and_nobody_keeps_or_finds_it(talk, amara, client):
    answer = client.get(f"/calendar/{feeds.open_feed(amara)}.ics")
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert answer.headers["ETag"]
    assert "Content-Disposition" not in answer.headers
    assert "Set-Cookie" not in answer.headers


def test_a_feed_that_has_not_changed_is_not_sent_again(talk, amara, okafor, client, monday):
    path = f"/calendar/{feeds.open_feed(amara)}.ics"
    etag = client.get(path).headers["ETag"]
    monday.travel(minutes=5)
    assert client.get(path, headers={"If-None-Match": etag}).status_code == 304
    booking.confirm(okafor, talk)
    assert client.get(path, headers={"If-None-Match": etag}).status_code == 200


def test_a_revoked_or_invented_address_is_nothing(talk, amara, ben, client):
    token = feeds.open_feed(amara)
    feed = db.session.scalars(feeds.of(amara)).one()
    with pytest.raises(Refusal, match="not-yours"):
        feeds.revoke(ben, feed)
    feeds.revoke(amara, feed)
    for path in (f"/calendar/{token}.ics", "/calendar/nothing.ics", f"/calendar/{'x' * 3000}.ics", "/calendar/%00.ics"):
        assert client.get(path).status_code == 404


def test_the_feed_of_someone_who_was_suspended_is_nothing(talk, amara, client, clock):
    token = feeds.open_feed(amara)
    with transaction() as session:
        session.get_one(User, amara.id).suspended_at = clock.now()
    assert client.get(f"/calendar/{token}.ics").status_code == 404


def test_an_address_is_shown_once_and_kept_as_a_hash(talk, amara, visit):
    browser = visit(amara)
    answer = browser.post("/settings/calendar", data={"busy_only": "y"})
    assert answer.status_code == 201
    token = answer.text.split("/calendar/")[1].split(".ics")[0]
    assert len(token) >= 43
    assert token not in browser.get("/settings/calendar").text
    row = db.session.scalars(select(CalendarFeed)).one()
    assert row.is_busy_only
    assert token.encode() not in row.token_hash
    assert browser.get(f"/calendar/{token}.ics").status_code == 200
    assert browser.post(f"/settings/calendar/{row.id}/revocation").status_code == 303
    assert browser.get(f"/calendar/{token}.ics").status_code == 404


def test_somebody_elses_address_cannot_be_revoked(talk, amara, ben, visit):
    feeds.open_feed(amara)
    row = db.session.scalars(select(CalendarFeed)).one()
    assert visit(ben).post(f"/settings/calendar/{row.id}/revocation").status_code == 404


def test_ten_addresses_are_enough(amara, visit):
    for _ in range(10):
        feeds.open_feed(amara)
    answer = visit(amara).post("/settings/calendar")
    assert answer.status_code == 422
    assert "Revoke one" in answer.text


def test_the_two_can_take_an_appointment_along(talk, amara, okafor, ben, visit, client):
    path = f"/appointments/{talk.id}/calendar.ics"
    for user in (amara, okafor):
        answer = visit(user).get(path)
        assert answer.status_code == 200
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert event_of(answer.text)["UID"] == f"{talk.id}@kaya"
    assert visit(ben).get(path).status_code == 404
    assert visit(amara).get(f"/appointments/{uuid4()}/calendar.ics").status_code == 404
    assert client.get(path).status_code == 303
