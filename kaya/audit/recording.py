"""Writing an act into the trail, in the transaction of what was done."""

import re
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import insert, select
from sqlalchemy.exc import NoResultFound, SQLAlchemyError
from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts.models import User
from kaya.audit import chain
from kaya.audit.acts import Act
from kaya.audit.floods import floods
from kaya.audit.keys import keys
from kaya.audit.models import CHAINED, AuditPerson, Head, intake
from kaya.audit.people import Known, met, sealed_address
from kaya.db import at_the_end, in_transaction, pending, transaction, uuid7
from kaya.origin import Origin, origin
from kaya.refusal import Refusal
from kaya.words import say

log = structlog.get_logger(__name__)

A_REASON = re.compile(r"[a-z0-9][a-z0-9._-]{0,59}|")
AT_ONCE = 500  # rows in a statement, which takes only so many values
AT_THE_VERY_END = ("~audit",)  # after every other lock, so that the head's is held for the shortest time


class WhoeverAsked:
    """The person whose request it is, or nobody."""


WHOEVER_ASKED = WhoeverAsked()
Who = User | UUID | WhoeverAsked | None


@dataclass(frozen=True)
class Draft:
    """What is known before the chain's end is."""

    act: Act
    actor: UUID | None
    subject: UUID | None
    row: tuple[str, str]
    reason: str
    times: int = 1
    origin: Origin = field(default_factory=origin)

    @property
    def people(self) -> set[UUID]:
        return {each for each in (self.actor, self.subject) if each}


def record(
    act: Act, *, actor: Who = WHOEVER_ASKED, subject: Who = None, row: Any = None, reason: str = "", times: int = 1
) -> None:
    """Write down, in the current transaction or one of its own, that `actor` did `act` to `subject`.

    `row` is what it was done to (a model's row, or a pair of kind and id). `reason` is a word of ours such as
    "after-hours", never what somebody typed. All rows of a transaction are written at its end: two statements, and a
    third when someone is met for the first time.
    """
    if not A_REASON.fullmatch(reason):
        raise ValueError("A reason is a word of ours: a-z, 0-9, points and hyphens, at most 60 of them.")
    draft = Draft(act, id_of(actor), id_of(subject), named(row), str(reason), times)
    if in_transaction():
        queue(draft)
    else:
        with transaction():
            queue(draft)


def record_read(act: Act, *, actor: User, subject: Who, row: Any = None, reason: str = "") -> None:
    """Write down that `actor` looks at a record of `subject`: call it before the record is read.

    Refuses ("audit-unavailable", 503) when it cannot be written: then nothing may be shown.
    """
    try:
        record(act, actor=actor, subject=subject, row=row, reason=reason)
    except SQLAlchemyError as why:
        log.exception("A look at a record could not be written down")
        raise Refusal(
            "audit-unavailable",
            say("This record cannot be opened just now: every look at it is written down, and that did not work."),
            status=503,
        ) from why


def record_refusal(
    act: Act, *, actor: Who = WHOEVER_ASKED, subject: Who = None, row: Any = None, reason: str = ""
) -> None:
    """Write down something that was refused, in a transaction of its own; of a flood only every so many.

    Called outside transactions. That it cannot be written is logged, and the refusal stands.
    """
    whose = str(id_of(subject) or id_of(actor) or origin().address)
    times = floods.worth_writing(act.name, whose)
    if not times:
        return
    try:
        record(act, actor=actor, subject=subject, row=row, reason=reason, times=times)
    except SQLAlchemyError:
        log.exception("A refusal could not be written down", act=act.name)


def id_of(who: Who) -> UUID | None:
    if isinstance(who, WhoeverAsked):
        return origin().viewer_id
    return who if isinstance(who, UUID) or who is None else who.id


def named(row: Any) -> tuple[str, str]:
    if row is None:
        return "", ""
    kind, row_id = row if isinstance(row, tuple) else (row.__tablename__, row.id)
    return str(kind), str(row_id)


def queue(draft: Draft) -> None:
    before = pending(AT_THE_VERY_END)
    drafts = before.drafts if isinstance(before, Writing) else ()
    at_the_end(AT_THE_VERY_END, Writing((*drafts, draft)))


@dataclass(frozen=True)
class Writing:
    """The rows that a transaction has still to write; called when it ends."""

    drafts: tuple[Draft, ...]

    def __call__(self, session: Session) -> None:
        session.flush()
        sequence, mac, people = end_of_chain(session, set().union(*(draft.people for draft in self.drafts)))
        rows = []
        for draft in self.drafts:
            sequence += 1
            rows.append(row_of(draft, people, sequence, mac))
            mac = rows[-1]["mac"]
        for first in range(0, len(rows), AT_ONCE):
            session.execute(insert(intake).values(rows[first : first + AT_ONCE]))


def end_of_chain(session: Session, ids: set[UUID]) -> tuple[int, bytes, dict[UUID, Known]]:
    """Lock the head, and bring the pseudonyms of these people with it."""
    rows = select(Head.sequence, Head.mac, AuditPerson.user_id, AuditPerson.pseudonym, AuditPerson.wrapped_key)
    joined = rows.outerjoin_from(Head, AuditPerson, AuditPerson.user_id.in_(ids)).with_for_update(of=Head)
    found = session.execute(joined).all()
    if not found:
        raise NoResultFound("The head of the audit trail is gone.")
    people = {user_id: Known(name, key) for _, _, user_id, name, key in found if user_id and key}
    if strangers := ids - people.keys():
        people |= met(session, strangers)
    return found[0][0], found[0][1], people


def row_of(draft: Draft, people: dict[UUID, Known], sequence: int, previous_mac: bytes) -> dict[str, Any]:
    actor, subject = (people.get(each) if each else None for each in (draft.actor, draft.subject))
    entry_id = uuid7()
    row = {
        "sequence": sequence,
        "id": entry_id,
        "at": clock.now(),
        "act": draft.act.name,
        "actor": actor.pseudonym if actor else None,
        "subject": subject.pseudonym if subject else None,
        "row_kind": draft.row[0],
        "row_id": draft.row[1],
        "reason": draft.reason,
        "times": draft.times,
        "medium": str(draft.origin.medium),
        "sign_in_id": draft.origin.sign_in_id,
        "request_id": draft.origin.request_id,
        "address": sealed_address(draft.origin.address, actor or subject, entry_id),
        "previous_mac": previous_mac,
    }
    row["mac"] = chain.mac(keys().chain, b"entry", (row[name] for name in CHAINED))
    return row | {"seal": chain.mac(keys().chain, b"head", (sequence, row["mac"]))}
