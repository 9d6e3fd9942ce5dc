"""Where anchors go besides their file: to syslog and by mail, each a line that can be checked by itself."""

import json
import socket

import pytest
from sqlalchemy import select

from kaya.audit import anchoring
from kaya.audit.anchoring import Anchor
from kaya.db import db
from kaya.mail.models import Mail


def told_in(words: str) -> Anchor:
    """What somebody finds in a log years later."""
    return Anchor(**json.loads(words[words.index("{") : words.rindex("}") + 1]))


@pytest.fixture
def syslog():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listening:
        listening.bind(("127.0.0.1", 0))
        listening.settimeout(10)
        yield listening


def test_an_anchor_reaches_syslog(many, settings, syslog):
    settings(audit_anchor_syslog=f"udp://127.0.0.1:{syslog.getsockname()[1]}")
    many(3)
    dropped = anchoring.drop()
    heard = syslog.recv(4096).decode()
    assert "kaya audit anchor" in heard
    assert told_in(heard) == dropped
    assert dropped.is_ours


def test_an_anchor_is_mailed(many, settings, run_jobs):
    settings(audit_anchor_mail="notary@example.org")
    many(3)
    dropped = anchoring.drop()
    run_jobs()
    db.session.rollback()
    letter = db.session.scalars(select(Mail).where(Mail.recipient == "notary@example.org")).one()
    assert letter.subject == "An anchor of the audit trail"
    assert told_in(letter.text) == dropped


def test_where_syslog_cannot_be_reached_the_file_has_the_anchor_all_the_same(many, settings, tmp_path):
    settings(audit_anchor_syslog=str(tmp_path / "nobody-listens"))
    many(3)
    assert anchoring.drop().sequence == 3
    assert [each.sequence for each in anchoring.anchors()] == [3]
