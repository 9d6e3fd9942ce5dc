"""Staff's pages about people."""

import re

import pytest

from kaya.accounts import inviting, signing_in, suspending
from kaya.accounts.models import Invitation, Role, SignIn, User
from kaya.accounts.permissions import Permission
from kaya.db import db, transaction
from kaya.realtime import version_of
from tests.cast import person
from tests.statements import statements


@pytest.fixture
def petra(app):
    return person("Petra Lind", role=Role.STAFF, may=(Permission.SUPPORT,), timezone="Europe/Stockholm")


def names(answer):
    """As they follow each other on the page."""
    known = {str(user.id): user.name for user in db.session.scalars(db.select(User))}
    return [known[id] for id in re.findall(r'id="person-([^"]+)"', answer.text)]


def test_everyone_stands_in_the_list(visit, petra, amara, okafor):
    assert sorted(names(visit(petra).get("/staff/people"))) == ["Amara Obi", "Ngozi Okafor", "Petra Lind"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("q=AMARA", ["Amara Obi"]),
        ("q=ben%40", ["Ben Castellanos"]),
        ("q=%25", []),
        ("role=practitioner", ["Ngozi Okafor"]),
        ("status=suspended", ["Ben Castellanos"]),
        ("status=active&role=member", ["Amara Obi"]),
        ("status=leaving", []),
        ("two_factor=on", ["Petra Lind"]),
        ("role=king&q=obi", ["Amara Obi"]),
    ],
)
def test_looked_for_by_name_address_role_and_standing(visit, petra, amara, ben, okafor, asked, found):
    suspending.suspend(petra, ben, "Threats.")
    assert names(visit(petra).get(f"/staff/people?{asked}")) == found


def test_what_cannot_be_understood_is_left_out_and_said(visit, petra, amara):
    answer = visit(petra).get("/staff/people?role=king&sort=height")
    assert answer.status_code == 200
    assert "It is left out." in answer.text
    assert len(names(answer)) == 2


def test_a_long_list_goes_on_where_it_ended(visit, petra):
    for number in range(30):
        person(f"Member {number:02}")
    browser = visit(petra)
    first = browser.get("/staff/people?role=member&sort=name")
    assert names(first) == [f"Member {number:02}" for number in range(25)]
    [more] = [part.split('"')[0] for part in first.text.split('href="')[1:] if "cursor=" in part.split('"')[0]]
    assert names(browser.get(more.replace("&amp;", "&"))) == [f"Member {number:02}" for number in range(25, 30)]


def test_a_page_of_people_costs_the_same_however_many(visit, petra):
    browser = visit(petra)
    browser.get("/staff/people")
    with statements() as few:
        browser.get("/staff/people")
    for number in range(30):
        signing_in.arrive(person(f"Member {number:02}"))
    with statements() as many:
        browser.get("/staff/people")
    assert len(many) == len(few)


def test_someone_with_all_that_may_be_done(visit, admin, amara):
    shown = visit(admin).get(f"/staff/people/{amara.id}").text
    for words in ("amara@example.org", "Give this role", "Suspend Amara", "Begin to erase it"):
        assert words in shown
    assert 'role="switch"' not in shown


def test_a_switch_for_each_permission(visit, admin, petra):
    browser, path = visit(admin), f"/staff/people/{petra.id}"
    shown = browser.get(path).text
    assert shown.count('role="switch"') == len(Permission)
    assert shown.count('aria-checked="true"') == 1
    assert browser.post(f"{path}/permissions/audit").status_code == 303
    assert browser.get(path).text.count('aria-checked="true"') == 2
    assert browser.post(f"{path}/permissions/audit/withdrawal").status_code == 303
    assert browser.post(f"{path}/permissions/kingdom").status_code == 404
    assert browser.get(path).text.count('aria-checked="true"') == 1


