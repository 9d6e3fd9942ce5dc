"""Anchors: where the chain ended at an hour, kept outside the database, so that a tail cut off afterwards is missed.

Each holds the one before, and the database the last: so none can be taken out of the file unseen.
"""

import fcntl
import json
import logging
import logging.handlers
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import delete, select

from kaya import clock
from kaya.audit import chain
from kaya.audit.acts import act
from kaya.audit.keys import keys
from kaya.audit.models import Head, LastAnchor
from kaya.audit.recording import record
from kaya.config import settings
from kaya.db import db, transaction
from kaya.mail import post
from kaya.words import say

FIRST = "first"
begun_anew = act("anchors-begun-anew", label=say("Anchors of the trail begun anew"))


@dataclass(frozen=True)
class Anchor:
    """`proof` is a MAC of the rest: an anchor that somebody made up is none.

    `previous` is the proof of the one before, `FIRST` where none is; those of before Kaya chained them have "".
    """

    at: str
    sequence: int
    mac: str
    proof: str
    previous: str = ""

    @property
    def is_ours(self) -> bool:
        try:
            return chain.is_same(bytes.fromhex(self.proof), proof_of(self.at, self.sequence, self.mac, self.previous))
        except ValueError:
            return False


def drop() -> Anchor | None:
    """Anchor the chain where it ends now, in the file and wherever the settings say; None where nothing is new."""
    head = db.session.execute(select(Head.sequence, Head.mac)).one()
    db.session.rollback()
    with alone():
        known = list(anchors())
        if head.sequence <= max((anchor.sequence for anchor in known), default=0):
            return None
        anchor = made(head.sequence, head.mac.hex(), known[-1].proof if known else lasts_proof())
        add(json.dumps(asdict(anchor)) + "\n")
        LastAnchor.keep(anchor.sequence, bytes.fromhex(anchor.proof))
    tell_syslog(anchor)
    mail(anchor)
    return anchor


def made(sequence: int, mac: str, previous: str) -> Anchor:
    at = clock.now().isoformat()
    return Anchor(at, sequence, mac, proof_of(at, sequence, mac, previous).hex(), previous)


def lasts_proof() -> str:
    """What the database knows of the last, whose file is gone: the next one will not hide that."""
    last = db.session.scalar(select(LastAnchor))
    db.session.rollback()
    return last.proof.hex() if last is not None else FIRST


def begin_anew() -> None:
    """For an operator who restored a backup or lost the file: the old one stays beside it, and it is written down."""
    with alone():
        if file().exists():
            file().rename(file().with_name(f"anchors-{clock.now():%Y%m%dT%H%M%S}.jsonl"))
        with transaction() as session:
            session.execute(delete(LastAnchor))
            record(begun_anew)


def anchors() -> Iterator[Anchor]:
    """Every anchor in the file, the oldest first; a line that is none is left out, for `verify` to complain of."""
    for line in lines():
        try:
            yield Anchor(**json.loads(line))
        except (ValueError, TypeError):
            yield Anchor("", 0, "", "")


def lines() -> list[str]:
    return file().read_text().splitlines() if file().exists() else []


def file() -> Path:
    return settings().instance_path / "audit" / "anchors.jsonl"


def proof_of(at: str, sequence: int, mac: str, previous: str) -> bytes:
    return chain.mac(keys().chain, b"anchor", (at, sequence, mac, *([previous] if previous else [])))


def add(line: str) -> None:
    """At the end of the file, never in the middle; on the disk before the database hears of it."""
    end = os.open(file(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(end, line.encode())
        os.fsync(end)
    finally:
        os.close(end)


@contextmanager
def alone() -> Iterator[None]:
    """One writer at a time. Whoever compares file and database waits here too, until both have the same last anchor."""
    file().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = os.open(file().with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def tell_syslog(anchor: Anchor) -> None:
    """To the setting AUDIT_ANCHOR_SYSLOG: a socket's path, or udp://host:514."""
    where = settings().audit_anchor_syslog
    if not where:
        return
    host = urlsplit(where)
    address = (host.hostname or "", host.port or logging.handlers.SYSLOG_UDP_PORT) if host.scheme == "udp" else where
    sender = logging.handlers.SysLogHandler(address, facility=logging.handlers.SysLogHandler.LOG_AUTH)
    try:
        words = json.dumps(asdict(anchor))
        sender.emit(logging.LogRecord("kaya", logging.INFO, "", 0, f"kaya audit anchor {words}", None, None))
    finally:
        sender.close()


def mail(anchor: Anchor) -> None:
    """To the setting AUDIT_ANCHOR_MAIL."""
    to = settings().audit_anchor_mail
    if to:
        with transaction():
            post("audit-anchor", to, say("An anchor of the audit trail"), line=json.dumps(asdict(anchor)))
