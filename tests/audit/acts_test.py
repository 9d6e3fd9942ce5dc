"""Every room writes its acts into the trail."""

from sqlalchemy import select

from kaya.accounts import profiles, resetting, roles, signing_in
from kaya.audit.models import AuditEntry
from kaya.care import feeds
from kaya.db import db, transaction
from kaya.jobs import queue
from kaya.jobs.models import Job
from kaya.organisation import furnishing
from tests.cast import PASSWORD


def written() -> list[str]:
    db.session.rollback()
    return list(db.session.scalars(select(AuditEntry.act).order_by(AuditEntry.sequence)))


def test_signing_in_and_out_by_browser(client, amara):
    client.post("/login", data={"email": amara.email, "password": "wrong"})
    client.post("/login", data={"email": "nobody@example.org", "password": "wrong"})
    client.post("/login", data={"email": amara.email, "password": PASSWORD})
    client.post("/logout")
    assert written() == ["wrong-password", "wrong-password", "signed-in", "signed-out"]
    rows = db.session.scalars(select(AuditEntry).order_by(AuditEntry.sequence)).all()
    assert [bool(row.subject) for row in rows] == [True, False, True, True]
    assert {row.medium for row in rows} == {"browser"}
    assert all(row.address for row in rows)


def test_five_wrong_passwords_and_a_new_one(client, amara, run_jobs):
    for _ in range(5):
        client.post("/login", data={"email": amara.email, "password": "wrong"})
    run_jobs()
    assert written() == ["wrong-password"] * 5 + ["password-locked"]


def test_a_password_changed(amara):
    resetting.change(amara, PASSWORD, "nine slow tides at noon", here=None)
    assert written() == ["password-changed"]


def test_a_role_given_and_the_sign_ins_that_it_ends(admin, amara):
    signing_in.arrive(amara)
    roles.give(admin, amara, "practitioner")
    assert written() == ["signed-in", "signed-out", "role-given"]
    assert db.session.scalar(select(AuditEntry.reason).where(AuditEntry.act == "role-given")) == "practitioner"


def test_ones_own_profile_and_choices_are_acts_of_ones_own(amara, visit):
    browser = visit(amara)
    browser.post("/settings/preferences", data={"theme": "dark", "time_format": "24h"})
    browser.post("/notifications/preferences", data={})
    assert written() == ["signed-in", "profile-changed", "notifications-chosen"]
    rows = db.session.scalars(select(AuditEntry).order_by(AuditEntry.sequence)).all()
    assert {row.actor for row in rows} == {row.subject for row in rows} == {rows[0].subject}


def test_what_the_house_changes_by_itself_is_nobodys_act(amara):
    profiles.change(amara, name="Amara O.")
    assert written() == []


def test_the_house_calendar_addresses_and_jobs(admin, amara):
    furnishing.name_house(admin, name="Rua das Flores")
    feeds.open_feed(amara)
    feed = db.session.scalar(feeds.of(amara))
    feeds.revoke(amara, feed)
    feeds.revoke(amara, feed)
    with transaction() as session:
        session.add(dead := Job(name="jobs.purge", state="dead"))
    queue.retry(dead)
    assert written() == ["organisation-changed", "feed-opened", "feed-revoked", "job-retried"]


def test_what_the_door_refuses(visit, client, amara):
    browser = visit(amara)
    for _ in range(9):
        assert browser.get("/staff/audit").status_code == 403
    assert client.get("/api/v1/users/me", headers={"Authorization": "Bearer nonsense"}).status_code == 401
    assert written() == ["signed-in", *["not-allowed"] * 4, "token-refused"]


def test_a_limit_that_is_reached(client, settings, app):
    settings(rate_limit_scale=1)
    answers = [client.get("/api/v1/services") for _ in range(105)]
    assert answers[-1].status_code == 429
    assert written() == ["too-many-requests"] * 3
