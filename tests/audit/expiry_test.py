"""Months that are over are sealed; after six years their entries go, and the rest can still be checked."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from kaya.audit import anchoring, expiry
from kaya.audit.models import AuditEntry, Segment
from kaya.audit.verifying import verify
from kaya.db import db, transaction
from kaya.refusal import Refusal


def sequences() -> list[int]:
    db.session.rollback()
    return list(db.session.scalars(select(AuditEntry.sequence).order_by(AuditEntry.sequence)))


@pytest.fixture
def three_months(many, clock):
    """Five entries in each of November, December and January; it is the end of January."""
    for month in (
        datetime(2026, 11, 20, tzinfo=UTC),
        datetime(2026, 12, 20, tzinfo=UTC),
        datetime(2027, 1, 20, tzinfo=UTC),
    ):
        clock.travel(to=month)
        many(5)


def test_months_that_are_over_are_sealed_once(three_months):
    assert [(s.month, s.first_sequence, s.last_sequence, s.count) for s in expiry.seal()] == [
        ("2026-11", 1, 5, 5),
        ("2026-12", 6, 10, 5),
    ]
    assert expiry.seal() == []
    assert not verify().flaw


def test_after_six_years_a_months_entries_go_and_the_chain_is_whole(three_months, clock):
    expiry.seal()
    anchoring.drop()
    assert expiry.expire() == []
    clock.travel(to=datetime(2032, 12, 2, tzinfo=UTC))
    assert [s.month for s in expiry.expire()] == ["2026-11"]
    assert sequences()[0] == 6
    verdict = verify()
    assert (verdict.flaw, verdict.upto) == ("", sequences()[-1])


def test_a_month_that_does_not_hold_is_not_sealed(three_months, tamper):
    tamper("UPDATE audit_entries SET reason = 'else' WHERE sequence = 3")
    with pytest.raises(Refusal, match="audit-broken"):
        expiry.seal()


@pytest.mark.parametrize(
    "statements",
    [
        ["UPDATE audit_segments SET expired_at = sealed_at", "DELETE FROM audit_entries WHERE sequence <= 10"],
        ["DELETE FROM audit_segments WHERE month = '2026-11'"],
        ["UPDATE audit_segments SET count = 4"],
        ["DELETE FROM audit_entries WHERE sequence <= 5"],
    ],
)
def test_nobody_else_can_let_months_go(three_months, tamper, statements):
    expiry.seal()
    tamper(*statements)
    assert verify().flaw


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM audit_segments",
        "UPDATE audit_segments SET count = 4",
        "DELETE FROM audit_entries WHERE sequence = 1",
    ],
)
def test_the_database_refuses_what_no_expiry_allows(three_months, statement):
    expiry.seal()
    with pytest.raises(DBAPIError, match="audit_"), transaction() as session:
        session.execute(text(statement))
    assert len(db.session.scalars(Segment.in_order()).all()) == 2
