"""Whoever has the database but not the key changes nothing unseen."""

import json
import random

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from kaya.audit import anchoring, chain
from kaya.audit.keys import keys
from kaya.audit.models import AuditEntry
from kaya.audit.verifying import verify
from kaya.db import db, transaction

ROWS = 40
RESTORE = (
    "DELETE FROM audit_entries",
    "INSERT INTO audit_entries SELECT * FROM kept_entries",
    "DELETE FROM audit_head",
    "INSERT INTO audit_head SELECT * FROM kept_head",
)
FIELDS = ("act", "reason", "row_id", "row_kind", "medium", "request_id")


def edited(dice):
    at, name = dice.randint(1, ROWS), dice.choice(FIELDS)
    return [f"UPDATE audit_entries SET {name} = {name} || 'x' WHERE sequence = {at}"]


def counted_otherwise(dice):
    return [f"UPDATE audit_entries SET times = times + 1 WHERE sequence = {dice.randint(1, ROWS)}"]


def blamed_on_another(dice):
    one, other = dice.sample(range(1, ROWS + 1, 2), 1)[0], dice.sample(range(2, ROWS + 1, 2), 1)[0]
    theirs = f"(SELECT actor FROM audit_entries WHERE sequence = {other})"
    return [f"UPDATE audit_entries SET actor = {theirs} WHERE sequence = {one}"]


def deleted(dice):
    return [f"DELETE FROM audit_entries WHERE sequence = {dice.randint(1, ROWS - 1)}"]


def deleted_and_closed_up(dice):
    """The gap is hidden: everyone behind moves up."""
    at = dice.randint(2, ROWS - 1)
    up = [f"UPDATE audit_entries SET sequence = {n - 1} WHERE sequence = {n}" for n in range(at + 1, ROWS + 1)]
    return [f"DELETE FROM audit_entries WHERE sequence = {at}", *up, f"UPDATE audit_head SET sequence = {ROWS - 1}"]


def reordered(dice):
    one, other = sorted(dice.sample(range(1, ROWS + 1), 2))
    moves = ((one, 999), (other, one), (999, other))
    return [f"UPDATE audit_entries SET sequence = {to} WHERE sequence = {at}" for at, to in moves]


def cut(dice):
    return [f"DELETE FROM audit_entries WHERE sequence > {dice.randint(0, ROWS - 1)}"]


def cut_with_the_head_set_back(dice):
    """The last entry that stays is made to look like the end."""
    at = dice.randint(1, ROWS - 1)
    mac = f"(SELECT mac FROM audit_entries WHERE sequence = {at})"
    return [f"DELETE FROM audit_entries WHERE sequence > {at}", f"UPDATE audit_head SET sequence = {at}, mac = {mac}"]


def all_gone(dice):
    return ["DELETE FROM audit_entries", "DELETE FROM audit_head", EMPTY_HEAD[db.engine.dialect.name]]


EMPTY_HEAD = {
    "sqlite": "INSERT INTO audit_head VALUES (1, 0, zeroblob(32), x'')",
    "postgresql": "INSERT INTO audit_head VALUES (1, 0, decode(repeat('00', 32), 'hex'), '')",
}
TAMPERS = [
    *(edited, counted_otherwise, blamed_on_another, deleted, deleted_and_closed_up, reordered, cut),
    *(cut_with_the_head_set_back, all_gone),
]


def test_two_hundred_tampers_are_found(many, tamper):
    many(ROWS)
    anchoring.drop()
    tamper(
        "CREATE TABLE kept_entries AS SELECT * FROM audit_entries", "CREATE TABLE kept_head AS SELECT * FROM audit_head"
    )
    dice, unseen = random.Random(7), []
    for number in range(200):
        statements = TAMPERS[number % len(TAMPERS)](dice)
        tamper(*statements)
        if not verify().flaw:
            unseen.append(statements)
        tamper(*RESTORE)
    tamper("DROP TABLE kept_entries", "DROP TABLE kept_head")
    assert unseen == []
    assert not verify().flaw


def test_an_end_that_is_cut_before_any_anchor_is_found_by_the_heads_seal(many, tamper):
    many(ROWS)
    tamper(*cut_with_the_head_set_back(random.Random(1)))
    assert verify().flaw == "head"


