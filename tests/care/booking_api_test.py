"""Hours, holds and appointments as a phone sees them."""

import json
from datetime import datetime, timedelta
from urllib.parse import quote
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from kaya.accounts.models import Role
from kaya.care import booking, holds
from kaya.care.models import Appointment, Hold
from kaya.db import db, transaction, uuid7
from tests.care.booking_scene import offering, practice, service, utc
from tests.cast import person

ELEVEN = "2026-03-04T11:00:00Z"
NOON = "2026-03-04T12:00:00Z"
LATER = "2026-03-04T14:00:00Z"

API = "/api/v1"

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def wish(hour) -> dict:
    return {"practitioner_id": str(hour.practitioner_id), "service_id": str(hour.service_id), "start": ELEVEN}


@pytest.fixture
def booked(amara, hour) -> str:
    return f"{API}/appointments/{booking.book(amara, hour, utc(4, 11)).id}"


def starts(answer) -> list[str]:
    return [slot["start"] for slot in answer.json["items"]]


class TestAvailability:
    def test_anyone_reads_hours_by_id_or_slug(self, call, ngozi):
        for name in (ngozi.id, ngozi.slug):
            answer = call().get(f"{API}/availability/{name}")
            assert answer.status_code == 200
            assert answer.json["timezone"] == "UTC"
            assert answer.json["weekly"][0] == {"weekday": 0, "start": "09:00", "end": "17:00"}
            assert answer.json["slot_step_minutes"] == 30

    @pytest.mark.parametrize("name", ["0191b8a0-0000-7000-8000-000000000000", "nobody", "%00", "x" * 119, "‮שלום"])
    def test_nobodys_hours_are_a_404(self, call, name):
        assert call().get(f"{API}/availability/{name}").status_code == 404

    def test_who_is_not_verified_is_seen_by_themself_and_staff(self, call, amara, okafor, admin, ngozi):
        with transaction() as session:
            session.delete(ngozi.verification)
        path = f"{API}/availability/{ngozi.slug}"
        assert [call(each).get(path).status_code for each in (None, amara, okafor, admin)] == [404, 404, 200, 200]

    def test_hours_are_replaced_as_a_whole(self, call, okafor, ngozi):
        body = {
            "timezone": "Africa/Lagos",
            "weekly": [
                {"weekday": 2, "start": "22:00", "end": "24:00"},
                {"weekday": 2, "start": "08:00", "end": "12:00"},
            ],
            "exceptions": [
                {"date": "2026-04-06", "closed": True},
                {"date": "2026-04-08", "start": "10:00", "end": "11:00"},
            ],
            "daily_limit": 4,
        }
        answer = call(okafor).put(f"{API}/availability/{ngozi.id}", json=body)
        assert answer.status_code == 200
        assert {name: answer.json[name] for name in body} == body
        assert answer.json["minimum_notice_minutes"] == 120
        assert call().get(f"{API}/availability/{ngozi.id}").json == answer.json

    def test_only_theirs_and_staff(self, call, amara, admin, ngozi):
        body = {"weekly": []}
        assert call().put(f"{API}/availability/{ngozi.id}", json=body).status_code == 401
        assert call(amara).put(f"{API}/availability/{ngozi.id}", json=body).status_code == 403
        assert call(admin).put(f"{API}/availability/{ngozi.id}", json=body).status_code == 200

    @pytest.mark.parametrize(
        ("body", "field"),
        [
            ({"timezone": "Mars/Olympus"}, "timezone"),
            ({"weekly": [{"weekday": 7, "start": "09:00", "end": "17:00"}]}, "weekly.0.weekday"),
            ({"weekly": [{"weekday": 1, "start": "09:00", "end": "08:00"}]}, "weekly"),
            ({"weekly": [{"weekday": 1, "start": "09:01", "end": "17:00"}]}, "weekly.0.start"),
            ({"weekly": [{"weekday": 1, "start": "09:00"}]}, "weekly.0.end"),
            ({"weekly": "always"}, "weekly"),
            ({"exceptions": [{"date": "2026-02-30", "closed": True}]}, "exceptions"),
            ({"exceptions": [{"date": "2026-04-08"}]}, "exceptions"),
            ({"slot_step_minutes": 7}, "slot_step_minutes"),
            ({"slot_step_minutes": "thirty"}, "slot_step_minutes"),
            ({"window_days": 100000}, "window_days"),
            ({"daily_limit": 0}, "daily_limit"),
            ({"lunch": True}, "lunch"),
        ],
    )
    def test_what_is_wrong_is_named(self, call, okafor, ngozi, body, field):
        answer = call(okafor).put(f"{API}/availability/{ngozi.id}", json=body)
        assert answer.status_code == 422
        assert field in answer.json["errors"]


