"""Looking whether the chain is whole: every row, every seal, every anchor, in one pass."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from kaya.audit import anchoring, chain
from kaya.audit.anchoring import Anchor
from kaya.audit.keys import keys
from kaya.audit.models import CHAINED, AuditEntry, Head, LastAnchor, Segment
from kaya.db import db
from kaya.words import say

AT_ONCE = 5000
SEQUENCE, PREVIOUS = CHAINED.index("sequence"), CHAINED.index("previous_mac")

FLAWS = {
    "edited": say("Entry %(at)s was changed."),
    "missing": say("Entry %(at)s is missing."),
    "moved": say("Entry %(at)s does not follow the one before it."),
    "cut": say("The end was cut off after entry %(at)s."),
    "head": say("The chain’s end, entry %(at)s, was tampered with."),
    "seal": say("A month’s seal, before entry %(at)s, was tampered with."),
    "anchor": say("Entry %(at)s is not what was anchored outside the database."),
    "anchors": say("Anchors outside the database are missing, near that of entry %(at)s."),
}


@dataclass(frozen=True)
class Verdict:
    """Whole up to `upto`; or the first flaw and the sequence where it is."""

    upto: int
    rows: int
    milliseconds: int
    flaw: str = ""
    flaw_at: int | None = None

    @property
    def says(self) -> object:
        return FLAWS[self.flaw] % {"at": self.flaw_at} if self.flaw else say("The chain is whole.")


class Broken(Exception):
    """Where the chain does not hold: the flaw's name, and the sequence."""

    def __init__(self, flaw: str, at: int) -> None:
        super().__init__(flaw, at)
        self.flaw, self.at = flaw, at


@dataclass
class Walk:
    """How far the chain has been followed."""

    sequence: int = 0
    mac: bytes = chain.BEGINNING
    rows: int = 0
    sealed: dict[int, bytes] = field(default_factory=dict)
    anchored: dict[int, str] = field(default_factory=dict)


def verify() -> Verdict:
    """Follow the whole chain as it is at this instant, in a read of its own. Linear, and in constant memory."""
    began, walk = time.perf_counter(), Walk()
    try:
        with reading() as connection:
            follow(connection, walk)
        flaw, at = "", None
    except Broken as broken:
        flaw, at = broken.flaw, broken.at
    return Verdict(walk.sequence, walk.rows, round((time.perf_counter() - began) * 1000), flaw, at)


def reading() -> Connection:
    """A connection that sees one state of the database from its first question to its last."""
    connection = db.engine.connect()
    if connection.dialect.name == "postgresql":
        connection = connection.execution_options(isolation_level="REPEATABLE READ")
    return connection.execution_options(yield_per=AT_ONCE)


def follow(connection: Connection, walk: Walk) -> None:
    """What the database says is of the instant of the first question: no anchor may be half written then."""
    with anchoring.alone():
        head = connection.execute(select(Head.sequence, Head.mac, Head.seal)).first()
        walk.anchored = anchored(connection)
    pass_segments(connection, walk)
    pass_entries(connection, walk)
    check_end(walk, head)


def anchored(connection: Connection) -> dict[int, str]:
    """What the anchors say, by sequence; one that was tampered with is a flaw itself, and so is one that is missing."""
    said, before = {}, None
    last = connection.execute(select(LastAnchor.sequence, LastAnchor.proof)).first()
    proofs = set()
    for anchor in anchoring.anchors():
        if not anchor.is_ours:
            raise Broken("anchor", anchor.sequence)
        if not follows(anchor, before):
            raise Broken("anchors", anchor.sequence)
        said[anchor.sequence], before = anchor.mac, anchor
        proofs.add(anchor.proof)
    if last is not None and last.proof.hex() not in proofs:
        raise Broken("anchors", last.sequence)
    if last is None and before is not None and before.previous:
        raise Broken("anchors", before.sequence)
    return said


def follows(anchor: Anchor, before: Anchor | None) -> bool:
    """Those of before they were chained stand first, and hold nothing."""
    if not anchor.previous:
        return before is None or not before.previous
    return anchor.previous == (before.proof if before is not None else anchoring.FIRST)


def pass_segments(connection: Connection, walk: Walk) -> None:
    """Each seal follows the one before; the walk begins behind those whose rows were let go."""
    sequence, mac, is_kept = 0, chain.BEGINNING, False
    for segment in segments(connection):
        fits = segment.first_sequence == sequence + 1 and segment.before_mac == mac
        if not fits or not chain.is_same(segment.mac, seal_of(segment)):
            raise Broken("seal", segment.first_sequence)
        sequence, mac = segment.last_sequence, segment.last_mac
        if segment.expired_at is None:
            is_kept = True
            walk.sealed[sequence] = mac
        elif is_kept or not chain.is_same(segment.expiry_mac, expiry_of(segment)):
            raise Broken("seal", segment.first_sequence)
        else:
            walk.sequence, walk.mac = sequence, mac


def segments(connection: Connection) -> Iterator[Segment]:
    columns = Segment.__table__.columns
    for row in connection.execute(select(*columns).order_by(Segment.first_sequence)):
        yield Segment(**row._mapping)


def seal_of(segment: Segment) -> bytes:
    return chain.mac(keys().chain, b"segment", segment.sealed_fields)


def expiry_of(segment: Segment) -> bytes:
    return chain.mac(keys().chain, b"expiry", segment.expiry_fields)


def pass_entries(connection: Connection, walk: Walk, upto: int | None = None) -> None:
    columns = [getattr(AuditEntry, name) for name in (*CHAINED, "mac")]
    rows = select(*columns).where(AuditEntry.sequence > walk.sequence).order_by(AuditEntry.sequence)
    rows = rows.where(AuditEntry.sequence <= upto) if upto else rows
    key = keys().chain
    for row in connection.execute(rows):
        check_row(key, row, walk)


def check_row(key: bytes, row: Any, walk: Walk) -> None:
    sequence = row[SEQUENCE]
    if sequence != walk.sequence + 1:
        raise Broken("missing", walk.sequence + 1)
    if not chain.is_same(row[-1], chain.mac(key, b"entry", row[:-1])):
        raise Broken("edited", sequence)
    if row[PREVIOUS] != walk.mac:
        raise Broken("moved", sequence)
    if walk.sealed.get(sequence, row[-1]) != row[-1]:
        raise Broken("seal", sequence)
    if walk.anchored.get(sequence, row[-1].hex()) != row[-1].hex():
        raise Broken("anchor", sequence)
    walk.sequence, walk.mac, walk.rows = sequence, row[-1], walk.rows + 1


def check_end(walk: Walk, head: Any) -> None:
    """The chain reaches to the last anchor and the last seal, and ends where the head says."""
    if max([0, *walk.anchored, *walk.sealed]) > walk.sequence:
        raise Broken("cut", walk.sequence)
    if head is None or head.sequence > walk.sequence:
        raise Broken("cut", walk.sequence)
    seal = chain.mac(keys().chain, b"head", (walk.sequence, walk.mac)) if walk.sequence else b""
    if (head.sequence, head.mac) != (walk.sequence, walk.mac) or not chain.is_same(head.seal, seal):
        raise Broken("head", walk.sequence)
