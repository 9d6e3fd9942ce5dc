"""Admin API keys: shown once, kept hashed, scoped, expiring, revocable, and no more than who made them."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from kaya.accounts import admin_keys, granting, roles, suspending
from kaya.accounts.models import ApiKey, Role
from kaya.accounts.permissions import Permission
from kaya.audit.models import AuditEntry
from kaya.refusal import Refusal
from tests.cast import person
from tests.visitor import Visitor

KEYS = "/api/v1/admin/api-keys"
SUSPEND_REASON = "A test"


@pytest.fixture
def using(app):
    """`using(words)`: a machine with that key."""

    def open_machine(words):
        machine = Visitor(app)
        machine.environ_base["HTTP_X_ADMIN_KEY"] = words
        return machine

    return open_machine


def made(admin, *scopes, **more):
    return admin_keys.make(admin, "Warehouse", scopes or ["operations:read"], **more)


def test_a_key_is_told_once_and_kept_as_a_hash(call, admin, session):
    phone = call(admin)
    answer = phone.post(KEYS, json={"name": "Warehouse", "scopes": ["shop:write", "operations:read"]})
    assert answer.status_code == 201, answer.text
    words = answer.json["key"]
    assert words.startswith(answer.json["prefix"])
    assert len(words) > 40
    [listed] = phone.get(KEYS).json["items"]
    assert "key" not in listed
    assert (listed["name"], listed["scopes"]) == ("Warehouse", ["operations:read", "shop:write"])
    row = session.scalars(select(ApiKey)).one()
    assert words.encode() not in repr(vars(row)).encode()
    assert row.secret_hash == admin_keys.digest(words)


def test_asked_twice_under_one_key_it_is_made_once_and_told_once(call, admin, session):
    phone = call(admin)
    first, again = (
        phone.post(KEYS, json={"name": "A", "scopes": ["shop:read"]}, headers={"Idempotency-Key": "k"}) for _ in "ab"
    )
    assert (again.status_code, again.json) == (201, first.json | {"key": None})
    assert len(session.scalars(select(ApiKey)).all()) == 1


def test_it_opens_what_its_scopes_name_and_nothing_else(using, admin, clock):
    _, words = made(admin, "operations:read")
    machine = using(words)
    assert machine.get(KEYS).status_code == 200
    for method, path in [
        ("GET", "/api/v1/admin/audit"),
        ("GET", "/api/v1/users/me"),
        ("GET", "/api/v1/appointments"),
        ("POST", "/api/v1/auth/logout"),
        ("POST", "/api/v1/services"),
    ]:
        refused = machine.open(path, method=method, json={} if method == "POST" else None)
        assert (refused.status_code, refused.json["type"]) == (403, "/problems/scope-missing"), path
    assert machine.get("/api/v1/practitioners").status_code == 200
    assert using(made(admin, "audit:read")[1]).get("/api/v1/admin/audit").status_code == 200


def test_reading_is_not_writing_and_keys_make_no_keys(using, admin):
    only_reads, writes = using(made(admin, "content:read")[1]), using(made(admin, "content:write")[1])
    body = {"name": "Listening", "category_id": "nowhere", "duration_minutes": 45}
    assert only_reads.post("/api/v1/services", json=body).json["type"] == "/problems/scope-missing"
    assert writes.post("/api/v1/services", json=body).status_code == 422
    maker = using(made(admin, "operations:write")[1])
    refused = maker.post(KEYS, json={"name": "Child", "scopes": ["audit:read"]})
    assert (refused.status_code, refused.json["type"]) == (403, "/problems/reauthenticate")


def test_what_it_may_read_it_may_not_write_behind_a_door_of_something_else(using, admin, session):
    """Whoever supports people comes to POST /users; whom they may invite there is asked of the same key's scopes."""
    machine = using(made(admin, "support:write", "operations:read")[1])
    staff, member = ({"email": f"{role}@example.org", "name": "Nia Cole", "role": role} for role in ("staff", "member"))
    assert machine.get(KEYS).status_code == 200
    assert machine.post("/api/v1/users", json=staff).status_code == 403
    assert machine.post("/api/v1/users", json=member).status_code == 201
    writes = using(made(admin, "support:read", "operations:write")[1])
    assert writes.post("/api/v1/users", json=staff).status_code == 201


def test_pages_and_sockets_know_no_keys(using, admin):
    assert using(made(admin)[1]).get("/staff").status_code == 303


