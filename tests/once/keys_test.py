"""Idempotency-Key: asked twice under one key, done once; at the same moment, and after Kaya was started again."""

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from threading import Barrier

import pytest
from sqlalchemy import func, select

from kaya.care.models import Appointment, AppointmentNote, Hold, Practitioner, Service
from kaya.media.models import Image
from kaya.once.models import KeptKey
from tests.api.conftest import hour, monday, ngozi
from tests.databases import migrated_app
from tests.media.pictures import picture
from tests.visitor import Visitor

__all__ = ["hour", "monday", "ngozi"]
API = "/api/v1"
KEY = {"Idempotency-Key": "a-phone-made-this"}
AT_ONCE = 20

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def wish(hour):
    ids = {"practitioner_id": str(hour.practitioner_id), "service_id": str(hour.service_id)}
    return ids | {"start": "2026-03-09T10:00:00Z"}


def how_many(session, model):
    return session.scalar(select(func.count()).select_from(model))


def test_the_same_again_answers_for_the_same_thing(call, amara, session, wish):
    phone = call(amara)
    first = phone.post(f"{API}/appointments", json=wish, headers=KEY)
    again = phone.post(f"{API}/appointments", json=dict(reversed(wish.items())), headers=KEY)
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json == first.json
    assert how_many(session, Appointment) == 1
    assert phone.post(f"{API}/appointments", json=wish).status_code == 409


def test_it_is_told_as_it_is_now(call, amara, wish):
    phone = call(amara)
    made = phone.post(f"{API}/appointments", json=wish, headers=KEY).json
    phone.post(f"{API}/appointments/{made['id']}/cancel", json={})
    again = phone.post(f"{API}/appointments", json=wish, headers=KEY)
    assert (again.status_code, again.json["id"], again.json["status"]) == (201, made["id"], "cancelled")


def test_another_body_is_another_wish(call, amara, session, wish):
    phone = call(amara)
    phone.post(f"{API}/appointments", json=wish, headers=KEY)
    other = phone.post(f"{API}/appointments", json=wish | {"start": "2026-03-09T12:00:00Z"}, headers=KEY)
    assert (other.status_code, other.json["type"]) == (422, "/problems/key-reused")
    assert other.json["errors"].keys() == {"Idempotency-Key"}
    assert how_many(session, Appointment) == 1


def test_a_key_is_ones_own_and_its_endpoints(call, amara, ben, session, wish):
    held = call(amara).post(f"{API}/availability/reserve", json=wish, headers=KEY)
    assert held.status_code == 201
    assert call(ben).post(f"{API}/availability/reserve", json=wish, headers=KEY).status_code == 409
    booked = call(amara).post(f"{API}/appointments", json=wish, headers=KEY)
    assert booked.status_code == 201
    assert how_many(session, KeptKey) == 2


def test_what_was_refused_may_be_mended(call, amara, session, wish):
    phone = call(amara)
    assert (
        phone.post(f"{API}/appointments", json=wish | {"start": "2026-03-01T10:00:00Z"}, headers=KEY).status_code == 422
    )
    assert phone.post(f"{API}/appointments", json=wish | {"mode": "by pigeon"}, headers=KEY).status_code == 422
    assert how_many(session, KeptKey) == 0
    assert phone.post(f"{API}/appointments", json=wish, headers=KEY).status_code == 201


@pytest.mark.parametrize("key", ["", "x" * 201])
def test_a_key_has_a_length(call, amara, session, wish, key):
    answer = call(amara).post(f"{API}/appointments", json=wish, headers={"Idempotency-Key": key})
    assert answer.status_code == 422
    assert "Idempotency-Key" in answer.json["errors"]
    assert how_many(session, Appointment) == 0


