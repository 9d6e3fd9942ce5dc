"""Anchors: where the chain ended at an hour, kept outside the database, so that a tail cut off afterwards is missed."""

import fcntl
import json
import logging
import logging.handlers
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import select

from kaya import clock
from kaya.audit import chain
from kaya.audit.keys import keys
from kaya.audit.models import Head
from kaya.config import settings
from kaya.db import db, transaction
from kaya.mail import post
from kaya.words import say


@dataclass(frozen=True)
class Anchor:
    """`proof` is a MAC of the rest: an anchor that somebody made up is none."""

    at: str
    sequence: int
    mac: str
    proof: str

    @property
    def is_ours(self) -> bool:
        try:
            return chain.is_same(bytes.fromhex(self.proof), proof_of(self.at, self.sequence, self.mac))
        except ValueError:
            return False


def drop() -> Anchor | None:
    """Anchor the chain where it ends now, in the file and wherever the settings say; None where nothing is new."""
    head = db.session.execute(select(Head.sequence, Head.mac)).one()
    db.session.rollback()
    last = max((anchor.sequence for anchor in anchors()), default=0)
    if head.sequence <= last:
        return None
    at = clock.now().isoformat()
    anchor = Anchor(at, head.sequence, head.mac.hex(), proof_of(at, head.sequence, head.mac.hex()).hex())
    write(anchor)
    tell_syslog(anchor)
    mail(anchor)
    return anchor


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


def proof_of(at: str, sequence: int, mac: str) -> bytes:
    return chain.mac(keys().chain, b"anchor", (at, sequence, mac))


def write(anchor: Anchor) -> None:
    """Added at the end, never in the middle, and on disk before this returns."""
    file().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    line = os.open(file(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        fcntl.flock(line, fcntl.LOCK_EX)
        os.write(line, (json.dumps(asdict(anchor)) + "\n").encode())
        os.fsync(line)
    finally:
        os.close(line)


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
