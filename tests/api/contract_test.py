"""The API as its contract is written: paths, names, statuses and manners that a phone relies on."""

from uuid import UUID

import pytest

from kaya.care import booking
from kaya.db import uuid7
from tests.care.booking_scene import utc
from tests.cast import PASSWORD

API = "/api/v1"
NOBODY = "01890000-0000-7000-8000-000000000000"
INSTANT = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$"

pytestmark = pytest.mark.usefixtures("monday")

FOR_ANYONE = [
    *("/practitioners", "/practitioners/{practitioner}", "/practitioners/{slug}"),
    *("/therapists", "/doctors", "/dentists", "/therapists/{slug}", "/profiles/dentists"),
    *("/services", "/services/categories", "/services/{service}", "/services/talking"),
    *("/availability/{practitioner}", "/availability/{slug}", "/availability/{slug}/slots"),
    "/auth/jwks.json",
]
FOR_MEMBERS = [
    *("/users/me", "/users/me/preferences", "/users/me/stats"),
    *("/appointments", "/appointments/{appointment}", "/appointments/{appointment}/notes", "/appointments/stats"),
    "/appointments/{appointment}/calendar.ics",
    *("/notifications", "/notifications?unread=true", "/notifications/unread-count", "/notifications/preferences"),
]
FOR_PRACTITIONERS = ["/practitioners/me", "/practitioners/me/clients", "/practitioners/me/stats", "/profiles/me"]
LISTS = [
    *("/practitioners", "/therapists", "/profiles/dentists", "/services"),
    *("/appointments", "/appointments/{appointment}/notes", "/notifications"),
]
CHANGES = [
    *(("POST", f"/auth/{each}") for each in ("register", "verify-email", "login", "refresh", "resend-verification")),
    *(("POST", f"/auth/{each}") for each in ("request-password-reset", "reset-password/abc")),
    *(("POST", f"/auth/{each}") for each in ("change-password", "reauthenticate")),
    *(("PATCH", "/users/me"), ("PATCH", "/users/me/preferences")),
    *(("POST", "/practitioners"), ("PATCH", "/practitioners/me"), ("PUT", "/profiles/me")),
    *(("POST", "/services"), ("PATCH", "/services/{service}")),
    *(("PUT", "/availability/{practitioner}"), ("POST", "/availability/reserve")),
    *(("POST", "/appointments"), ("PUT", "/appointments/{appointment}"), ("PATCH", "/appointments/{appointment}")),
    *(("POST", f"/appointments/{{appointment}}/{each}") for each in ("cancel", "reschedule", "notes")),
    ("PUT", "/notifications/preferences"),
]


@pytest.fixture
def appointment(amara, hour):
    return booking.book(amara, hour, utc(5, 10), note="It is about the nights.")


@pytest.fixture
def told(amara, okafor, appointment, run_jobs):
    """Amara has a notification."""
    booking.confirm(okafor, appointment)
    run_jobs()


@pytest.fixture
def at(hour, ngozi, appointment):
    """The whole address of a path, with the rows of this scene in it."""
    rows = {"practitioner": ngozi.id, "slug": ngozi.slug, "service": hour.service_id, "appointment": appointment.id}
    return lambda path: API + path.format(**rows)


def is_problem(answer, status, kind=None):
    assert answer.status_code == status, answer.text
    assert answer.mimetype == "application/problem+json"
    assert {"type", "title", "status", "detail", "request_id"} <= answer.json.keys()
    assert answer.json["status"] == status
    assert answer.json["type"].startswith("/problems/")
    assert answer.json["request_id"] == answer.headers["X-Request-Id"]
    assert kind is None or answer.json["type"] == f"/problems/{kind}"
    return True