def test_a_day_later_it_is_forgotten(call, amara, clock, run_jobs, session, wish):
    phone = call(amara)
    phone.post(f"{API}/availability/reserve", json=wish, headers=KEY)
    clock.travel(hours=23, minutes=59)
    gone = call(amara).post(f"{API}/availability/reserve", json=wish, headers=KEY)
    assert gone.status_code == 410
    clock.travel(minutes=2)
    later = call(amara).post(f"{API}/availability/reserve", json=wish, headers=KEY)
    assert later.status_code == 201
    clock.travel(hours=25)
    run_jobs()
    assert how_many(session, KeptKey) == 0


def test_at_the_same_moment_it_happens_once(app, amara, call, session, wish):
    start, token = Barrier(AT_ONCE), call(amara).environ_base["HTTP_AUTHORIZATION"].removeprefix("Bearer ")

    def ask(number):
        with app.app_context():
            visitor = Visitor(app, token=token)
            start.wait()
            answer = visitor.post(f"{API}/appointments", json=wish, headers=KEY)
            return answer.status_code, answer.json.get("id")

    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = set(pool.map(ask, range(AT_ONCE)))
    assert len(answers) == 1, answers
    assert answers.pop()[0] == 201
    assert how_many(session, Appointment) == 1
    assert how_many(session, KeptKey) == 1


def test_it_outlives_a_restart(database, call, amara, wish, tmp_path):
    phone = call(amara)
    first = phone.post(f"{API}/appointments", json=wish, headers=KEY)
    started_anew = migrated_app(database.app.config["KAYA"].instance_path, database.address)
    with started_anew.app_context():
        token = phone.environ_base["HTTP_AUTHORIZATION"].removeprefix("Bearer ")
        again = Visitor(started_anew, token=token).post(f"{API}/appointments", json=wish, headers=KEY)
    assert (again.status_code, again.json) == (201, first.json)


def test_every_thing_that_is_made(call, amara, okafor, ben, hour, session, wish):
    """Twice under one key: the same answer, and one of each."""
    price = {"amount": 4500, "currency": "EUR"}
    category = str(hour.service.category_id)
    service = {"name": "Listening", "category_id": category, "duration_minutes": 45, "price": price}
    application = {"name": "Ben", "kind": "therapist", "timezone": "UTC", "licence": "K-1"}
    booked = call(amara).post(f"{API}/appointments", json=wish | {"start": "2026-03-10T10:00:00Z"}).json["id"]
    note, before = f"{API}/appointments/{booked}/notes", how_many(session, Service)
    for who, path, body, status in [
        (amara, f"{API}/availability/reserve", wish, 201),
        (amara, f"{API}/chatbot/reserve", wish | {"start": "2026-03-11T10:00:00Z"}, 201),
        (amara, note, {"body": "Ask about tea."}, 201),
        (okafor, f"{API}/services", service, 201),
        (ben, f"{API}/practitioners", application, 201),
    ]:
        phone = call(who)
        first, again = (phone.post(path, json=body, headers=KEY) for _ in range(2))
        assert (first.status_code, again.status_code) == (status, status), (path, first.text, again.text)
        assert first.json == again.json, path
    held = {"reservation_id": str(session.scalars(select(Hold.id)).first())}
    first, again = (call(amara).post(f"{API}/chatbot/confirm", json=held, headers=KEY) for _ in range(2))
    assert (again.status_code, again.json) == (201, first.json)
    assert how_many(session, AppointmentNote) == 1
    assert how_many(session, Appointment) == 2
    assert how_many(session, Service) == before + 1
    assert how_many(session, Practitioner) == 2


def test_a_picture_is_kept_once(call, amara, session):
    phone, shown = call(amara), picture()

    def give(content):
        return phone.post(
            f"{API}/media", data={"file": (BytesIO(content), "tea.jpg"), "purpose": "avatar"}, headers=KEY
        )

    first, again = give(shown), give(shown)
    assert (first.status_code, again.status_code) == (201, 201), first.text
    assert again.json["id"] == first.json["id"]
    assert give(picture(size=(30, 40))).status_code == 422
    assert how_many(session, Image) == 1
