"""The audit trail of a furnished house: what staff did before it was looked at."""

from datetime import datetime

import pytest
from sqlalchemy import select

from kaya import clock
from kaya.audit.models import AuditEntry
from kaya.audit.verifying import verify
from kaya.db import db
from kaya.seeds.sowing import sow_house, sow_people


@pytest.fixture
def planted(app, settings, tmp_path):
    settings(instance_path=tmp_path)

    def seed():
        sow_house()
        sow_people()
        db.session.rollback()
        return db.session.scalars(select(AuditEntry).order_by(AuditEntry.sequence)).all()

    return seed


@pytest.mark.on("sqlite")
@pytest.mark.parametrize("day", ["2026-03-29T01:30", "2026-10-25T00:10", "2027-01-01T00:00"])
def test_it_tells_of_the_days_before_whichever_day_it_is(planted, clock, day):
    clock.travel(to=datetime.fromisoformat(f"{day}+00:00"))
    entries = planted()
    verdict = verify()
    assert (verdict.flaw, verdict.rows) == ("", len(entries))
    assert verdict.rows > 80
    moments = [entry.at for entry in entries]
    assert moments == sorted(moments)
    assert moments[-1] < datetime.fromisoformat(f"{day}+00:00")
    told = {entry.act for entry in entries}
    assert told >= {"practitioner-verified", "permission-granted", "account-suspended", "service-changed"}
    assert told >= {"signed-in", "wrong-password", "password-locked", "invitation-sent", "not-allowed", "audit-sealed"}


def test_it_is_planted_once_and_goes_on_from_there(planted):
    before = len(planted())
    assert len(planted()) == before
    assert clock.now() > db.session.scalars(select(AuditEntry.at).order_by(AuditEntry.at.desc())).first()
