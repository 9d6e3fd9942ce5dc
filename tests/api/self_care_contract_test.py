"""The contract of self-care, each path once as a phone uses it: /practices to /programs, /journal, /analytics."""

import pytest

from kaya.db import transaction, uuid7
from kaya.practice.planting import plant_library

API = "/api/v1"
STEPS = [
    {"kind": "say", "text": "Sit down.", "seconds": 4},
    {"kind": "in", "seconds": 4},
    {"kind": "out", "seconds": 6},
]
PATHS = """
    GET,POST /practices · GET,PATCH,DELETE /practices/{id} · GET,POST /sessions · GET /sessions/stats
    GET /sessions/{id} · PATCH /sessions/{id}/progress · PATCH /sessions/{id}/complete
    GET /programs · GET /programs/{id} · POST /programs/{id}/enroll · GET /programs/enrollments/my
    PATCH /programs/enrollments/{id}/progress
    GET,POST /journal · GET,PATCH,DELETE /journal/{id} · POST /journal/gratitude · GET /journal/gratitude/list
    DELETE /journal/gratitude/{id} · POST /journal/mood · PATCH,DELETE /journal/mood/{id} · GET /journal/mood/history
    GET /analytics/dashboard · GET /analytics/mood-trends · GET /analytics/activity-breakdown
"""


@pytest.fixture
def phone(amara, call):
    with transaction() as session:
        plant_library(session)
    return call(amara)


def is_so(answer, status=200):
    assert answer.status_code == status, answer.text
    return answer.json


def test_the_document_names_each_of_them(call):
    paths = call().get(f"{API}/openapi.json").json["paths"]
    for said in PATHS.replace("\n", "·").split("·"):
        methods, _, path = said.strip().partition(" ")
        for method in filter(None, methods.split(",")):
            assert method.lower() in paths[API + path], said


def test_practices(phone):
    page = is_so(phone.get(f"{API}/practices?limit=5"))
    assert (len(page["items"]), bool(page["next_cursor"])) == (5, True)
    own = is_so(phone.post(f"{API}/practices", json={"title": "On the stairs", "steps": STEPS}), 201)
    at = f"{API}/practices/{own['id']}"
    assert is_so(phone.patch(at, json={"title": "By the window"}))["title"] == "By the window"
    assert is_so(phone.get(at))["id"] == own["id"]
    assert is_so(phone.get(f"{API}/practices/even-breathing"))["slug"] == "even-breathing"
    is_so(phone.delete(at), 204)
    is_so(phone.get(at), 404)


def test_sessions(phone, clock):
    begun = is_so(phone.post(f"{API}/sessions", json={"kind": "breathing", "minutes": 7, "mood_before": 2}), 201)
    assert {"kind", "text", "seconds"} <= begun["steps"][0].keys()
    assert sum(step["seconds"] for step in begun["steps"]) == 7 * 60
    at = f"{API}/sessions/{begun['id']}"
    clock.travel(minutes=7)
    assert is_so(phone.patch(f"{at}/progress", json={"seconds": 100}))["seconds"] == 100
    done = is_so(phone.patch(f"{at}/complete", json={"mood_after": 4, "rating": 5, "notes": "Lighter."}))
    assert (done["mood_after"], done["rating"], done["notes"]) == (4, 5, "Lighter.")
    assert is_so(phone.get(at))["id"] == begun["id"]
    assert [each["id"] for each in is_so(phone.get(f"{API}/sessions"))["items"]] == [begun["id"]]
    assert is_so(phone.get(f"{API}/sessions/stats"))["minutes"] == 7


def test_programs(phone):
    program = is_so(phone.get(f"{API}/programs"))["items"][0]
    assert is_so(phone.get(f"{API}/programs/{program['slug']}"))["id"] == program["id"]
    enrollment = is_so(phone.post(f"{API}/programs/{program['id']}/enroll"), 201)
    at = f"{API}/programs/enrollments"
    assert is_so(phone.patch(f"{at}/{enrollment['id']}/progress", json={"day": 1}))["next_day"] == 2
    assert [each["id"] for each in is_so(phone.get(f"{at}/my"))["items"]] == [enrollment["id"]]


def test_the_journal(phone):
    entry = is_so(
        phone.post(f"{API}/journal", json={"id": str(uuid7()), "title": "Low tide", "body": "We walked."}), 201
    )
    at = f"{API}/journal/{entry['id']}"
    assert is_so(phone.patch(at, json={"body": "We walked out."}))["body"] == "We walked out."
    assert is_so(phone.get(at))["title"] == "Low tide"
    assert len(is_so(phone.get(f"{API}/journal"))["items"]) == 1
    is_so(phone.delete(at), 204)
    thanks = is_so(phone.post(f"{API}/journal/gratitude", json={"items": ["Tea", "Rain"]}), 201)
    assert is_so(phone.get(f"{API}/journal/gratitude/list"))["items"][0]["items"] == ["Tea", "Rain"]
    is_so(phone.delete(f"{API}/journal/gratitude/{thanks['id']}"), 204)


def test_moods(phone):
    said = {
        "mood": "hopeful",
        "intensity": 6,
        "valence": 0.4,
        "arousal": -0.2,
        "tags": ["sea"],
        "note": "By the river.",
    }
    one, two = (is_so(phone.post(f"{API}/journal/mood", json=said), 201) for _ in range(2))
    at = f"{API}/journal/mood/{one['id']}"
    assert is_so(phone.patch(at, json={"intensity": 2}))["intensity"] == 2
    day = one["day"]
    found = is_so(phone.get(f"{API}/journal/mood/history?from={day}&to={day}"))["items"]
    assert {each["id"] for each in found} == {one["id"], two["id"]}
    is_so(phone.delete(at), 204)
    assert len(is_so(phone.get(f"{API}/journal/mood/history"))["items"]) == 1


@pytest.mark.parametrize("path", ["dashboard", "mood-trends", "mood-trends?days=365", "activity-breakdown"])
def test_analytics_of_a_life_that_has_not_begun_here(phone, path):
    is_so(phone.get(f"{API}/analytics/{path}"))


@pytest.mark.parametrize("path", ["practices", "sessions", "programs", "journal", "journal/mood/history"])
def test_lists_are_lists(phone, path):
    page = is_so(phone.get(f"{API}/{path}?limit=1&count=true"))
    assert {"items", "next_cursor", "total"} <= page.keys()


@pytest.mark.parametrize("path", ["sessions", "journal", "journal/mood/history", "analytics/dashboard", "practices"])
def test_nobody_without_a_token(call, path):
    assert call().get(f"{API}/{path}").status_code == 401
