"""Permissions of staff: granted one by one, and taken back."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from kaya.accounts import granting, roles, suspending
from kaya.accounts.models import Role, User
from kaya.accounts.permissions import Permission
from kaya.db import db, transaction
from kaya.realtime import touch
from kaya.refusal import Refusal
from tests.cast import person
from tests.statements import statements


@pytest.fixture
def petra(app):
    return person("Petra Lind", role=Role.STAFF, may=(Permission.SUPPORT,))


def test_new_staff_may_do_nothing_until_it_is_granted(admin, amara):
    roles.give(admin, amara, Role.STAFF)
    assert amara.permissions == frozenset()
    granting.grant(admin, amara, Permission.CONTENT)
    assert amara.permissions == {Permission.CONTENT}
    [granted] = amara.grants
    assert (granted.granted_by_id, granted.granted_at is not None) == (admin.id, True)


def test_what_is_taken_back_closes_the_door_at_once(admin, petra, visit):
    browser = visit(petra)
    assert browser.get("/staff/appointments").status_code == 200
    granting.withdraw(admin, petra, Permission.SUPPORT)
    assert browser.get("/staff/appointments").status_code == 403


def test_what_is_taken_back_leaves_the_rooms_of_open_sockets_too(admin, petra, visit, listen):
    page, hers = listen(visit(petra)), listen(visit(admin))
    assert [each.ask("subscribe", topic="people")["ok"] for each in (page, hers)] == [True, True]
    granting.withdraw(admin, petra, Permission.SUPPORT)
    page.heard("nudge"), hers.heard("nudge")
    with transaction():
        touch("people", event="people:changed")
    assert hers.heard("nudge")
    assert not page.heard("nudge")
    assert not page.heard("signed-out")
    assert page.ask("subscribe", topic="notifications")["ok"], "she is signed in as before"
    assert not page.ask("subscribe", topic="people")["ok"]


def test_granted_twice_it_is_granted_once(admin, petra):
    granting.grant(admin, petra, Permission.SUPPORT)
    assert len(petra.grants) == 1


def test_only_operations_grant_and_nobody_themselves(admin, petra, amara):
    with pytest.raises(Refusal, match="not-allowed"):
        granting.grant(petra, admin, Permission.SHOP)
    with pytest.raises(Refusal, match="not-allowed"):
        granting.withdraw(petra, admin, Permission.SHOP)
    granting.withdraw(admin, admin, Permission.SHOP)
    with pytest.raises(Refusal, match="own-permissions"):
        granting.grant(admin, admin, Permission.SHOP)
    with pytest.raises(Refusal, match="not-staff"):
        granting.grant(admin, amara, Permission.SHOP)


def test_the_last_who_may_grant_keeps_that(admin, petra):
    for lose in (
        lambda: granting.withdraw(admin, admin, Permission.OPERATIONS),
        lambda: granting.settle(admin, admin, []),
        lambda: roles.appoint(admin, Role.MEMBER),
    ):
        with pytest.raises(Refusal, match="last-operator"):
            lose()
    assert admin.permissions == frozenset(Permission)
    granting.grant(admin, petra, Permission.OPERATIONS)
    granting.withdraw(admin, admin, Permission.OPERATIONS)
    assert not admin.may(Permission.OPERATIONS)


def test_someone_suspended_does_not_count_as_one_who_may_grant(admin, petra):
    granting.grant(admin, petra, Permission.OPERATIONS)
    suspending.suspend(admin, petra, "Away.")
    with pytest.raises(Refusal, match="last-operator"):
        granting.withdraw(admin, admin, Permission.OPERATIONS)


def test_of_two_who_take_it_from_each_other_one_keeps_it(app, admin):
    other = person("Other Staff", role=Role.STAFF, email="other@example.org")
    pairs, start = [(admin.id, other.id), (other.id, admin.id)], Barrier(2)
    db.session.rollback()

    def take(pair):
        with app.app_context():
            actor, target = (db.session.get_one(User, each) for each in pair)
            db.session.rollback()
            start.wait()
            try:
                granting.withdraw(actor, target, Permission.OPERATIONS)
            except Refusal as refusal:
                return refusal.kind
            finally:
                db.session.remove()
            return "done"

    with ThreadPoolExecutor(2) as both:
        assert sorted(both.map(take, pairs)) == ["done", "not-allowed"]
    assert len(db.session.scalars(User.who_may(Permission.OPERATIONS)).all()) == 1


def test_leaving_the_staff_takes_every_permission(admin, petra):
    roles.give(admin, petra, Role.MEMBER)
    assert petra.grants == []
    roles.give(admin, petra, Role.STAFF)
    assert petra.permissions == frozenset()


def test_nobody_but_staff_is_asked_for_in_the_database(app, amara, petra):
    ids = amara.id, petra.id
    db.session.expunge_all()
    amara, petra = (db.session.get_one(User, each) for each in ids)
    with statements() as asked:
        assert not amara.may(Permission.SUPPORT)
    assert asked == []
    with statements() as asked:
        assert petra.may(Permission.SUPPORT)
        assert not petra.may(Permission.AUDIT)
    assert len(asked) == 1


def test_staff_without_two_factor_may_nothing_yet(app, petra, settings):
    settings(two_factor_for=(Role.STAFF,))
    petra.second_factor_at = None
    assert not petra.may(Permission.SUPPORT)
    db.session.rollback()


def test_the_staff_bar_shows_what_one_may_open(visit, petra, admin):
    shown = visit(petra).get("/staff").text
    assert "/staff/appointments" in shown
    assert "/staff/people" in shown
    for path in ("/staff/organisation", "/staff/services", "/staff/audit"):
        assert f'href="{path}"' not in shown
        assert f'href="{path}"' in visit(admin).get("/staff").text
