"""Practitioners and services in JSON."""

import pytest
from sqlalchemy import select

from kaya.care import booking
from kaya.care.models import Offering, Practitioner, Service
from kaya.db import db, uuid7
from tests.care.booking_scene import utc
from tests.care.directory_scene import Questions, a_crowd, a_service, shelf, someone, vocabulary

APPLICATION = {
    "name": "Amara Obi",
    "kind": "therapist",
    "licence": "PSY-1",
    "languages": ["ig"],
    "specialties": ["sleep"],
}
WALKING = {
    "name": "Walking",
    "category_id": "talking",
    "duration_minutes": 90,
    "price": {"amount": 8000, "currency": "EUR"},
}


@pytest.fixture
def talking(admin, monday):
    vocabulary("Sleep")
    return a_service(admin, shelf(), "Talking")


@pytest.fixture
def ada(admin, talking):
    return someone(admin, "Ada Nwosu", talking, specialties=["sleep"], languages=["ig"], city="Lagos")


# Reading


def test_a_practitioner_is_told_in_full(call, ada, talking):
    told = call().get("/api/v1/practitioners/ada-nwosu").json
    assert told == call().get(f"/api/v1/practitioners/{ada.id}").json
    assert told["next_open_at"] == "2026-03-02T09:00:00Z"
    assert told["price_from"] == {"amount": 6000, "currency": "EUR"}
    assert told["specialties"] == [{"slug": "sleep", "name": "Sleep"}]
    assert (told["languages"], told["modes"]) == (["ig"], ["video"])
    assert told["services"][0] == {
        "id": str(talking.id), "slug": "talking", "name": "Talking", "mode": "video", "duration_minutes": 50,
        "price": {"amount": 6000, "currency": "EUR"}, "location": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("", ["Ada Nwosu", "João Sá"]),
        ("q=joao", ["João Sá"]),
        ("kind=dentist", ["João Sá"]),
        ("specialty=sleep", ["Ada Nwosu"]),
        ("service=talking", ["Ada Nwosu", "João Sá"]),
        ("language=pt", ["João Sá"]),
        ("mode=video&max_price=6000", ["Ada Nwosu"]),
        ("max_price=5999", []),
        ("available_on=2026-03-08&timezone=UTC", ["Ada Nwosu"]),
        ("min_rating=4", []),
        ("sort=price", ["Ada Nwosu", "João Sá"]),
    ],
)
def test_the_directory_takes_every_filter(call, admin, ada, talking, asked, names):
    someone(admin, "João Sá", talking, euros=70, kind="dentist", languages=["pt"], weekdays=[2])
    answer = call().get(f"/api/v1/practitioners?{asked}&count=true").json
    assert sorted(each["name"] for each in answer["items"]) == names
    assert answer["total"] == len(names)


def test_a_list_is_paged_and_its_cursor_belongs_to_it(call, talking, monday):
    a_crowd(talking, 25, monday.now())
    first = call().get("/api/v1/practitioners?limit=20").json
    rest = call().get(f"/api/v1/practitioners?limit=20&cursor={first['next_cursor']}").json
    assert len({each["id"] for each in first["items"] + rest["items"]}) == 25
    assert rest["next_cursor"] is None
    assert "total" not in rest
    answer = call().get(f"/api/v1/practitioners?kind=therapist&cursor={first['next_cursor']}")
    assert (answer.status_code, answer.json["type"]) == (422, "/problems/bad-cursor")


@pytest.mark.parametrize("many", [24, 1200])
def test_a_list_asks_as_much_for_many_as_for_few(call, talking, monday, many):
    a_crowd(talking, many, monday.now())
    with Questions() as questions:
        total = call().get("/api/v1/practitioners?limit=20&count=true").json["total"]
    assert total == (many if many <= 1000 else "1000+")
    assert questions.count <= 8


@pytest.mark.parametrize(
    "asked",
    ["kind=wizard", "mode=pigeon", "max_price=cheap", "max_price=-1", "max_price=99999999999999999999", "sort=worst",
     "available_on=2026-13-40", "available_on=9999-12-31", "language=klingon", "specialty=😀", "service=nothing",
     "limit=0", "limit=1000", "cursor=nonsense", "min_rating=9", "timezone=Mars", "q=" + "x" * 300],
)  # fmt: skip
def test_a_filter_that_makes_no_sense_is_a_problem(call, ada, asked):
    answer = call().get(f"/api/v1/practitioners?{asked}")
    assert answer.status_code == 422
    assert answer.content_type == "application/problem+json"
    assert asked.split("=")[0] in answer.json["errors"]


@pytest.mark.parametrize("name", ["nobody", "%00", "😀", "00000000-0000-0000-0000-000000000000"])
def test_nobody_is_a_404(call, ada, name):
    for path in ("practitioners", "services", "dentists"):
        assert call().get(f"/api/v1/{path}/{name}").status_code == 404


