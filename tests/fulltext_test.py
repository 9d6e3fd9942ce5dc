"""Words are found alike on both databases: without accents, in any case, the last as a beginning."""

import pytest
from sqlalchemy import func, select

from kaya import fulltext
from kaya.db import db, transaction, uuid7

ADA, RUTH = uuid7(), uuid7()


@pytest.fixture(autouse=True)
def shelf(app):
    with transaction() as session:
        fulltext.index(session, "person", ADA, title="Ada Nwosu", body="Sleep-work, Übung in São Tomé; straße@x.org")
        fulltext.index(
            session, "person", RUTH, title="Ruth Odera Łęcka", body="The weeks after birth. Ada is her friend"
        )
        fulltext.index(session, "thing", uuid7(), title="Ada", body="A thing")


def found(words: str) -> set:
    match = fulltext.matching("person", words)
    return set(db.session.scalars(select(match.c.row_id)))


@pytest.mark.parametrize(
    "words",
    [
        "ADA nwosu",
        "nwo",
        "sleep",
        "work",
        "ubung",
        "Übung",
        "sao tome",
        "São Tomé",
        "strasse",
        "STRASSE x",
        "u\u0308bung",
    ],
)
def test_ada_is_found_by_what_is_said_of_her(words):
    assert ADA in found(words)


@pytest.mark.parametrize("words", ["nwosu birth", "slee work", "tome nwosus", "wosu"])
def test_every_word_has_to_be_there(words):
    assert ADA not in found(words)


def test_letters_that_have_no_accent_to_lose_are_folded_too():
    assert found("lecka") == {RUTH}


@pytest.mark.parametrize("words", ["", "   ", "😀", "&|!:*'\"()", "_"])
def test_without_a_word_nothing_is_asked(words):
    assert fulltext.matching("person", words) is None


@pytest.mark.parametrize("words", ["' OR 1=1 --", 'a" NEAR b', "x:* & !y", "NOT", "ع" * 5000, "b" * 5000, "\x00ada"])
def test_odd_words_are_only_words(words):
    match = fulltext.matching("person", words)
    assert match is None or db.session.scalars(select(match.c.row_id)).all() is not None


def test_a_title_weighs_more_than_the_body():
    match = fulltext.matching("person", "ada")
    ranked = db.session.scalars(select(match.c.row_id).order_by(match.c.rank)).all()
    assert ranked == [ADA, RUTH]


def test_said_anew_the_old_words_are_forgotten():
    with transaction() as session:
        fulltext.index(session, "person", ADA, title="Ada Obi", body="Grief")
    assert found("nwosu") == set()
    assert found("obi grief") == {ADA}
    with transaction() as session:
        fulltext.remove(session, "person", ADA)
    assert db.session.scalar(select(func.count()).select_from(fulltext.index_table)) == 2