class TestReads:
    @pytest.mark.parametrize("path", [*FOR_ANYONE, *FOR_MEMBERS, *FOR_PRACTITIONERS])
    def test_carries_what_a_read_carries_and_may_be_asked_whether_it_changed(self, call, amara, okafor, at, path):
        phone = call(okafor if path in FOR_PRACTITIONERS else amara if path in FOR_MEMBERS else None)
        answer = phone.get(at(path))
        assert answer.status_code == 200, answer.text
        assert answer.mimetype == ("text/calendar" if path.endswith(".ics") else "application/json")
        assert answer.headers["X-Request-Id"]
        assert answer.headers["Cache-Control"] == "private, no-cache"
        assert "Authorization" in answer.headers["Vary"]
        assert {"RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"} <= {*answer.headers.keys()}
        again = phone.get(at(path), headers={"If-None-Match": answer.headers["ETag"]})
        assert (again.status_code, again.data) == (304, b"")
        assert again.headers["ETag"] == answer.headers["ETag"]

    @pytest.mark.parametrize("path", [*FOR_MEMBERS, *FOR_PRACTITIONERS])
    def test_whoever_has_no_token_or_a_bad_one_gets_401(self, call, client, at, path):
        is_problem(call().get(at(path)), 401)
        is_problem(client.get(at(path), headers={"Authorization": "Bearer nonsense"}), 401)

    @pytest.mark.parametrize("path", ["/practitioners/me/clients", "/practitioners/me/stats"])
    def test_a_member_may_not_use_what_is_practitioners_alone(self, call, amara, at, path):
        is_problem(call(amara).get(at(path)), 403)

    @pytest.mark.parametrize("path", ["/appointments/{appointment}", "/appointments/{appointment}/notes",
                                      "/appointments/{appointment}/calendar.ics"])  # fmt: skip
    def test_what_is_not_ones_own_is_the_same_404_as_nothing(self, call, ben, at, path):
        theirs = call(ben).get(at(path))
        none = call(ben).get(API + path.format(appointment=NOBODY))
        assert is_problem(theirs, 404)
        assert is_problem(none, 404)
        unlike = {"request_id"}
        assert {k: v for k, v in theirs.json.items() if k not in unlike} == {
            k: v for k, v in none.json.items() if k not in unlike
        }

    def test_what_is_nowhere_is_a_problem_too(self, call):
        is_problem(call().get(f"{API}/nothing/here"), 404)

    @pytest.mark.parametrize(("method", "path"), [("DELETE", "/practitioners"), ("PUT", "/auth/login"),
                                                  ("PATCH", "/notifications")])  # fmt: skip
    def test_a_wrong_method_is_told_which_it_takes(self, call, amara, method, path):
        answer = call(amara).open(API + path, method=method)
        assert is_problem(answer, 405)
        assert answer.headers["Allow"]


class TestLists:
    @pytest.mark.parametrize("path", LISTS)
    def test_has_items_a_cursor_a_limit_and_a_count(self, call, amara, at, told, path):
        phone, address = call(amara), at(path)
        plain = phone.get(address).json
        assert isinstance(plain["items"], list)
        assert "next_cursor" in plain
        assert "total" not in plain
        counted = phone.get(f"{address}?count=true").json
        assert isinstance(counted["total"], int)
        assert len(phone.get(f"{address}?limit=1").json["items"]) <= 1
        for wrong in ("limit=0", "limit=101", "limit=x", "cursor=nonsense"):
            assert is_problem(phone.get(f"{address}?{wrong}"), 422)

    def test_is_walked_by_its_cursor_which_belongs_to_its_filters(self, call, amara, hour):
        made = [str(booking.book(amara, hour, utc(6, at)).id) for at in (9, 11, 13)]
        phone, seen, cursor = call(amara), [], ""
        while cursor is not None:
            page = phone.get(f"{API}/appointments?limit=1{cursor and f'&cursor={cursor}'}").json
            seen += [each["id"] for each in page["items"]]
            cursor, last = page["next_cursor"], cursor
        assert seen == made
        is_problem(phone.get(f"{API}/appointments?limit=1&status=pending&cursor={last}"), 422)

    def test_what_a_phone_keeps_says_what_changed_and_what_is_gone(self, call, amara, clock, at, told):
        phone = call(amara)
        clock.travel(minutes=5)
        asked = {"updated_since": clock.now().isoformat()}
        path = at("/appointments")
        known = phone.get(path, query_string={"updated_since": "2026-01-01T00:00:00Z"}).json
        assert known["items"]
        assert known["removed"] == []
        assert phone.get(path, query_string=asked).json["items"] == []
        is_problem(phone.get(path, query_string={"updated_since": "yesterday"}), 422)


