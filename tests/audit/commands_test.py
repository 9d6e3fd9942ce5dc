"""`flask kaya audit …`, as an operator types it."""

import csv
import io
import json
from datetime import UTC, datetime

import pytest

from kaya.db import db


@pytest.fixture
def kaya(app):
    def run(*words):
        db.session.rollback()
        return app.test_cli_runner().invoke(args=["kaya", "audit", *words])

    return run


def test_verify_says_that_it_is_whole_or_where_not_and_fails_then(kaya, many, tamper):
    many(4)
    whole = kaya("verify")
    assert whole.exit_code == 0
    assert "The chain is whole. 4 entries up to 4" in whole.output
    tamper("UPDATE audit_entries SET reason = 'else' WHERE sequence = 3")
    broken = kaya("verify")
    assert broken.exit_code == 1
    assert "Entry 3 was changed." in broken.output


def test_export_prints_the_trail_and_writes_that_down(kaya, many):
    many(4)
    lines = [json.loads(line) for line in kaya("export", "--act", "test-seen").output.splitlines()]
    assert [line["sequence"] for line in lines] == [1, 2, 3, 4]
    table = list(csv.DictReader(io.StringIO(kaya("export", "--format", "csv").output)))
    assert [row["act"] for row in table] == ["test-seen"] * 4 + ["audit-exported"] * 2
    assert [row["medium"] for row in table][-1] == "command"
    assert "Castellanos" not in kaya("export", "--person", "Castellanos").output
    assert kaya("export", "--format", "xlsx").exit_code == 2


def test_seal_seals_what_is_over_and_lets_go_of_what_is_old(kaya, many, clock, tamper):
    clock.travel(to=datetime(2026, 11, 20, tzinfo=UTC))
    many(5)
    assert kaya("seal").output == ""
    clock.travel(to=datetime(2026, 12, 1, tzinfo=UTC))
    assert kaya("seal").output == "Sealed 2026-11: 1 to 5.\n"
    clock.travel(to=datetime(2032, 12, 2, tzinfo=UTC))
    assert "Let go of 2026-11: 1 to 5." in kaya("seal").output
    tamper("UPDATE audit_entries SET reason = 'else'")
    clock.travel(to=datetime(2033, 2, 2, tzinfo=UTC))
    broken = kaya("seal")
    assert broken.exit_code == 1
    assert "was changed" in broken.output


def test_anchor_says_where(kaya, many):
    assert kaya("anchor").output == "Nothing new to anchor.\n"
    many(2)
    assert kaya("anchor").output == "Anchored at 2.\n"