class TestSlots:
    def test_of_one_day(self, call, hour, ngozi):
        answer = call().get(f"{API}/availability/{ngozi.slug}/slots?date=2026-03-04&service_id={hour.service_id}")
        assert answer.status_code == 200
        assert answer.json["items"][0] == {
            "start": "2026-03-04T09:00:00Z",
            "end": "2026-03-04T10:00:00Z",
            "practitioner_id": str(ngozi.id),
            "service_id": str(hour.service_id),
        }
        assert len(answer.json["items"]) == 15

    def test_of_the_readers_days(self, call, hour, ngozi):
        path = f"{API}/availability/{ngozi.id}/slots?date=2026-03-04&timezone=Pacific/Auckland"
        assert starts(call().get(path))[0] == "2026-03-03T11:00:00Z"
        assert starts(call().get(path))[-1] == "2026-03-04T10:30:00Z"

    def test_from_a_day_to_another(self, call, hour, ngozi):
        answer = call().get(f"{API}/availability/{ngozi.id}/slots?from=2026-03-03&to=2026-05-03")
        assert len(answer.json["items"]) > 800
        assert len(call().get(f"{API}/availability/{ngozi.id}/slots").json["items"]) == 7 * 15

    @pytest.mark.parametrize(
        ("query", "field"),
        [
            ("from=2026-03-03&to=2026-05-04", "to"),
            ("from=2026-03-03&to=2026-03-02", "to"),
            ("date=tomorrow", "date"),
            ("date=9999-12-31", "date"),
            ("date=0001-01-01", "date"),
            ("timezone=Nowhere", "timezone"),
            ("service_id=juggling", "service_id"),
            ("service_id=0191b8a0-0000-7000-8000-000000000000", "service_id"),
            ("service_id=%00", "service_id"),
            ("mode=phone", "mode"),
            ("mode=telepathy", "mode"),
        ],
    )
    def test_what_is_wrong_is_named(self, call, hour, ngozi, query, field):
        answer = call().get(f"{API}/availability/{ngozi.id}/slots?{query}")
        assert answer.status_code == 422
        assert field in answer.json["errors"]

    def test_the_past_and_the_far_future_are_empty(self, call, hour, ngozi):
        for day in ("2020-01-01", "2199-12-31"):
            assert starts(call().get(f"{API}/availability/{ngozi.id}/slots?date={day}")) == []


class TestReserving:
    def test_a_time_is_kept_and_booked(self, call, amara, wish):
        phone = call(amara)
        kept = phone.post(f"{API}/availability/reserve", json=wish)
        assert kept.status_code == 201
        left = datetime.fromisoformat(kept.json["expires_at"]) - utc(2, 8)
        assert timedelta(minutes=5) <= left < timedelta(minutes=6)  # the clock goes on
        assert (kept.json["start"], kept.json["end"]) == (ELEVEN, NOON)
        answer = phone.post(f"{API}/appointments", json=wish | {"reservation_id": kept.json["id"]})
        assert answer.status_code == 201
        assert answer.json["status"] == "pending"

    def test_a_kept_time_is_a_409_with_others(self, call, amara, ben, wish):
        call(ben).post(f"{API}/availability/reserve", json=wish)
        answer = call(amara).post(f"{API}/availability/reserve", json=wish)
        assert answer.status_code == 409
        assert answer.mimetype == "application/problem+json"
        assert answer.json["type"] == "/problems/slot-taken"
        assert len(answer.json["alternatives"]) == 3
        assert answer.json["alternatives"][0]["start"] == "2026-03-04T10:00:00Z"

    def test_it_is_given_back_by_its_holder(self, call, amara, ben, wish):
        kept = call(amara).post(f"{API}/availability/reserve", json=wish).json["id"]
        path = f"{API}/availability/reserve/{kept}"
        assert call(ben).delete(path).status_code == 404
        assert call(amara).delete(path).status_code == 204
        assert call(amara).delete(path).status_code == 404
        assert db.session.scalar(select(func.count()).select_from(Hold)) == 0

    @pytest.mark.parametrize(
        ("change", "field", "status"),
        [
            ({"practitioner_id": str(uuid4())}, "practitioner_id", 422),
            ({"practitioner_id": 7}, "practitioner_id", 422),
            ({"practitioner_id": "a\u0000b"}, "practitioner_id", 422),
            ({"service_id": "nothing"}, "service_id", 422),
            ({"start": "2026-03-04T11:00:00"}, "start", 422),
            ({"start": "soon"}, "start", 422),
            ({"start": None}, "start", 422),
            ({"start": "2026-03-01T11:00:00Z"}, "start", 422),
            ({"start": "2026-03-04T11:07:00Z"}, "start", 422),
            ({"start": "0001-01-01T00:00:00+14:00"}, "start", 422),
            ({"start": "9999-12-31T23:59:59-12:00"}, "start", 422),
            ({"start": "2150-03-04T11:00:00Z"}, "start", 422),
            ({"mode": "phone"}, "mode", 422),
            ({"colour": "green"}, "colour", 422),
        ],
    )
    def test_what_is_wrong_is_named(self, call, amara, wish, change, field, status):
        answer = call(amara).post(f"{API}/availability/reserve", json=wish | change)
        assert answer.status_code == status
        assert field in answer.json["errors"]

    def test_nobody_reserves_unknown(self, call, wish):
        assert call().post(f"{API}/availability/reserve", json=wish).status_code == 401