class TestChanges:
    @pytest.mark.parametrize(("method", "path"), CHANGES)
    def test_bodies_that_cannot_be_are_told_so(self, call, amara, okafor, admin, at, method, path):
        who = okafor if path.startswith(("/availability/{", "/services", "/profiles", "/practitioners/me")) else amara
        phone, address = call(who), at(path)
        send = {"method": method, "content_type": "application/json"}
        assert is_problem(phone.open(address, data="{not json", **send), 400)
        assert is_problem(phone.open(address, data="a=b", **send | {"content_type": "text/plain"}), 415)
        assert is_problem(phone.open(address, data=f'{{"x": "{"y" * 1_048_577}"}}', **send), 413)
        unknown = phone.open(address, json={"not_a_field": 1}, method=method)
        assert is_problem(unknown, 422)
        assert "not_a_field" in unknown.json["errors"]
        assert is_problem(phone.open(address, json=[1], method=method), 422)

    @pytest.mark.parametrize(("method", "path"), [each for each in CHANGES if not each[1].startswith("/auth/")])
    def test_nobody_changes_anything(self, call, at, method, path):
        assert is_problem(call().open(at(path), json={}, method=method), 401)

    def test_reads_answer_an_etag_and_changes_take_it(self, call, amara, okafor, at):
        phone, practice = call(amara), call(okafor)
        for whose, path, read, method, body in [
            (phone, "/users/me", "/users/me", "PATCH", {"bio": "Sleeps."}),
            (phone, "/users/me/preferences", "/users/me/preferences", "PATCH", {"sounds": True}),
            (practice, "/practitioners/me", "/practitioners/me", "PATCH", {"headline": "Slowly."}),
            (practice, "/availability/{slug}", "/availability/{slug}", "PUT", {"weekly": []}),
            (phone, "/notifications/preferences", "/notifications/preferences", "PUT", {"items": []}),
            (phone, "/appointments/{appointment}", "/appointments/{appointment}", "PATCH", {"notes": "Nights."}),
            (practice, "/appointments/{appointment}/confirm", "/appointments/{appointment}", "POST", {}),
            (phone, "/appointments/{appointment}/reschedule", "/appointments/{appointment}", "POST",
             {"start": "2026-03-06T10:00:00Z"}),
            (phone, "/appointments/{appointment}/cancel", "/appointments/{appointment}", "POST", {}),
            (phone, "/appointments/{appointment}", "/appointments/{appointment}", "DELETE", None),
        ]:  # fmt: skip
            stale = whose.open(at(path), method=method, json=body, headers={"If-Match": '"long-ago"'})
            assert is_problem(stale, 412), path
            if method != "DELETE" and path != "/availability/{slug}":
                fresh = {"If-Match": whose.get(at(read)).headers["ETag"]}
                assert whose.open(at(path), method=method, json=body, headers=fresh).status_code == 200, path


class TestAuth:
    def test_registering_says_the_same_to_all(self, call, amara, clock):
        bodies = [
            {"email": each, "password": "three herons on a wire", "name": "Eve"}
            for each in ("eve@example.org", amara.email)
        ]
        answers = [call().post(f"{API}/auth/register", json=body) for body in bodies]
        assert [each.status_code for each in answers] == [202, 202]
        assert answers[0].json == answers[1].json
        assert answers[0].json.keys() == {"detail"}
        is_problem(call().get(f"{API}/auth/verify-email/no-such-token"), 410)

    def test_signing_in_turning_and_leaving(self, call, amara):
        phone = call()
        answer = phone.post(f"{API}/auth/login", json={"email": amara.email, "password": PASSWORD})
        assert answer.status_code == 200
        assert {"user", "access_token", "refresh_token", "token_type", "expires_in"} <= answer.json.keys()
        assert answer.json["token_type"] == "Bearer"
        assert isinstance(answer.json["expires_in"], int)
        assert answer.json["user"]["id"] == str(amara.id)
        turned = phone.post(f"{API}/auth/refresh", json={"refresh_token": answer.json["refresh_token"]})
        assert turned.status_code == 200
        assert {"access_token", "refresh_token", "token_type", "expires_in"} <= turned.json.keys()
        assert is_problem(phone.post(f"{API}/auth/refresh", json={"refresh_token": "never was"}), 401)

    def test_logging_out_and_the_words_that_are_the_same_for_all(self, call, amara):
        phone = call(amara)
        for path in ("resend-verification", "request-password-reset"):
            known = phone.post(f"{API}/auth/{path}", json={"email": amara.email})
            unknown = phone.post(f"{API}/auth/{path}", json={"email": "nobody@example.org"})
            assert (known.status_code, known.json) == (202, unknown.json)
        assert phone.post(f"{API}/auth/reauthenticate", json={"password": PASSWORD}).status_code == 204
        body = {"current_password": PASSWORD, "password": "nine slow tides at noon"}
        assert phone.post(f"{API}/auth/change-password", json=body).status_code == 204
        assert phone.post(f"{API}/auth/logout").status_code == 204
        assert is_problem(phone.get(f"{API}/users/me"), 401)

    def test_a_wrong_password_is_401(self, call, amara):
        is_problem(call().post(f"{API}/auth/login", json={"email": amara.email, "password": "no"}), 401)


