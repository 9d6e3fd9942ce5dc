"""One way to write: all of it or none, locked before it is decided, and what follows only once it is kept."""

import threading

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm.exc import StaleDataError

from kaya.accounts.models import User
from kaya.db import afterwards, at_the_end, db, locked, transaction, uuid7


def add(name="Amara"):
    user = User(email=f"{name.lower()}@example.org", name=name, password_hash="", preferences={})
    db.session().add(user)
    return user


def count():
    return db.session.scalar(select(func.count()).select_from(User))


def test_what_fails_leaves_nothing(app):
    with pytest.raises(ZeroDivisionError):
        add_and_fail()
    assert count() == 0


def add_and_fail(name="Amara"):
    with transaction():
        add(name)
        raise ZeroDivisionError


def test_an_inner_transaction_that_fails_leaves_the_outer_whole(app):
    with transaction():
        add("Amara")
        with pytest.raises(ZeroDivisionError):
            add_and_fail("Ben")
        add("Chidi")
    assert sorted(db.session.scalars(select(User.name))) == ["Amara", "Chidi"]


def test_changes_outside_a_transaction_are_refused(app):
    add()
    with pytest.raises(RuntimeError, match="outside a transaction"), transaction():
        pass
    db.session.rollback()


def test_what_follows_waits_for_the_commit_and_goes_with_what_was_rolled_back(app):
    told = []
    with transaction():
        afterwards(lambda: told.append("outer"))
        with pytest.raises(ZeroDivisionError):
            follow_and_fail(told)
        assert told == []
    assert told == ["outer"]


def follow_and_fail(told):
    with transaction():
        afterwards(lambda: told.append("inner"))
        at_the_end(("inner",), lambda session: told.append("end of inner"))
        raise ZeroDivisionError


def test_what_fails_afterwards_undoes_nothing_and_stops_nobody(app):
    told = []
    with transaction():
        add()
        afterwards(lambda: 1 / 0)
        afterwards(lambda: told.append("next"))
    assert (count(), told) == (1, ["next"])


def test_the_last_acts_come_in_the_order_of_their_keys_once_each(app):
    done = []
    with transaction():
        for key in ("b", "a", "b"):
            at_the_end((key,), lambda session, key=key: done.append(key))
    assert done == ["a", "b"]


def test_a_row_that_is_locked_is_seen_as_it_is_now_by_each_in_turn(app, database):
    with transaction():
        add("0")
    user_id = db.session.scalar(select(User.id))
    db.session.rollback()
    threads = [threading.Thread(target=raise_by_one, args=(app, user_id)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    db.session.rollback()
    assert db.session.get(User, user_id).name == "8"


def raise_by_one(app, user_id):
    with app.app_context():
        user = db.session.get(User, user_id)
        with transaction() as session:
            locked(session, user)
            user.name = str(int(user.name) + 1)
        db.session.remove()


def test_a_writer_who_did_not_look_again_fails_instead_of_undoing(app):
    with transaction():
        user = add()
    db.session.expunge(user)
    with transaction() as session:
        session.get(User, user.id).name = "Amara Obi"
    user.name = "Somebody"
    with pytest.raises(StaleDataError), transaction() as session:
        session.merge(user)
    assert db.session.scalar(select(User.name)) == "Amara Obi"


@pytest.mark.on("sqlite")
@pytest.mark.parametrize(("setting", "said"), [("NORMAL", 1), ("FULL", 2)])
def test_sqlite_writes_as_surely_as_the_setting_says(app, settings, setting, said):
    settings(sqlite_synchronous=setting)
    db.session.remove()
    db.engine.dispose()
    assert db.session.scalar(text("PRAGMA synchronous")) == said
    db.session.remove()
    db.engine.dispose()


def test_ids_are_version_seven_and_follow_time():
    ids = [uuid7() for _ in range(1000)]
    assert all(id_.version == 7 and id_.variant == "specified in RFC 4122" for id_ in ids)
    assert len(set(ids)) == 1000
    assert [id_.int >> 80 for id_ in ids] == sorted(id_.int >> 80 for id_ in ids)
