"""Touching a topic: its version is bumped with the change, and rolled back with it."""

import pytest
from sqlalchemy import select

from kaya.db import db, transaction
from kaya.realtime import deliver, touch, version_of
from kaya.realtime.models import PendingNudge
from kaya.realtime.topics import asked_for, personal_topic, topic, topics


def news():
    return [
        (row.room, row.event, row.body) for row in db.session.scalars(select(PendingNudge).order_by(PendingNudge.id))
    ]


class Someone:
    is_authenticated = True
    id = "someone"


class Nobody(Someone):
    is_authenticated = False
    id = None


@pytest.fixture(autouse=True)
def _topics(monkeypatch):
    monkeypatch.setattr("kaya.realtime.topics.topics", dict(topics))


def test_a_topic_nobody_touched_is_at_version_nought(app):
    assert version_of("tea", "pot") == 0


def test_each_change_raises_the_version_and_is_told(app):
    for version in (1, 2):
        with transaction():
            touch("tea", "pot", event="tea:poured")
        assert version_of("tea", "pot") == version
    assert news()[-1] == (
        "tea:pot",
        "nudge",
        {"topic": "tea", "key": "pot", "version": 2, "event": "tea:poured"},
    )


def touch_and_fail():
    with transaction():
        touch("tea", "pot")
        deliver("someone", "notification", {})
        raise ZeroDivisionError


def test_touching_twice_in_one_transaction_is_one_change(app):
    with transaction():
        touch("tea", "pot")
        touch("tea", "pot", event="tea:poured")
    assert version_of("tea", "pot") == 1
    assert len(news()) == 1


def test_a_change_that_was_rolled_back_is_not_told(app):
    with pytest.raises(ZeroDivisionError):
        touch_and_fail()
    assert version_of("tea", "pot") == 0
    assert news() == []


def test_of_an_inner_transaction_that_was_rolled_back_nothing_is_told(app):
    with transaction():
        touch("tea", "cup")
        with pytest.raises(ZeroDivisionError):
            touch_and_fail()
    assert [room for room, _, _ in news()] == ["tea:cup"]


def test_a_topic_that_everybody_shares_need_not_have_a_version(app):
    with transaction():
        touch("tea", versioned=False)
    assert version_of("tea") == 0
    assert news()[0][2]["version"] == 0


def test_what_is_delivered_goes_to_one_person(app):
    with transaction():
        deliver("someone", "notification", {"unread": 1})
    assert news() == [("user:someone", "notification", {"unread": 1})]


def test_a_topic_that_nobody_declared_cannot_be_asked_for():
    assert asked_for(Someone(), "secrets", "") is None


def test_a_topic_answers_for_its_keys():
    topic("tea")(lambda viewer, key: key == "pot")
    assert asked_for(Nobody(), "tea", "pot") == ("tea", "pot")
    assert asked_for(Nobody(), "tea", "safe") is None


@pytest.mark.parametrize("key", ["a" * 65, "a b", "\x00", "a:b", {"a": 1}, ["pot"], "…"])
def test_a_key_that_cannot_be_one_is_no_key(key):
    topic("tea")(lambda viewer, key: True)
    assert asked_for(Nobody(), "tea", key) is None


@pytest.mark.parametrize("name", [None, 1, {}, [], ""])
def test_a_topic_has_a_name(name):
    assert asked_for(Someone(), name, "") is None


def test_a_personal_topic_is_ones_own_and_needs_no_key():
    personal_topic("letters")
    assert asked_for(Someone(), "letters", "") == ("letters", "someone")
    assert asked_for(Someone(), "letters", "someone") == ("letters", "someone")
    assert asked_for(Someone(), "letters", "other") is None
    assert asked_for(Nobody(), "letters", "") is None