def test_the_older_paths_answer_with_their_kind(call, admin, ada, talking):
    joao = someone(admin, "João Sá", talking, kind="dentist")
    for path in ("dentists", "profiles/dentists"):
        assert [each["name"] for each in call().get(f"/api/v1/{path}").json["items"]] == ["João Sá"]
        assert call().get(f"/api/v1/{path}/{joao.slug}").json["name"] == "João Sá"
        assert call().get(f"/api/v1/{path}/ada-nwosu").status_code == 404
    assert [each["name"] for each in call().get("/api/v1/therapists").json["items"]] == ["Ada Nwosu"]
    for path in ("/therapists", "/doctors/nobody", "/profiles/dentists", "/profiles/me"):
        assert call().get(f"/api/v1{path}").headers["Deprecation"] == "@1767225600"
    assert "Deprecation" not in call().get("/api/v1/practitioners").headers
    assert call().get("/api/v1/doctors").json["items"] == []


def test_the_older_paths_say_that_they_are(call):
    paths = call().get("/api/v1/openapi.json").json["paths"]
    assert paths["/api/v1/dentists"]["get"]["deprecated"]
    assert "deprecated" not in paths["/api/v1/practitioners"]["get"]


# Applying and being verified


def test_a_member_applies_is_verified_and_it_is_taken_back(call, amara, admin, talking):
    phone, staff = call(amara), call(admin)
    answer = phone.post("/api/v1/practitioners", json=APPLICATION)
    assert (answer.status_code, answer.json["status"]) == (201, "waiting")
    assert answer.json["timezone"] == amara.timezone
    path = f"/api/v1/practitioners/{answer.json['id']}"
    assert call().get(path).status_code == 404
    assert phone.post(f"{path}/verification").status_code == 403
    assert staff.post(f"{path}/verification").json["status"] == "verified"
    assert staff.post(f"{path}/verification").status_code == 409
    assert call().get(path).status_code == 200
    assert staff.delete(f"{path}/verification").status_code == 204
    assert call().get(path).status_code == 404


def test_applying_twice_is_a_conflict_and_with_the_same_id_the_same(call, amara, ben, talking):
    body = APPLICATION | {"id": str(uuid7())}
    assert call(amara).post("/api/v1/practitioners", json=body).json["id"] == body["id"]
    assert call(amara).post("/api/v1/practitioners", json=body).status_code == 201
    assert call(amara).post("/api/v1/practitioners", json=APPLICATION).json["type"] == "/problems/already-applied"
    assert call(ben).post("/api/v1/practitioners", json=body).status_code == 409
    assert len(db.session.scalars(select(Practitioner)).all()) == 1


def test_a_dentist_applies_at_the_older_path(call, ben, talking):
    answer = call(ben).post("/api/v1/dentists", json={"name": "Ben Adler", "kind": "coach"})
    assert answer.json["kind"] == "dentist"


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", None), ("name", "x" * 200), ("kind", "wizard"), ("languages", ["klingon"]), ("specialties", ["flying"]),
     ("timezone", "Mars"), ("bio", 7), ("unknown", 1), ("first_visit", {"never": "x"}), ("id", "7")],
)  # fmt: skip
def test_an_application_that_makes_no_sense_is_a_problem(call, amara, talking, field, value):
    answer = call(amara).post("/api/v1/practitioners", json=APPLICATION | {field: value})
    assert answer.status_code == 422
    assert any(name.startswith(field) for name in answer.json["errors"])


# One's own


def test_ones_own_profile_is_read_and_changed(call, ada):
    phone = call(ada.user)
    read = phone.get("/api/v1/practitioners/me")
    changed = phone.patch(
        "/api/v1/practitioners/me",
        json={"headline": "New", "first_visit": {"before": "Breathe"}},
        headers={"If-Match": read.headers["ETag"]},
    )
    assert changed.json == read.json | {
        "headline": "New",
        "first_visit": {"before": "Breathe", "during": "", "after": ""},
    }
    stale = phone.patch(
        "/api/v1/practitioners/me", json={"headline": "Old"}, headers={"If-Match": read.headers["ETag"]}
    )
    assert stale.status_code == 412


def test_the_dental_systems_profile_is_replaced_as_a_whole(call, ada):
    phone = call(ada.user)
    body = {"name": "Ada Nwosu", "kind": ada.kind, "licence": ada.licence}
    answer = phone.put("/api/v1/profiles/me", json=body)
    assert (answer.json["city"], answer.json["languages"]) == ("", [])
    assert phone.get("/api/v1/profiles/me").json == answer.json