class TestAppointments:
    def test_an_appointment_in_full(self, call, amara, wish, ngozi):
        answer = call(amara).post(f"{API}/appointments", json=wish | {"notes": "Ça va? 🌿 שלום"})
        assert answer.status_code == 201
        found = answer.json
        assert found["practitioner"] == {"id": str(ngozi.id), "slug": ngozi.slug, "name": "Ngozi Okafor"}
        assert found["client"] == {"id": str(amara.id), "name": "Amara Obi"}
        assert found["notes"] == "Ça va? 🌿 שלום"
        assert (found["start"], found["local_start"]) == (ELEVEN, "2026-03-04T11:00:00+00:00")
        assert found["timezone"] == "Europe/Lisbon"
        assert found["price"] == {"amount": 5000, "currency": "EUR"}
        assert found["cancellation_deadline"] == "2026-03-03T11:00:00Z"
        assert found["can"] == {
            "confirm": False,
            "cancel": True,
            "reschedule": True,
            "complete": False,
            "no_show": False,
            "restore": False,
            "change": True,
        }
        assert call(amara).get(f"{API}/appointments/{found['id']}").json == found

    def test_the_same_id_books_once(self, call, amara, wish):
        body = wish | {"id": str(uuid7())}
        first, second = (call(amara).post(f"{API}/appointments", json=body) for _ in range(2))
        assert first.status_code == second.status_code == 201
        assert first.json == second.json
        assert db.session.scalar(select(func.count()).select_from(Appointment)) == 1

    def test_a_taken_time_is_a_409_with_others(self, call, ben, wish, booked):
        answer = call(ben).post(f"{API}/appointments", json=wish)
        assert (answer.status_code, answer.json["type"]) == (409, "/problems/slot-taken")
        assert set(answer.json["alternatives"][0]) >= {"start", "end"}

    def test_a_reservation_of_another_time_is_a_mistake(self, call, amara, wish, hour):
        kept = holds.hold(amara, hour, utc(4, 14))
        answer = call(amara).post(f"{API}/appointments", json=wish | {"reservation_id": str(kept.id)})
        assert answer.status_code == 422
        assert "reservation_id" in answer.json["errors"]

    def test_a_reservation_that_ran_out_just_books(self, call, amara, wish):
        assert call(amara).post(f"{API}/appointments", json=wish | {"reservation_id": str(uuid4())}).status_code == 201

    def test_a_strangers_is_as_missing_as_none(self, call, ben, booked):
        visitor = call(ben)
        assert visitor.get(booked).status_code == 404
        assert visitor.get(f"{API}/appointments/{uuid4()}").status_code == 404
        for act in ("confirm", "cancel", "complete", "no-show", "restore"):
            assert visitor.post(f"{booked}/{act}").status_code == 404
        assert visitor.post(f"{booked}/reschedule", json={"start": NOON}).status_code == 404
        assert visitor.get(f"{booked}/notes").status_code == 404
        assert visitor.delete(booked).status_code == 404
        assert call().get(booked).status_code == 401

    def test_from_wish_to_memory(self, call, amara, okafor, booked, monday):
        phone, desk = call(amara), call(okafor)
        assert phone.post(f"{booked}/confirm").status_code == 403
        assert desk.post(f"{booked}/confirm").json["status"] == "confirmed"
        assert desk.post(f"{booked}/confirm").json["type"] == "/problems/invalid-transition"
        moved = phone.post(f"{booked}/reschedule", json={"start": LATER})
        assert (moved.status_code, moved.json["start"], moved.json["status"]) == (200, LATER, "pending")
        desk.post(f"{booked}/confirm", json={})
        assert desk.post(f"{booked}/complete").status_code == 409
        monday.travel(to=utc(4, 14, 10))
        desk = call(okafor)
        assert desk.post(f"{booked}/no-show").json["status"] == "no_show"
        assert desk.post(f"{booked}/complete").status_code == 409

    def test_cancelling_and_undoing(self, call, amara, okafor, booked):
        assert call(okafor).post(f"{booked}/cancel").json["errors"].keys() == {"reason"}
        answer = call(amara).post(f"{booked}/cancel", json={"reason": "A cold."})
        assert answer.json["status"] == "cancelled"
        assert answer.json["cancellation"]["reason"] == "A cold."
        assert answer.json["can"]["restore"]
        assert call(amara).post(f"{booked}/restore").json["status"] == "pending"
        assert call(amara).delete(booked).status_code == 204
        assert call(amara).delete(booked).status_code == 409

    def test_the_practice_moves_it_by_a_change_that_says_why(self, call, okafor, booked, monday):
        monday.travel(to=utc(4, 8))
        assert call(okafor).patch(booked, json={"start": LATER}).json["errors"].keys() == {"reason"}
        moved = call(okafor).patch(booked, json={"start": LATER, "reason": "My child is ill."})
        assert (moved.status_code, moved.json["start"]) == (200, LATER)

    def test_too_late_says_so(self, call, amara, booked, monday):
        monday.travel(to=utc(4, 8))
        answer = call(amara).post(f"{booked}/cancel")
        assert (answer.status_code, answer.json["type"]) == (409, "/problems/too-late")

    def test_rescheduling_where_someone_is(self, call, amara, ben, hour, booked):
        booking.book(ben, hour, utc(4, 14))
        answer = call(amara).post(f"{booked}/reschedule", json={"start": LATER})
        assert (answer.status_code, answer.json["type"]) == (409, "/problems/slot-taken")
        assert len(answer.json["alternatives"]) == 3

    def test_what_was_written_can_be_written_anew(self, call, amara, okafor, booked):
        assert call(amara).patch(booked, json={"notes": "Also my neck."}).json["notes"] == "Also my neck."
        assert call(okafor).patch(booked, json={"notes": "Hm."}).status_code == 403
        assert call(amara).patch(booked, json={"status": "completed"}).status_code == 422
        answer = call(amara).put(booked, json={"start": LATER, "notes": "At two."})
        assert (answer.json["start"], answer.json["notes"]) == (LATER, "At two.")

    def test_a_call_goes_to_the_number_that_was_said(self, call, amara, okafor, admin, ngozi, hour, wish):
        offering(ngozi, hour.service, mode="phone")
        sent = wish | {"mode": "phone", "phone": " +351 912 345 678 "}
        made = call(amara).post(f"{API}/appointments", json=sent)
        assert (made.status_code, made.json["phone"]) == (201, "+351 912 345 678")
        path = f"{API}/appointments/{made.json['id']}"
        assert [call(each).get(path).json["phone"] for each in (okafor, admin)] == ["+351 912 345 678", None]

    @pytest.mark.parametrize("phone", ["call me", "1234", "1" * 41, 912, "٠١٢٣٤٥٦٧"])
    def test_what_no_phone_could_dial_is_said_beside_its_field(self, call, amara, wish, phone):
        answer = call(amara).post(f"{API}/appointments", json=wish | {"phone": phone})
        assert answer.status_code == 422
        assert "phone" in answer.json["errors"]

    def test_whoever_says_no_number_has_none(self, call, amara, wish):
        assert call(amara).post(f"{API}/appointments", json=wish).json["phone"] == ""

    def test_meeting_in_another_way(self, call, amara, ngozi, hour, booked):
        offering(ngozi, hour.service, mode="phone")
        assert call(amara).patch(booked, json={"mode": "phone"}).json["mode"] == "phone"
        assert "mode" in call(amara).patch(booked, json={"mode": "in_person"}).json["errors"]

    def test_whoever_was_faster_wins(self, call, amara, booked):
        phone = call(amara)
        tag = phone.get(booked).headers["ETag"]
        assert phone.patch(booked, json={"notes": "One."}, headers={"If-Match": tag}).status_code == 200
        assert phone.patch(booked, json={"notes": "Two."}, headers={"If-Match": tag}).status_code == 412
        assert phone.get(booked, headers={"If-None-Match": phone.get(booked).headers["ETag"]}).status_code == 304


