"""Giving up an account: fourteen days in which nothing is lost, and what stands in the way."""

import pytest
from sqlalchemy import select

from kaya.accounts import signing_in
from kaya.accounts.models import SignIn
from kaya.audit.models import AuditEntry
from kaya.care import booking
from kaya.care.models import Practitioner
from kaya.db import db
from kaya.mail.models import Mail
from kaya.privacy import leaving
from kaya.privacy.models import Deletion
from kaya.refusal import Refusal
from tests.care.booking_scene import MONDAY, offering, practice, service, utc

WISH = {"understood": "y"}


@pytest.fixture
def booked(amara, okafor, clock):
    clock.travel(to=MONDAY)
    return booking.book(amara, offering(practice(okafor), service()), utc(5, 10))


def subjects(to="amara@example.org"):
    db.session.rollback()
    return [mail.subject for mail in db.session.scalars(Mail.newest(to))][::-1]


def test_asked_for_in_the_browser_and_withdrawn(visit, amara):
    browser, other = visit(amara), visit(amara)
    page = browser.get("/settings/data/leaving").text
    assert "Before you leave" in page
    assert "Erase my account in 14 days" in page
    unread = browser.post("/settings/data/leaving")
    assert unread.status_code == 422
    assert "Please read what happens" in unread.text
    assert browser.post("/settings/data/leaving", data=WISH).location == "/settings/data/leaving"
    waiting = browser.get("/settings/data/leaving").text
    assert "Your account will be erased on" in waiting
    assert "Keep my account" in waiting
    assert "Your account will be erased on" in browser.get("/settings").text
    assert "/login" in other.get("/settings").location
    assert subjects() == ["Your account will be erased"]
    assert browser.post("/settings/data/leaving/withdrawal").location == "/settings/data"
    assert "will be erased" not in browser.get("/settings").text
    assert subjects() == ["Your account will be erased", "Your account stays"]
    acts = [act for act in db.session.scalars(select(AuditEntry.act).order_by(AuditEntry.sequence)) if "del" in act]
    assert acts == ["deletion-asked", "deletion-withdrawn"]


def test_who_comes_in_meanwhile_sees_it_first_and_once(visit, amara):
    leaving.ask(amara)
    browser = visit(amara)
    assert browser.get("/").location == "/settings/data/leaving"
    assert browser.get("/settings/data/leaving").status_code == 200
    assert browser.get("/").location != "/settings/data/leaving"


def test_asked_twice_it_is_the_same_day(amara, clock):
    first = leaving.ask(amara)
    clock.travel(days=3)
    again = leaving.ask(amara)
    assert (again.id, again.due_at) == (first.id, first.due_at)
    assert (first.due_at - first.asked_at).days == 14


def test_after_staying_one_may_ask_again(amara, clock):
    leaving.ask(amara)
    leaving.withdraw(amara)
    clock.travel(days=1)
    assert leaving.ask(amara).can_be_withdrawn
    assert len(db.session.scalars(select(Deletion)).all()) == 2


def test_nobody_stays_who_did_not_ask_to_leave(amara):
    with pytest.raises(Refusal, match="not-leaving"):
        leaving.withdraw(amara)


def test_every_other_sign_in_ends_and_this_one_goes_on(amara):
    here, there = signing_in.arrive(amara), signing_in.arrive(amara, medium="api")
    leaving.ask(amara, here=here)
    assert db.session.get(SignIn, here.id, populate_existing=True).ended_at is None
    assert db.session.get(SignIn, there.id, populate_existing=True).ended_at is not None


def test_a_practitioner_whom_clients_expect_cannot_leave_and_is_told_whom(visit, okafor, booked):
    with pytest.raises(Refusal, match="coming-appointments") as refused:
        leaving.ask(okafor)
    assert refused.value.details["appointments"] == [{"id": str(booked.id), "start": booked.starts_at}]
    page = visit(okafor).get("/settings/data/leaving").text
    assert "With Amara Obi" in page
    assert f"/appointments/{booked.id}" in page
    assert "Erase my account in 14 days" not in page


def test_once_they_are_cancelled_the_practitioner_may_and_takes_no_more_bookings(okafor, booked):
    booking.cancel(okafor, booked, "I am moving away.")
    leaving.ask(okafor)
    assert db.session.scalar(select(Practitioner).execution_options(populate_existing=True)).is_accepting is False


def test_a_client_may_leave_with_appointments_ahead_and_sees_them(visit, amara, booked):
    assert "With Ngozi Okafor" in visit(amara).get("/settings/data/leaving").text
    leaving.ask(amara)
    assert booked.is_live


def test_the_last_who_looks_after_the_house_stays(visit, admin):
    with pytest.raises(Refusal, match="last-operator"):
        leaving.ask(admin)
    assert "only one who looks after the house" in visit(admin).get("/settings/data/leaving").text


def test_it_needs_a_fresh_session_and_staying_does_not(visit, call, amara, clock):
    browser, phone = visit(amara), call(amara)
    clock.travel(minutes=11)
    assert "/reauthenticate" in browser.post("/settings/data/leaving", data=WISH).location
    refused = phone.delete("/api/v1/users/me")
    assert (refused.status_code, refused.json["type"]) == (403, "/problems/reauthenticate")
    leaving.ask(amara, here=db.session.scalar(select(SignIn).where(SignIn.medium == "browser")))
    assert browser.post("/settings/data/leaving/withdrawal").status_code == 303


def test_by_the_api(call, amara, okafor, booked):
    phone = call(amara)
    asked = phone.delete("/api/v1/users/me")
    assert (asked.status_code, asked.json["status"]) == (202, "leaving")
    assert asked.json["due_at"].startswith("2026-03-16T08:0")
    assert phone.delete("/api/v1/users/me").json == asked.json
    assert phone.post("/api/v1/users/me/stay").json["status"] == "staying"
    assert phone.post("/api/v1/users/me/stay").json["type"] == "/problems/not-leaving"
    refused = call(okafor).delete("/api/v1/users/me")
    assert (refused.status_code, refused.json["type"]) == (409, "/problems/coming-appointments")
    assert refused.json["appointments"] == [{"id": str(booked.id), "start": "2026-03-05T10:00:00Z"}]


def test_a_letter_comes_on_the_last_day(amara, run_jobs, clock):
    leaving.ask(amara)
    clock.travel(days=13, hours=1)
    run_jobs()
    run_jobs()
    assert subjects() == ["Your account will be erased", "Tomorrow your account is erased"]
