"""Writing into the trail: in the change's transaction, chained, by pseudonyms."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from kaya import audit
from kaya.audit import act, people
from kaya.audit.acts import acts
from kaya.audit.models import AuditEntry, AuditPerson
from kaya.audit.trail import Filters, entries, told
from kaya.audit.verifying import verify
from kaya.db import db, transaction
from kaya.origin import Medium, Origin, coming_from
from kaya.refusal import Refusal
from tests.audit.conftest import looked, seen
from tests.statements import statements


def rows() -> list[AuditEntry]:
    db.session.rollback()
    return list(db.session.scalars(select(AuditEntry).order_by(AuditEntry.sequence)))


def test_an_act_is_written_with_ids_and_pseudonyms_and_no_values(amara, ben):
    origin = Origin(Medium.BROWSER, "request-1234", "203.0.113.7", ben.id, None)
    with coming_from(origin):
        audit.record(seen, subject=amara, row=amara, reason="a-look")
    (row,) = rows()
    assert (row.sequence, row.act, row.row_kind, row.row_id) == (1, "test-seen", "users", str(amara.id))
    assert (row.reason, row.medium, row.request_id) == ("a-look", "browser", "request-1234")
    assert {row.actor, row.subject}.isdisjoint({amara.id, ben.id})
    assert b"203.0.113.7" not in row.address
    assert told([row]).name(row.actor) == "Ben Castellanos"
    assert told([row]).addresses == {1: "203.0.113.7"}


def test_a_reason_is_a_word_of_ours_and_never_what_somebody_typed(amara):
    with pytest.raises(ValueError, match="word of ours"):
        audit.record(seen, subject=amara, reason="She could not sleep.")


def test_an_act_is_declared_once(app):
    act("test-declared", label="One")
    with pytest.raises(ValueError, match="twice"):
        act("test-declared", label="Another")
    acts.pop("test-declared")
    with pytest.raises(ValueError, match="words and hyphens"):
        act("Not a name", label="No")


def test_what_is_rolled_back_leaves_no_row_and_no_gap(amara):
    def change_my_mind():
        with transaction():
            audit.record(seen, subject=amara)
            raise RuntimeError("changed my mind")

    audit.record(seen, subject=amara)
    with pytest.raises(RuntimeError):
        change_my_mind()
    with transaction():
        audit.record(seen, subject=amara)
        with pytest.raises(RuntimeError):
            change_my_mind()
    assert [row.sequence for row in rows()] == [1, 2]
    assert not verify().flaw


def test_a_row_costs_two_statements_and_so_do_two(amara, ben):
    her, him = amara.id, ben.id
    audit.record(seen, actor=her, subject=him)
    with statements() as one, transaction():
        audit.record(seen, actor=her, subject=him)
    with statements() as two, transaction():
        audit.record(seen, actor=her, subject=him)
        audit.record(looked, actor=him, subject=her)
    with statements() as none, transaction():
        pass
    assert (len(one) - len(none), len(two) - len(none)) == (2, 2)


def test_someone_has_one_pseudonym_and_forgotten_none(amara, ben):
    with coming_from(Origin(Medium.BROWSER, "", "203.0.113.7", amara.id)):
        audit.record(seen, subject=amara)
        audit.record(seen, subject=ben)
    first, second = rows()
    assert first.actor == first.subject == second.actor
    audit.forget(amara)
    first, second = rows()
    assert told([first, second]).name(first.actor) == ""
    assert told([first, second]).addresses == {}
    assert told([first, second]).name(second.subject) == "Ben Castellanos"
    assert not verify().flaw


def test_an_account_cannot_be_deleted_before_it_is_forgotten_here(amara):
    audit.record(seen, subject=amara)
    with pytest.raises(DBAPIError), transaction() as session:
        session.delete(amara)
    with transaction() as session:
        audit.forget(amara)
        session.delete(amara)
    assert db.session.scalar(select(func.count()).select_from(AuditPerson)) == 1


def test_a_read_that_cannot_be_written_down_is_refused(amara, ben, tamper):
    audit.record_read(looked, actor=ben, subject=amara)
    tamper("DELETE FROM audit_head")
    with pytest.raises(Refusal, match="audit-unavailable"):
        audit.record_read(looked, actor=ben, subject=amara)
    assert len(rows()) == 1


def test_of_a_flood_of_refusals_only_some_are_written_and_say_how_many_there_were(amara):
    for _ in range(100):
        audit.record_refusal(seen, subject=amara)
    assert [row.times for row in rows()] == [1, 2, 4, 8, 16, 32, 64]


def test_entries_are_found_by_who_whom_what_and_when(amara, ben, clock):
    audit.record(seen, actor=amara, subject=ben)
    later = clock.travel(days=2)
    audit.record(looked, actor=ben, subject=amara)

    def found(**filters):
        return [row.sequence for row in db.session.scalars(entries(Filters(**filters)).order_by(AuditEntry.sequence))]

    assert found(actor="amara@example.org") == [1]
    assert found(actor=str(ben.id)) == [2]
    assert found(subject="Castell") == [1]
    assert found(person="obi") == [1, 2]
    assert found(person="%") == []
    assert found(act="test-looked") == [2] == found(kind="record")
    assert found(since=later) == [2]
    assert found(until=later) == [1]
    assert found(actor=str(people.behind(rows())[rows()[0].actor].pseudonym)) == [1]