class TestListing:
    @pytest.fixture
    def three(self, amara, ben, hour, booked):
        booking.book(amara, hour, utc(5, 11))
        booking.book(ben, hour, utc(6, 11))

    def test_each_sees_their_own(self, call, amara, ben, okafor, admin, three):
        everyones = [len(call(who).get(f"{API}/appointments").json["items"]) for who in (amara, ben, okafor, admin)]
        assert everyones == [2, 1, 3, 3]
        assert call().get(f"{API}/appointments").status_code == 401

    def test_pages_follow_each_other(self, call, okafor, three):
        desk = call(okafor)
        first = desk.get(f"{API}/appointments?limit=2&count=true").json
        second = desk.get(f"{API}/appointments?limit=2&cursor={quote(first['next_cursor'])}").json
        assert first["total"] == 3
        assert [each["start"][8:10] for each in first["items"] + second["items"]] == ["04", "05", "06"]
        assert second["next_cursor"] is None
        other = desk.get(f"{API}/appointments?status=pending&cursor={quote(first['next_cursor'])}")
        assert (other.status_code, other.json["type"]) == (422, "/problems/bad-cursor")

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("status=pending", 3),
            ("status=cancelled", 0),
            ("from=2026-03-05T11:00:00Z", 2),
            ("from=2026-03-05T00:00:00Z&to=2026-03-06T11:00:00Z", 1),
            ("updated_since=2026-03-02T08:00:00Z", 3),
            ("updated_since=2026-03-03T08:00:00Z", 0),
        ],
    )
    def test_filters(self, call, okafor, three, query, found):
        assert len(call(okafor).get(f"{API}/appointments?{query}").json["items"]) == found

    @pytest.mark.parametrize(
        "query",
        [
            "status=lost",
            "from=yesterday",
            "from=2026-03-05",
            "to=9999-01-01T00:00:00Z",
            "limit=0",
            "limit=101",
            "cursor=x",
        ],
    )
    def test_what_is_wrong_is_named(self, call, okafor, query):
        answer = call(okafor).get(f"{API}/appointments?{query}")
        assert answer.status_code == 422
        assert query.split("=")[0] in answer.json["errors"]