class TestBooking:
    @pytest.fixture
    def wish(self, hour):
        ids = {"practitioner_id": str(hour.practitioner_id), "service_id": str(hour.service_id)}
        return ids | {"start": "2026-03-09T10:00:00Z"}

    def test_slots_are_asked_by_day_or_days(self, call, ngozi, hour):
        slots = f"{API}/availability/{ngozi.slug}/slots"
        day = call().get(f"{slots}?date=2026-03-04&service_id={hour.service_id}&timezone=Asia/Tokyo").json["items"]
        assert {"start", "end", "practitioner_id", "service_id"} <= day[0].keys()
        assert (day[0]["start"], day[0]["end"]) == ("2026-03-03T15:00:00Z", "2026-03-03T16:00:00Z")
        assert call().get(f"{slots}?from=2026-03-04&to=2026-05-04").status_code == 200
        for wrong in ("date=soon", "from=2026-03-04&to=2026-05-05", "from=2026-03-04&to=2026-03-03",
                      "timezone=Mars/Olympus", "service_id=nothing"):  # fmt: skip
            assert is_problem(call().get(f"{slots}?{wrong}"), 422), wrong

    def test_a_hold_is_five_minutes_and_given_back(self, call, amara, ben, clock, wish):
        phone, own = call(amara), str(uuid7())
        answer = phone.post(f"{API}/availability/reserve", json=wish | {"id": own})
        assert answer.status_code == 201
        assert answer.json["id"] == own
        assert answer.json["expires_at"] == "2026-03-02T08:05:00Z"
        again = phone.post(f"{API}/availability/reserve", json=wish | {"id": own})
        assert (again.status_code, again.json["id"]) == (201, own)
        late = call(ben).post(f"{API}/availability/reserve", json=wish)
        assert is_problem(late, 409, "slot-taken")
        assert len(late.json["alternatives"]) >= 3
        assert is_problem(call(ben).delete(f"{API}/availability/reserve/{own}"), 404)
        assert phone.delete(f"{API}/availability/reserve/{own}").status_code == 204
        assert call(ben).post(f"{API}/availability/reserve", json=wish).status_code == 201

    def test_an_appointment_is_told_in_full(self, call, amara, ben, wish):
        own = str(uuid7())
        phone = call(amara)
        answer = phone.post(f"{API}/appointments", json=wish | {"id": own, "notes": "It is about the nights."})
        assert answer.status_code == 201
        told = answer.json
        assert (told["id"], told["status"], told["start"]) == (own, "pending", "2026-03-09T10:00:00Z")
        assert (told["local_start"], told["timezone"]) == ("2026-03-09T10:00:00+00:00", "Europe/Lisbon")
        assert told["price"] == {"amount": 5000, "currency": "EUR"}
        again = phone.post(f"{API}/appointments", json=wish | {"id": own, "notes": "It is about the nights."})
        assert (again.status_code, again.json["id"]) == (201, own)
        assert is_problem(call(ben).post(f"{API}/appointments", json=wish), 409, "slot-taken")

    def test_notes_keep_the_id_that_the_phone_gave(self, call, amara, ben, at):
        phone, own = call(amara), str(uuid7())
        for _ in range(2):
            answer = phone.post(at("/appointments/{appointment}/notes"), json={"id": own, "body": "Bring the letter."})
            assert (answer.status_code, answer.json["id"]) == (201, own)
        assert [each["id"] for each in phone.get(at("/appointments/{appointment}/notes")).json["items"]] == [own]

    def test_its_states_are_those_and_any_other_move_is_a_conflict(self, call, amara, okafor, at, clock):
        phone, practice = call(amara), call(okafor)
        path = at("/appointments/{appointment}")
        assert is_problem(practice.post(f"{path}/complete"), 409, "invalid-transition")
        assert practice.post(f"{path}/confirm").json["status"] == "confirmed"
        assert is_problem(practice.post(f"{path}/confirm"), 409, "invalid-transition")
        moved = phone.post(f"{path}/reschedule", json={"start": "2026-03-06T10:00:00Z"})
        assert (moved.status_code, moved.json["start"]) == (200, "2026-03-06T10:00:00Z")
        assert practice.post(f"{path}/confirm").json["status"] == "confirmed"  # a moved one is asked for anew
        clock.travel(to=utc(6, 11, 30))
        phone, practice = call(amara), call(okafor)  # access tokens last a quarter of an hour
        assert practice.post(f"{path}/no-show").json["status"] == "no_show"
        assert is_problem(phone.delete(path), 409)

    def test_too_late_is_a_conflict_for_the_client(self, call, amara, okafor, hour, at, clock):
        clock.travel(to=utc(5, 9))
        path = at("/appointments/{appointment}")
        assert is_problem(call(amara).post(f"{path}/cancel"), 409, "too-late")
        assert call(okafor).post(f"{path}/cancel", json={"reason": "Fever."}).json["status"] == "cancelled"