def test_an_older_copy_of_the_whole_database_is_found_by_the_anchor(many, tamper):
    """Head and seal are genuine there: only what is kept outside tells."""
    many(10)
    with transaction() as session:
        session.execute(text("CREATE TABLE kept_head AS SELECT * FROM audit_head"))
    many(10)
    anchoring.drop()
    tamper(
        "DELETE FROM audit_entries WHERE sequence > 10", "DELETE FROM audit_head", RESTORE[3], "DROP TABLE kept_head"
    )
    verdict = verify()
    assert (verdict.flaw, verdict.flaw_at) == ("cut", 10)


def test_an_anchor_that_was_made_up_is_one_of_the_flaws(many):
    many(3)
    anchoring.drop()
    anchoring.file().write_text(anchoring.file().read_text().replace('"sequence": 3', '"sequence": 2'))
    assert verify().flaw == "anchor"
    anchoring.file().write_text("nonsense\n")
    assert verify().flaw == "anchor"


@pytest.mark.parametrize("lines", [slice(0, 0), slice(0, 1), slice(0, 2), slice(1, None), slice(0, None, 2)])
def test_anchors_that_were_taken_away_are_missed(many, lines):
    """All of the file, its end, its beginning, one in the middle: each holds the one before, the database the last."""
    for _ in range(3):
        many(2)
        anchoring.drop()
    assert not verify().flaw
    kept = anchoring.file().read_text().splitlines(keepends=True)[lines]
    anchoring.file().write_text("".join(kept))
    assert verify().flaw == "anchors"


def test_with_the_file_it_is_missed_too_where_the_database_forgot(many, tamper):
    many(2)
    anchoring.drop()
    anchoring.file().unlink()
    assert verify().flaw == "anchors"
    many(2)
    anchoring.drop()
    assert verify().flaw == "anchors", "what is anchored later mends nothing"
    tamper("DELETE FROM audit_last_anchor")
    assert verify().flaw == "anchors"


def test_an_operator_begins_anew_and_that_is_written_down(app, many):
    """After a backup was restored: the old file stays beside the new one."""
    many(2)
    anchoring.drop()
    anchoring.file().rename(anchoring.file().with_name("elsewhere.jsonl"))
    said = app.test_cli_runner().invoke(args=["kaya", "audit", "anchor", "--anew"]).output
    assert "Anchored at 3" in said
    assert not verify().flaw
    assert db.session.scalars(select(AuditEntry.act).order_by(AuditEntry.sequence)).all()[-1] == "anchors-begun-anew"


def test_anchors_of_before_they_were_chained_go_on_counting(many):
    many(3)
    old = anchoring.drop()
    said = {"at": old.at, "sequence": old.sequence, "mac": old.mac}
    proof = chain.mac(keys().chain, b"anchor", (old.at, old.sequence, old.mac)).hex()
    anchoring.file().write_text(json.dumps({**said, "proof": proof}) + "\n")
    with transaction() as session:
        session.execute(text("DELETE FROM audit_last_anchor"))
    assert not verify().flaw
    many(2)
    anchoring.drop()
    assert not verify().flaw
    anchoring.file().write_text(anchoring.file().read_text().splitlines()[1] + "\n")
    assert verify().flaw == "anchors"


def test_anchors_are_added_only_where_something_is_new(many):
    many(3)
    assert anchoring.drop().sequence == 3
    assert anchoring.drop() is None
    many(2)
    assert [anchor.sequence for anchor in (anchoring.drop(), *anchoring.anchors())] == [5, 3, 5]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entries SET reason = 'x' WHERE sequence = 1",
        "DELETE FROM audit_entries WHERE sequence = 2",
        "DELETE FROM audit_entries",
        "UPDATE audit_head SET sequence = 1",
        "DELETE FROM audit_head",
        "INSERT INTO audit_intake (sequence, previous_mac) VALUES (9, 'x')",
    ],
)
def test_the_database_itself_refuses(many, statement):
    many(2)
    with pytest.raises(DBAPIError, match="audit_"), transaction() as session:
        session.execute(text(statement))
    assert not verify().flaw


@pytest.mark.on("postgresql")
def test_postgresql_refuses_to_empty_the_table_too(many):
    many(2)
    with pytest.raises(DBAPIError, match="audit_entries_are_not_emptied"), transaction() as session:
        session.execute(text("TRUNCATE audit_entries"))


def test_thousands_of_entries_are_verified(many):
    """How fast, with 100,000 of them, is measured by `python -m tests.bench audit`."""
    for _ in range(3):
        many(1000)
    verdict = verify()
    assert (verdict.flaw, verdict.rows) == ("", 3000)
