"""Suspension: the house is closed to someone at once, with a reason, until it is opened again."""

import time

import pytest
import socketio
from sqlalchemy import select

from kaya.accounts import granting, signing_in, suspending
from kaya.accounts.models import Role, Suspension
from kaya.accounts.permissions import Permission
from kaya.audit.models import AuditEntry
from kaya.db import db
from kaya.jobs.models import Job
from kaya.mail.models import Mail
from kaya.refusal import Refusal
from tests.cast import PASSWORD, person
from tests.live import serving
from tests.stage.process import wait_for

WHY = "You wrote to three people in a way that frightened them."


@pytest.fixture
def petra(app):
    return person("Petra Lind", role=Role.STAFF, may=(Permission.SUPPORT,))


def test_every_way_in_is_closed_at_once(petra, amara, visit, call, listen):
    browser, phone = visit(amara), call(amara)
    page = listen(browser)
    assert phone.get("/api/v1/users/me").status_code == 200
    suspending.suspend(petra, amara, WHY)
    assert phone.get("/api/v1/users/me").status_code == 401
    assert "/login" in browser.get("/settings").headers["Location"]
    assert not page.is_connected()
    with pytest.raises(Refusal, match="suspended"):
        signing_in.with_password(amara.email, PASSWORD)


def test_whoever_knows_the_password_is_told_and_nobody_else(petra, amara, client, call):
    suspending.suspend(petra, amara, WHY)
    knocks = {"email": amara.email, "password": PASSWORD}
    told = client.post("/login", data=knocks)
    assert (told.status_code, "closed to you just now" in told.text) == (422, True)
    refused = call().post("/api/v1/auth/login", json=knocks)
    assert (refused.status_code, refused.json["type"]) == (403, "/problems/suspended")
    guesses = [{"email": each, "password": "wrong"} for each in (amara.email, "nobody@example.org")]
    assert [call().post("/api/v1/auth/login", json=each).json["type"] for each in guesses] == [
        "/problems/wrong-password"
    ] * 2
    assert "closed to you" not in client.post("/login", data=guesses[0]).text
    acts = db.session.scalars(select(AuditEntry.act).order_by(AuditEntry.sequence)).all()
    assert acts.count("suspended-knocked") == 2


def test_the_refresh_token_is_worth_nothing_even_when_they_are_back(petra, amara):
    tokens = signing_in.tokens_for(signing_in.arrive(amara, medium="api"))
    suspending.suspend(petra, amara, WHY)
    suspending.reopen(petra, amara)
    with pytest.raises(Refusal, match="invalid-token"):
        signing_in.refresh(tokens.refresh_token)


def test_they_are_told_why_and_when_it_is_over(petra, amara, run_jobs):
    suspending.suspend(petra, amara, WHY)
    run_jobs()
    assert WHY in db.session.scalars(Mail.newest(amara.email)).first().text
    suspending.reopen(petra, amara)
    run_jobs()
    assert "open again" in db.session.scalars(Mail.newest(amara.email)).first().subject
    assert signing_in.with_password(amara.email, PASSWORD)


def test_the_reason_is_in_no_job_and_in_no_letter_once_it_was_sent(petra, amara, run_jobs, settings, session):
    settings(environment="production")
    suspending.suspend(petra, amara, WHY)
    assert WHY not in str(session.scalars(select(Job.arguments)).all())
    run_jobs()
    letter = session.scalars(Mail.newest(amara.email)).first()
    assert letter.sent_at
    assert WHY not in letter.text + letter.html + letter.subject


def test_who_when_and_why_is_kept_and_the_reason_sealed(petra, admin, amara):
    suspending.suspend(petra, amara, WHY)
    suspending.reopen(admin, amara)
    suspending.suspend(admin, amara, "Again.")
    newest, first = db.session.scalars(Suspension.of(amara))
    assert (first.by, first.lifted_by, first.reason) == (petra, admin, WHY)
    assert newest.lifted_at is None
    assert (
        WHY.encode() not in db.session.connection().exec_driver_sql("SELECT reason FROM suspensions").scalars().first()
    )


def test_it_is_written_into_the_trail(petra, amara):
    suspending.suspend(petra, amara, WHY)
    suspending.reopen(petra, amara)
    acts = db.session.scalars(select(AuditEntry.act).order_by(AuditEntry.sequence)).all()
    assert acts == ["account-suspended", "account-reopened"]


def test_a_reason_is_needed_and_has_an_end(petra, amara):
    with pytest.raises(Refusal, match="no-reason"):
        suspending.suspend(petra, amara, "  ")
    with pytest.raises(Refusal, match="too-long"):
        suspending.suspend(petra, amara, "x" * 1001)


def test_staff_are_suspended_by_operations_alone_and_nobody_themselves(petra, admin, amara, ben):
    for actor, user, kind in (
        (petra, admin, "not-allowed"),
        (ben, amara, "not-allowed"),
        (petra, petra, "not-allowed"),
        (admin, admin, "own-account"),
    ):
        with pytest.raises(Refusal, match=kind):
            suspending.suspend(actor, user, WHY)
        with pytest.raises(Refusal, match=kind):
            suspending.end_sign_ins(actor, user)
    suspending.suspend(admin, petra, WHY)
    with pytest.raises(Refusal, match="already-suspended"):
        suspending.suspend(admin, petra, WHY)
    with pytest.raises(Refusal, match="not-suspended"):
        suspending.reopen(admin, amara)


def test_the_last_who_may_grant_is_not_suspended_by_another_who_left_it(petra, admin):
    granting.grant(admin, petra, Permission.OPERATIONS)
    granting.withdraw(petra, admin, Permission.OPERATIONS)
    with pytest.raises(Refusal, match="not-allowed"):
        suspending.suspend(admin, petra, WHY)


def test_a_real_socket_is_closed_within_a_second(app, database, petra, amara):
    """Served by another process, as it is at work."""
    token = signing_in.tokens_for(signing_in.arrive(amara, medium="api")).access_token
    here = app.config["KAYA"]
    db.session.rollback()
    page = socketio.Client(reconnection=False)
    with serving(here.instance_path, database.address, seeded=False, public_url=here.public_url) as address:
        page.connect(address, auth={"token": token}, transports=["websocket"])
        assert page.call("subscribe", {"topic": "notifications"})["ok"]
        began = time.monotonic()
        suspending.suspend(petra, amara, WHY)
        wait_for(lambda: not page.connected)
        assert time.monotonic() - began < 1
