"""What staff see of the trail, and get of it."""

import csv
import io
import json

import pytest
from sqlalchemy import select

from kaya import audit
from kaya.accounts import roles
from kaya.audit import exporting
from kaya.audit.models import AuditEntry
from kaya.db import db, transaction
from kaya.jobs import enqueue
from tests.audit.conftest import seen


def acts() -> list[str]:
    db.session.rollback()
    return list(db.session.scalars(select(AuditEntry.act).order_by(AuditEntry.sequence)))


def test_staff_read_who_did_what_to_whom(visit, admin, amara):
    roles.give(admin, amara, "practitioner")
    page = visit(admin).get("/staff/audit").text
    assert "Role given" in page
    assert "Amara Obi" in page
    assert "Sofia Marques" in page


def test_entries_are_looked_for_in_the_address_and_paged_by_key(visit, admin, ben, many):
    many(45)
    browser = visit(admin)
    first = browser.get("/staff/audit?act=test-seen").text
    assert first.count('class="row ') == 40
    assert "Earlier ones" in first
    assert "Nothing like that" in browser.get("/staff/audit?actor=Nobody").text
    assert "It is left out." in browser.get("/staff/audit?from=yesterday").text
    assert browser.get("/staff/audit?cursor=nonsense&act=%00").status_code == 200


def test_staff_ask_for_a_look_and_the_badge_says_what_was_found(visit, admin, amara, run_jobs, many):
    browser = visit(admin)
    assert "Not looked at yet" in browser.get("/staff/audit").text
    many(3)
    assert browser.post("/staff/audit/verification").status_code == 303
    assert "Looking" in browser.get("/staff/audit").text
    run_jobs()
    assert "Whole" in browser.get("/staff/audit/integrity").text


def test_a_broken_chain_is_said_and_staff_are_told(visit, admin, amara, run_jobs, many, tamper):
    browser = visit(admin)
    many(5)
    tamper("UPDATE audit_entries SET reason = 'else' WHERE act = 'test-seen' AND sequence % 2 = 1")
    with transaction():
        enqueue("audit.look")
    run_jobs()
    said = browser.get("/staff/audit/integrity").text
    assert "Not whole" in said
    assert "was changed" in said
    assert "The audit trail is not whole" in browser.get("/notifications").text


def test_an_export_is_written_down_and_harmless_in_a_spreadsheet(visit, admin, ben):
    audit.record(seen, actor=ben, subject=ben, row=("=cmd|' /C calc'!A0", "@1"))
    sent = visit(admin).get("/staff/audit/export?format=csv")
    rows = list(csv.DictReader(io.StringIO(sent.text)))
    assert sent.mimetype == "text/csv"
    assert rows[0]["row_kind"].startswith("'=")
    assert rows[0]["row_id"] == "'@1"
    assert "Castellanos" not in sent.text
    assert acts()[-1] == "audit-exported"


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@1", "\t=1", "\r=1"])
def test_no_cell_is_taken_for_a_formula(cell):
    assert exporting.harmless(cell) == f"'{cell}"


def test_json_lines_hold_every_entry(visit, admin, many):
    many(5)
    lines = visit(admin).get("/staff/audit/export?format=jsonl&act=test-seen").text.splitlines()
    assert [json.loads(line)["act"] for line in lines] == ["test-seen"] * 5
    assert visit(admin).get("/staff/audit/export?format=xlsx").status_code == 422


def test_the_api_says_the_same(call, admin, amara, ben, many):
    many(3)
    sofia = call(admin)
    found = sofia.get("/api/v1/admin/audit?kind=administrative&limit=2").json
    assert [item["sequence"] for item in found["items"]] == [3, 2]
    assert found["items"][0]["actor"]["id"] in (str(amara.id), str(ben.id))
    more = sofia.get(f"/api/v1/admin/audit?kind=administrative&limit=2&cursor={found['next_cursor']}").json
    assert [item["sequence"] for item in more["items"]] == [1]
    assert sofia.get("/api/v1/admin/audit/verification").json["is_whole"] is False
    assert sofia.get("/api/v1/admin/audit?format=csv").mimetype == "text/csv"
    assert sofia.get("/api/v1/admin/audit?since=yesterday").status_code == 422
    assert call(amara).get("/api/v1/admin/audit").status_code == 403