class TestOverview:
    def test_numbers(self, call, amara, ben, okafor, hour, booked):
        booking.cancel(amara, booking.book(amara, hour, utc(5, 11)))
        answer = call(okafor).get(f"{API}/appointments/stats")
        assert answer.status_code == 200
        assert {name: answer.json[name] for name in ("total", "upcoming", "pending", "cancelled", "no_show")} == {
            "total": 2,
            "upcoming": 1,
            "pending": 1,
            "cancelled": 1,
            "no_show": 0,
        }
        assert answer.json["next"]["start"] == ELEVEN
        assert call(ben).get(f"{API}/appointments/stats").json["next"] is None

    def test_a_file_for_a_calendar(self, call, amara, ben, booked):
        answer = call(amara).get(f"{booked}/calendar.ics")
        assert answer.mimetype == "text/calendar"
        assert "DTSTART:20260304T110000Z" in answer.text
        assert call(ben).get(f"{booked}/calendar.ics").status_code == 404


class TestNotes:
    def test_shared_and_private_notes(self, call, amara, okafor, admin, booked):
        assert call(okafor).post(f"{booked}/notes", json={"body": "Bring a mat."}).status_code == 201
        private = call(okafor).post(f"{booked}/notes", json={"body": "Tired.", "is_private": True})
        assert private.json["is_private"]
        bodies = [[note["body"] for note in call(who).get(f"{booked}/notes").json["items"]] for who in (okafor, amara)]
        assert bodies == [["Bring a mat.", "Tired."], ["Bring a mat."]]
        assert call(admin).get(f"{booked}/notes").status_code == 403
        assert call(admin).post(f"{booked}/notes", json={"body": "Hello."}).status_code == 403

    @pytest.mark.parametrize("body", [{}, {"body": ""}, {"body": " \u0000"}, {"body": "x" * 4001}, {"body": 5}])
    def test_what_is_wrong_is_named(self, call, amara, booked, body):
        answer = call(amara).post(f"{booked}/notes", json=body)
        assert answer.status_code == 422
        assert "body" in answer.json["errors"]