class TestTheRest:
    def test_older_paths_say_that_they_are_deprecated(self, call):
        document = call().get(f"{API}/openapi.json").json
        for path in ("/therapists", "/doctors", "/dentists", "/profiles/dentists"):
            assert document["paths"][API + path]["get"]["deprecated"] is True

    def test_the_document_names_every_path_of_these_sections(self, call):
        paths = {path.removeprefix(API) for path in call().get(f"{API}/openapi.json").json["paths"]}
        said = """/auth/register /auth/verify-email/{token} /auth/verify-email /auth/login /auth/refresh /auth/logout
        /auth/resend-verification /auth/reauthenticate /auth/request-password-reset /auth/reset-password/{token}
        /auth/change-password /auth/jwks.json
        /users/me /users/me/preferences /users/me/stats /users/me/avatar /practitioners /practitioners/{id}
        /practitioners/me /practitioners/me/clients /practitioners/me/stats /practitioners/{id}/verification
        /profiles/me /profiles/dentists /profiles/dentists/{id} /services /services/categories /services/{id}
        /availability/{id} /availability/{id}/slots /availability/reserve /availability/reserve/{id}
        /appointments /appointments/{id} /appointments/{id}/confirm /appointments/{id}/cancel
        /appointments/{id}/complete /appointments/{id}/no-show /appointments/{id}/reschedule /appointments/{id}/notes
        /appointments/{id}/calendar.ics /appointments/stats /notifications /notifications/unread-count
        /notifications/{id}/read /notifications/read-all /notifications/{id} /notifications/preferences"""
        assert not {*said.split()} - paths

    def test_notifications_are_read_and_deleted(self, call, amara, told):
        phone = call(amara)
        unread = phone.get(f"{API}/notifications?unread=true").json["items"]
        assert phone.get(f"{API}/notifications/unread-count").json["count"] == len(unread)
        one = unread[0]["id"]
        assert phone.patch(f"{API}/notifications/{one}/read").json["read_at"]
        assert phone.patch(f"{API}/notifications/read-all").status_code == 200
        assert phone.get(f"{API}/notifications/unread-count").json == {"count": 0}
        assert phone.delete(f"{API}/notifications/{one}").status_code == 204
        assert is_problem(phone.delete(f"{API}/notifications/{one}"), 404)

    def test_ids_are_sevens(self, amara, hour, appointment):
        assert {UUID(str(each)).version for each in (amara.id, hour.id, appointment.id)} == {7}