@pytest.mark.parametrize("words", ["", "kaya_", "kaya_" + "x" * 43, "Bearer x", "ka\xffya_", "x" * 4000])
def test_what_is_no_key_opens_nothing(using, admin, words):
    made(admin)
    assert using(words).get(KEYS).status_code == 401


def test_it_ends_after_ninety_days_or_when_it_says(using, admin, clock):
    usual, short = made(admin)[1], made(admin, expires_at=clock.now() + timedelta(days=2))[1]
    clock.travel(days=1)
    assert using(short).get(KEYS).status_code == 200
    clock.travel(days=2)
    assert using(short).get(KEYS).status_code == 401
    assert using(usual).get(KEYS).status_code == 200
    clock.travel(days=88)
    assert using(usual).get(KEYS).status_code == 401


def test_revoked_it_opens_nothing_from_then_on(call, using, admin):
    key, words = made(admin)
    assert call(admin).delete(f"{KEYS}/{key.id}").status_code == 204
    assert call(admin).delete(f"{KEYS}/{key.id}").status_code == 204
    assert using(words).get(KEYS).status_code == 401


@pytest.mark.parametrize("what", ["role", "suspension"])
def test_it_ends_with_the_work_of_who_made_it(using, admin, what):
    other = person("Nia Cole", email="nia@example.org", role=Role.STAFF)
    granting.grant_all(other)
    _, words = made(other)
    assert using(words).get(KEYS).status_code == 200
    if what == "role":
        roles.give(admin, other, "member")
    else:
        suspending.suspend(admin, other, SUSPEND_REASON)
    assert using(words).get(KEYS).status_code == 401


def test_it_loses_what_they_lose(using, admin):
    other = person("Nia Cole", email="nia@example.org", role=Role.STAFF)
    granting.grant_all(other)
    _, words = made(other)
    granting.withdraw(admin, other, Permission.OPERATIONS)
    assert using(words).get(KEYS).status_code == 403


def test_only_operators_make_and_see_them_and_only_freshly(call, admin, amara, okafor, clock):
    for somebody in (amara, okafor):
        assert call(somebody).get(KEYS).status_code == 403
        assert call(somebody).post(KEYS, json={"name": "x", "scopes": ["shop:read"]}).status_code == 403
        with pytest.raises(Refusal, match="not-allowed"):
            made(somebody)
    phone = call(admin)
    clock.travel(minutes=11)
    stale = phone.post(KEYS, json={"name": "x", "scopes": ["shop:read"]})
    assert (stale.status_code, stale.json["type"]) == (403, "/problems/reauthenticate")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"name": "", "scopes": ["shop:read"]}, "name"),
        ({"name": "x" * 81, "scopes": ["shop:read"]}, "name"),
        ({"name": "x", "scopes": []}, "scopes"),
        ({"name": "x", "scopes": ["everything"]}, "scopes"),
        ({"name": "x", "scopes": ["shop:read"], "expires_at": "2020-01-01T00:00:00Z"}, "expires_at"),
        ({"name": "x", "scopes": ["shop:read"], "expires_at": "2199-01-01T00:00:00Z"}, "expires_at"),
    ],
)
def test_a_mistake_is_told_beside_its_field(call, admin, body, field):
    answer = call(admin).post(KEYS, json=body)
    assert answer.status_code == 422
    assert field in answer.json["errors"]


def test_it_has_a_limit_of_its_own(using, admin, settings):
    settings(rate_limit_scale=1, rate_limits="api-key=3/hour")
    first, second = using(made(admin)[1]), using(made(admin)[1])
    assert [first.get(KEYS).status_code for _ in range(4)] == [200, 200, 200, 429]
    assert second.get(KEYS).headers["RateLimit-Remaining"] == "2"


def test_its_use_is_noticed_every_five_minutes(using, admin, clock, call):
    _, words = made(admin)
    using(words).get(KEYS).close()
    first = call(admin).get(KEYS).json["items"][0]["last_used_at"]
    clock.travel(minutes=4)
    using(words).get(KEYS).close()
    assert call(admin).get(KEYS).json["items"][0]["last_used_at"] == first
    clock.travel(minutes=2)
    using(words).get(KEYS).close()
    assert call(admin).get(KEYS).json["items"][0]["last_used_at"] > first


def test_making_revoking_and_what_it_does_are_in_the_trail(call, using, admin, session):
    key, _ = made(admin, "content:write")
    call(admin).delete(f"{KEYS}/{key.id}")
    acts = session.scalars(select(AuditEntry.act).where(AuditEntry.row_id == str(key.id))).all()
    assert {"api-key-made", "api-key-revoked"} <= set(acts)
