"""/practices, /sessions and /programs, as a phone uses them."""

import pytest

from kaya.db import uuid7
from kaya.practice.script import PracticeKind
from kaya.practice.vocabulary import LENGTHS

BREATH = [{"kind": "in", "seconds": 4}, {"kind": "out", "seconds": 5.5}]
STEPS = [{"kind": "say", "text": "Sit down by the window.", "seconds": 4}, *BREATH, {"kind": "silence", "seconds": 20}]


@pytest.fixture
def phone(amara, library, call):
    return call(amara)


def begun(phone, **body):
    answer = phone.post("/api/v1/sessions", json={"practice_id": "even-breathing", "minutes": 6} | body)
    assert answer.status_code == 201, answer.json
    return answer.json


def test_a_session_from_start_to_end(phone):
    session = begun(phone, mood_before=2)
    assert sum(step["seconds"] for step in session["steps"]) == 360
    assert {step["text"] for step in session["steps"] if step["kind"] == "in"} == {"Breathe in"}
    path = f"/api/v1/sessions/{session['id']}"
    assert phone.patch(f"{path}/progress", json={"seconds": 200}).json["seconds"] == 200
    done = phone.patch(f"{path}/complete", json={"mood_after": 4, "rating": 5, "notes": "Lighter."})
    assert done.status_code == 200
    assert (done.json["status"], done.json["seconds"], done.json["notes"]) == ("completed", 360, "Lighter.")
    assert phone.get(path).json["completed_at"]
    assert phone.get("/api/v1/sessions?count=true").json["total"] == 1


def test_a_phone_says_how_much_of_it_was_practised(phone, clock):
    path = f"/api/v1/sessions/{begun(phone)['id']}"
    clock.travel(minutes=2)
    assert phone.patch(f"{path}/progress", json={"seconds": 300, "played": 70}).json["played"] == 70
    for played in (-1, 3601, "70", 1.5, True):
        assert "played" in phone.patch(f"{path}/progress", json={"seconds": 300, "played": played}).json["errors"]
        assert "played" in phone.patch(f"{path}/complete", json={"played": played}).json["errors"]
    done = phone.patch(f"{path}/complete", json={"played": 3600}).json
    assert (done["seconds"], done["played"]) == (360, 120)
    assert phone.get("/api/v1/sessions/stats").json["minutes"] == 2


@pytest.mark.parametrize("kind", ["breathing", "body-scan", "body_scan", "sleep-story", "focus"])
@pytest.mark.parametrize("minutes", [10, 15])
def test_a_kind_and_minutes_are_enough(phone, kind, minutes):
    session = phone.post("/api/v1/sessions", json={"kind": kind, "minutes": minutes}).json
    assert sum(step["seconds"] for step in session["steps"]) == minutes * 60


@pytest.mark.parametrize(
    ("kind", "minutes"),
    [("grounding", 1), ("breathing", 1), ("grounding", 20), ("gratitude", 15), ("walking", 30), ("movement", 20)],
)
def test_short_and_long_ones_are_filled_without_over_long_silences(phone, kind, minutes):
    steps = phone.post("/api/v1/sessions", json={"kind": kind, "minutes": minutes}).json["steps"]
    assert sum(step["seconds"] for step in steps) == minutes * 60
    longest = max((step["seconds"] for step in steps if step["kind"] == "silence"), default=0)
    assert longest <= (300 if kind == "walking" else 120)


@pytest.mark.parametrize("kind", PracticeKind)
def test_a_length_that_no_session_of_a_kind_has_is_refused_with_those_that_can_be_had(phone, kind):
    shortest, longest = LENGTHS[kind]
    for minutes in {1, shortest, longest, 60}:
        answer = phone.post("/api/v1/sessions", json={"kind": kind, "minutes": minutes})
        if shortest <= minutes <= longest:
            assert answer.status_code == 201
        else:
            assert answer.status_code == 422
            assert f"from {shortest} to {longest} minutes" in answer.json["errors"]["minutes"][0]
            assert (answer.json["shortest"], answer.json["longest"]) == (shortest, longest)


def test_the_document_says_the_lengths_of_each_kind(phone):
    shapes = phone.get("/api/v1/openapi.json").json["components"]["schemas"]
    said = shapes["SessionBody"]["properties"]["minutes"]["description"]
    assert all(f"{kind} {shortest} to {longest}" in said for kind, (shortest, longest) in LENGTHS.items())


def test_the_same_id_and_the_same_key_begin_once(phone):
    body = {"id": str(uuid7()), "kind": "breathing", "minutes": 5}
    one, other = (phone.post("/api/v1/sessions", json=body, headers={"Idempotency-Key": "a"}).json for _ in "12")
    assert one == other
    assert phone.post("/api/v1/sessions", json=body).json["id"] == body["id"]
    assert len(phone.get("/api/v1/sessions").json["items"]) == 1


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"minutes": 5}, "body"),
        ({"kind": "breathing", "practice_id": "first-light", "minutes": 5}, "body"),
        ({"kind": "juggling", "minutes": 5}, "kind"),
        ({"practice_id": "nowhere", "minutes": 5}, "practice_id"),
        ({"practice_id": "four-seven-eight", "minutes": 50}, "minutes"),
        ({"kind": "breathing", "minutes": 61}, "minutes"),
        ({"kind": "breathing", "minutes": 5, "mood_before": 6}, "mood_before"),
        ({"kind": "breathing", "minutes": 5, "started_at": "2020-01-01T00:00:00Z"}, "started_at"),
    ],
)
def test_what_cannot_be_begun_is_said_beside_its_field(phone, body, field):
    answer = phone.post("/api/v1/sessions", json=body)
    assert answer.status_code == 422
    assert field in answer.json["errors"]