def test_who_has_no_profile_has_none(call, amara):
    assert call(amara).get("/api/v1/practitioners/me").status_code == 404
    assert call(amara).get("/api/v1/practitioners/me/clients").status_code == 403
    assert call().get("/api/v1/practitioners/me").status_code == 401


def test_a_practitioner_sees_whom_they_see_and_nobody_else(call, admin, amara, ben, ada, talking):
    zoe = someone(admin, "Zoe Other", talking)
    mine, theirs = (
        db.session.scalars(select(Offering).where(Offering.practitioner_id == p.id)).one() for p in (ada, zoe)
    )
    booking.book(amara, mine, utc(3, 9))
    booking.book(ben, theirs, utc(3, 9))
    told = call(ada.user).get("/api/v1/practitioners/me/clients?count=true").json
    assert told["total"] == 1
    assert told["items"] == [
        {"id": str(amara.id), "name": "Amara Obi", "appointments": 1, "last_appointment_at": None,
         "next_appointment_at": "2026-03-03T09:00:00Z"}
    ]  # fmt: skip
    stats = call(ada.user).get("/api/v1/practitioners/me/stats").json
    assert (stats["clients"], stats["upcoming"], sum(stats["appointments"].values())) == (1, 1, 1)


# Services


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("", ["Massage", "Talking"]),
        ("q=mass", ["Massage"]),
        ("category=talking", ["Talking"]),
        ("min_price=5000", ["Talking"]),
        ("max_price=5000", ["Massage"]),
        ("max_duration=45", ["Massage"]),
        ("practitioner_id=ada-nwosu", ["Talking"]),
    ],
)
def test_the_catalogue_takes_every_filter(call, admin, ada, asked, names):
    a_service(admin, shelf("Bodywork"), "Massage", minutes=40, euros=30)
    answer = call().get(f"/api/v1/services?{asked}&count=true").json
    assert [each["name"] for each in answer["items"]] == names
    assert answer["total"] == len(names)


def test_the_shelves_are_told(call, talking):
    assert [each["slug"] for each in call().get("/api/v1/services/categories").json["items"]] == ["talking"]


def test_a_practitioner_makes_changes_and_takes_out_a_service(call, ada):
    phone = call(ada.user)
    made = phone.post("/api/v1/services", json=WALKING | {"modes": ["video", "in_person"]})
    assert made.status_code == 201
    service = db.session.scalars(select(Service).where(Service.name == "Walking")).one()
    offered = db.session.scalars(Offering.listed().where(Offering.service_id == service.id)).all()
    assert {(each.mode, each.price_amount) for each in offered} == {("video", 8000), ("in_person", 8000)}
    path = f"/api/v1/services/{made.json['slug']}"
    changed = phone.patch(path, json={"price": {"amount": 9000, "currency": "EUR"}, "summary": "Out of doors"})
    assert changed.json == made.json | {"price": {"amount": 9000, "currency": "EUR"}, "summary": "Out of doors"}
    assert {each.price_amount for each in offered} == {9000}
    assert phone.delete(path).status_code == 204
    assert phone.get(path).status_code == 404


def test_the_same_id_makes_one_service(call, admin, talking):
    body = WALKING | {"id": str(uuid7())}
    first, again = (call(admin).post("/api/v1/services", json=body) for _ in range(2))
    assert first.json == again.json
    assert len(db.session.scalars(select(Service)).all()) == 2


def test_others_keep_their_hands_off(call, amara, ada, talking):
    assert call(amara).post("/api/v1/services", json=WALKING).status_code == 403
    assert call().post("/api/v1/services", json=WALKING).status_code == 401
    assert call(ada.user).patch("/api/v1/services/talking", json={"name": "Mine"}).status_code == 403
    assert call(ada.user).delete("/api/v1/services/talking").status_code == 403


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", ""), ("category_id", "nothing"), ("duration_minutes", 1), ("duration_minutes", "long"), ("price", 5),
     ("price", {"amount": -1, "currency": "EUR"}), ("price", {"amount": 1, "currency": "ZZZ"}),
     ("price", {"amount": 1.5, "currency": "EUR"}), ("modes", ["pigeon"]), ("unknown", 1)],
)  # fmt: skip
def test_a_service_that_makes_no_sense_is_a_problem(call, admin, talking, field, value):
    answer = call(admin).post("/api/v1/services", json=WALKING | {field: value})
    assert answer.status_code == 422
    assert any(name.startswith(field) for name in answer.json["errors"])


@pytest.mark.parametrize("asked", ["min_price=x", "max_duration=0", "category=nothing", "limit=0", "cursor=x"])
def test_a_search_for_services_that_makes_no_sense_is_a_problem(call, talking, asked):
    assert call().get(f"/api/v1/services?{asked}").status_code == 422