class TestChatbot:
    def test_who_is_open_next(self, call, hour, ngozi, run_jobs, monday):
        monday.travel(minutes=2)
        run_jobs()
        answer = call().get(f"{API}/chatbot/availability")
        assert answer.status_code == 200
        assert answer.json["items"][0]["start"] == "2026-03-02T09:00:00Z"
        assert answer.json["items"][0]["practitioner"]["slug"] == ngozi.slug
        assert call().get(f"{API}/chatbot/availability?specialty=falconry").json["items"] == []

    def test_kept_and_booked(self, call, amara, wish):
        kept = call(amara).post(f"{API}/chatbot/reserve", json=wish).json["id"]
        body = {"reservation_id": kept, "notes": "Said by the guide."}
        answer = call(amara).post(f"{API}/chatbot/confirm", json=body)
        assert (answer.status_code, answer.json["start"]) == (201, ELEVEN)
        assert call(amara).post(f"{API}/chatbot/confirm", json=body).status_code == 410


def test_a_body_that_is_no_object_is_a_word_not_a_crash(call, amara, booked):
    for body in (b"[]", b"7", b'"x"', b"null", b"{", b"\xff"):
        for path in (f"{API}/appointments", f"{API}/availability/reserve", f"{booked}/reschedule", f"{booked}/notes"):
            answer = call(amara).post(path, data=body, content_type="application/json")
            assert answer.status_code in (400, 422), (path, body)
            assert answer.mimetype == "application/problem+json"


def test_the_document_tells_of_every_path(call):
    paths = json.dumps(call().get(f"{API}/openapi.json").json["paths"])
    for path in ("/availability/{id}/slots", "/availability/reserve", "/appointments/{id}/no-show", "/chatbot/confirm"):
        assert path in paths


def test_a_practice_in_another_zone_is_told_in_ones_own(call, amara, monday):
    keeper = person("Mei Chen", role=Role.PRACTITIONER, timezone="America/New_York")
    hour = offering(practice(keeper, timezone="America/New_York"), service())
    found = booking.book(amara, hour, utc(30, 13))
    path = f"{API}/appointments/{found.id}"
    assert call(amara).get(path).json["local_start"] == "2026-03-30T14:00:00+01:00"
    assert call(keeper).get(path).json["local_start"] == "2026-03-30T09:00:00-04:00"


def test_a_call_that_is_booked_without_a_number_takes_the_one_given_last_or_asks_for_it(
    amara, okafor, call, visit, ngozi, hour
):
    calls = offering(ngozi, hour.service, mode="phone")
    wish = {"practitioner_id": ngozi.slug, "service_id": str(calls.service_id), "mode": "phone", "notes": ""}
    phone = call(amara)
    first = phone.post(f"{API}/appointments", json=wish | {"start": ELEVEN}).json
    assert first["phone"] == ""
    assert "Please write in a note" in visit(amara).get(f"/appointments/{first['id']}").text
    assert "gave no number yet" in visit(okafor).get(f"/appointments/{first['id']}").text
    number = "+351 912 345 678"
    assert phone.post(f"{API}/appointments", json=wish | {"start": NOON, "phone": number}).json["phone"] == number
    assert phone.post(f"{API}/appointments", json=wish | {"start": LATER}).json["phone"] == number


def test_a_character_that_is_no_text_is_said_and_not_dropped(amara, call, wish):
    answer = call(amara).post(f"{API}/appointments", json=wish | {"notes": "a\0b"})
    assert (answer.status_code, answer.json["errors"]["notes"]) == (
        422,
        ["This holds the character NUL, which is no text."],
    )