def test_someone_elses_session_is_not_there(phone, ben, call):
    id = begun(phone)["id"]
    other = call(ben)
    assert other.get(f"/api/v1/sessions/{id}").status_code == 404
    assert other.patch(f"/api/v1/sessions/{id}/progress", json={"seconds": 5}).status_code == 404


def test_a_change_that_comes_late_is_refused(phone):
    path = f"/api/v1/sessions/{begun(phone)['id']}"
    etag = phone.get(path).headers["ETag"]
    assert phone.patch(f"{path}/progress", json={"seconds": 9}, headers={"If-Match": etag}).status_code == 200
    assert phone.patch(f"{path}/progress", json={"seconds": 10}, headers={"If-Match": etag}).status_code == 412


def test_the_library_is_looked_through(phone):
    sleep = phone.get("/api/v1/practices?need=sleep&time=night&minutes=20&limit=100").json["items"]
    assert "four-in-the-morning" in {practice["slug"] for practice in sleep}
    first = phone.get("/api/v1/practices?limit=5&count=true").json
    second = phone.get(f"/api/v1/practices?limit=5&cursor={first['next_cursor']}").json
    assert first["total"] >= 40
    assert not {p["id"] for p in first["items"]} & {p["id"] for p in second["items"]}
    shown = phone.get("/api/v1/practices/the-long-sigh").json
    assert shown["sources"][0]["doi"] == "10.1016/j.xcrm.2022.100895"
    assert "dizzy" in shown["cautions"][0]["text"]
    assert sum(step["seconds"] for step in shown["steps"]) == shown["minutes"] * 60


def test_a_session_of_ones_own(phone, ben, call):
    made = phone.post("/api/v1/practices", json={"title": "By the window", "steps": STEPS})
    assert made.status_code == 201
    path = f"/api/v1/practices/{made.json['id']}"
    assert begun(phone, practice_id=made.json["id"], minutes=3)["title"] == "By the window"
    assert phone.patch(path, json={"title": "At the window"}).json["title"] == "At the window"
    assert phone.get("/api/v1/practices?own=true").json["items"][0]["is_own"]
    assert call(ben).get(path).status_code == 404
    assert phone.patch("/api/v1/practices/first-light", json={"title": "Mine"}).status_code == 403
    assert phone.delete(path).status_code == 204
    assert phone.get(path).status_code == 404


@pytest.mark.parametrize(
    "step", [{"kind": "in", "seconds": 4}, {"kind": "say", "seconds": 4}, {"kind": "jump", "seconds": 4}]
)
def test_steps_that_are_none(phone, step):
    answer = phone.post("/api/v1/practices", json={"title": "Mine", "steps": [step]})
    assert answer.status_code == 422


def test_a_program_day_by_day(phone, amara, call, clock):
    programs = phone.get("/api/v1/programs").json["items"]
    program = phone.get(f"/api/v1/programs/{programs[0]['slug']}").json
    assert [day["number"] for day in program["plan"]] == list(range(1, program["days"] + 1))
    enrolled = phone.post(f"/api/v1/programs/{program['id']}/enroll", json={})
    assert enrolled.status_code == 201
    assert phone.post(f"/api/v1/programs/{program['slug']}/enroll").status_code == 409
    path = f"/api/v1/programs/enrollments/{enrolled.json['id']}"
    assert phone.patch(f"{path}/progress", json={"day": 1}).json["next_day"] == 2
    assert phone.patch(f"{path}/progress", json={"day": 99}).status_code == 422
    assert phone.patch(f"{path}/pause").json["status"] == "paused"
    early = phone.patch(f"{path}/progress", json={"day": 2})
    assert (early.status_code, early.json["type"]) == (409, "/problems/not-open-yet")
    told = phone.get("/api/v1/programs/enrollments/my").json["items"][0]
    assert (told["next_day"], told["next_opens_at"]) == (2, early.json["opens_at"])
    clock.travel(days=program["days"])
    phone = call(amara)
    for day in range(2, program["days"] + 1):
        last = phone.patch(f"{path}/progress", json={"day": day}).json
    assert (last["status"], last["progress"], last["next_day"], last["next_opens_at"]) == ("finished", 1, None, None)
    assert phone.patch(f"{path}/pause").status_code == 409
    for _ in range(2):
        back = phone.patch(f"{path}/progress", json={"day": program["days"], "done": False}).json
        assert (back["status"], back["next_day"], back["finished_at"]) == ("active", program["days"], None)
    late = phone.patch(f"{path}/progress", json={"day": 1, "done": False})
    assert (late.status_code, late.json["type"]) == (409, "/problems/too-late")
    assert phone.patch(f"{path}/progress", json={"day": 1, "done": "no"}).status_code == 422
    assert phone.get("/api/v1/programs/enrollments/my").json["items"][0]["id"] == enrolled.json["id"]


def test_statistics(phone, clock):
    ids = [begun(phone, mood_before=2)["id"] for _ in range(5)]
    clock.travel(minutes=6)
    for id in ids:
        phone.patch(f"/api/v1/sessions/{id}/complete", json={"mood_after": 4})
    told = phone.get("/api/v1/sessions/stats").json
    assert (told["minutes"], told["completed"], told["days_practised"], told["kinds"]) == (30, 5, 1, {"breathing": 30})
    assert (told["mood_change"]["n"], told["mood_change"]["mean"]) == (5, 2)
    assert phone.get("/api/v1/sessions/stats?from=2026-02-02&to=2026-02-01").status_code == 422