def test_support_sees_permissions_and_changes_none(visit, petra, admin):
    shown = visit(petra).get(f"/staff/people/{admin.id}").text
    assert 'role="switch"' not in shown
    assert "Suspend Sofia" not in shown
    assert "Give this role" not in shown


def test_a_role_is_given_and_a_wrong_one_said_beside_it(visit, admin, amara):
    browser, path = visit(admin), f"/staff/people/{amara.id}"
    assert browser.post(f"{path}/role", data={"role": "king"}).status_code == 422
    assert browser.post(f"{path}/role", data={"role": "practitioner"}).status_code == 303
    assert browser.get(path).text.count("Practitioner") >= 1


def test_suspended_with_a_reason_and_let_in_again(visit, petra, amara):
    browser, path = visit(petra), f"/staff/people/{amara.id}"
    empty = browser.post(f"{path}/suspension", data={"reason": " "})
    assert empty.status_code == 422
    long = browser.post(f"{path}/suspension", data={"reason": "x" * 1001})
    assert (long.status_code, "x" * 1001 in long.text) == (422, True)
    assert browser.post(f"{path}/suspension", data={"reason": "Threats, \u202eتهديد 😡"}).status_code == 303
    shown = browser.get(path).text
    assert "Let them in again" in shown
    assert "تهديد" in shown
    assert browser.post(f"{path}/suspension", data={"reason": "Again."}).status_code == 409
    assert browser.post(f"{path}/suspension/end").status_code == 303
    assert "Suspend Amara" in browser.get(path).text


def test_what_is_worth_asking_twice_is_asked_twice(visit, petra, amara, clock):
    browser, path = visit(petra), f"/staff/people/{amara.id}"
    clock.travel(minutes=11)
    for act in ("suspension", "suspension/end", "sign-ins/end", "removal"):
        assert "/reauthenticate" in browser.post(f"{path}/{act}", data={"reason": "Threats."}).headers["Location"]
    assert browser.get(path).status_code == 200


def test_signed_out_everywhere_they_may_come_again(visit, petra, amara):
    theirs = visit(amara)
    assert visit(petra).post(f"/staff/people/{amara.id}/sign-ins/end").status_code == 303
    assert theirs.get("/settings").status_code == 303
    assert signing_in.current(amara) == []


def test_asked_in_sent_again_and_taken_back(visit, petra, amara):
    browser, path = visit(petra), "/staff/people/invitations"
    known = browser.post(path, data={"name": "Amara", "email": amara.email, "role": "member"})
    assert (known.status_code, "has an account here already" in known.text) == (409, True)
    assert browser.post(path, data={"name": "Eve", "email": "eve@example.org", "role": "staff"}).status_code == 403
    assert browser.post(path, data={"name": "Eve", "email": "eve@example.org", "role": "member"}).status_code == 303
    assert "eve@example.org" in browser.get(path).text
    [invitation] = db.session.scalars(db.select(Invitation))
    assert browser.post(f"{path}/{invitation.id}/mail").status_code == 303
    assert browser.post(f"{path}/{invitation.id}/removal").status_code == 303
    assert "eve@example.org" not in browser.get(path).text


def test_whoever_looks_hears_of_it(petra, admin, amara):
    before = version_of("people"), version_of("people", amara.id)
    suspending.suspend(petra, amara, "Threats.")
    inviting.invite(petra, "eve@example.org", "Eve")
    assert (version_of("people") - before[0], version_of("people", amara.id) - before[1]) == (2, 1)


def test_figures_count_who_is_here(visit, petra, amara, okafor, clock):
    signing_in.arrive(amara)
    with transaction() as session:
        session.scalars(db.select(SignIn)).one().last_seen_at = clock.travel(days=-20)
    clock.travel(days=20)
    shown = visit(petra).get("/staff/people").text.split("</dl>")[0].split('<dd class="numeral">')[1:]
    assert [part.split("<")[0] for part in shown] == ["1", "1", "1", "3", "1", "2"]
