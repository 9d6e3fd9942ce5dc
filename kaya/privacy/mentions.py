"""Where others' rows and the house's machinery name someone who leaves: found by ids, never by how they are called."""

import json
import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import String, cast, delete, or_, select, update
from sqlalchemy.orm import Session

from kaya.care.models import Appointment, Practitioner
from kaya.db import db, transaction
from kaya.jobs.models import Job, State
from kaya.mail.models import Mail
from kaya.notifications.models import Notification
from kaya.privacy.farewell import FORMER
from kaya.privacy.ledger import Person
from kaya.privacy.wiping import as_json_text, leave_no_trace, pieces
from kaya.realtime.models import PendingNudge, TopicVersion

AN_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
AT_ONCE = 200
WHO = ("name", "who", "client", "practitioner")


def forget_in_notifications(person: Person) -> None:
    """Others keep what they were told; of whom, it says no more."""
    paths = [f"/appointments/{id}" for id in appointments_of(person)]
    paths += [f"/staff/practitioners/{id}" for id in practices_of(person)]
    for some in pieces(paths):
        with transaction() as session:
            leave_no_trace(session)
            rows = select(Notification).where(Notification.path.in_(some), Notification.user_id != person.id)
            for each in session.scalars(rows):
                each.words = {name: FORMER if name in WHO else word for name, word in each.words.items()}
    slugs = db.session.scalars(select(Practitioner.slug).where(Practitioner.user_id == person.id)).all()
    with transaction() as session:
        leave_no_trace(session)
        profile = [f"/practitioners/{slug}" for slug in slugs]
        session.execute(delete(Notification).where(Notification.path.in_(profile)))


def forget_in_mails(person: Person) -> None:
    """Letters to others about their appointments, or that they wrote, of the last 30 days, lose their words."""
    known = {str(id) for id in (person.id, *appointments_of(person), *practices_of(person))}
    for bite in mails():
        meant = [id for id, words in bite if known.intersection(AN_ID.findall(words)) or person.email in words]
        if meant:
            with transaction() as session:
                leave_no_trace(session)
                gone: dict[str, Any] = {"subject": FORMER, "text": "", "html": "", "attachments": [], "about_id": None}
                session.execute(update(Mail).where(Mail.id.in_(meant)).values(gone))


def mails() -> Iterator[list[tuple[UUID, str]]]:
    """All that are kept, some at a time, with the words that may name someone."""
    after: UUID | None = None
    while True:
        rows = select(Mail.id, Mail.about_id, Mail.subject, Mail.text, Mail.html).order_by(Mail.id).limit(AT_ONCE)
        found = db.session.execute(rows.where(Mail.id > after) if after else rows).all()
        db.session.rollback()
        if not found:
            return
        after = found[-1].id
        yield [(row.id, f"{row.about_id} {row.subject} {row.text} {row.html}") for row in found]


def forget_in_jobs(person: Person) -> None:
    """Whatever waits or died with their id or address in it, and letters that are no more to be sent."""
    known = {str(id) for id in (person.id, *appointments_of(person), *practices_of(person))}
    rows = select(Job.id, Job.arguments, Job.key, Job.error).where(Job.state.in_((State.WAITING, State.DEAD)))
    found = db.session.execute(rows).all()
    meant = [row.id for row in found if names_them(row, known, person)]
    for some in pieces(meant):
        with transaction() as session:
            leave_no_trace(session)
            session.execute(delete(Job).where(Job.id.in_(some)))
    with transaction() as session:
        leave_no_trace(session)
        session.execute(delete(Job).where(Job.state == State.DONE, Job.key.contains(str(person.id))))


def names_them(row: Any, known: set[str], person: Person) -> bool:
    words = f"{json.dumps(row.arguments, ensure_ascii=False)} {row.key} {row.error}"
    return bool(known.intersection(AN_ID.findall(words))) or person.email in words


def forget_in_nudges(person: Person) -> None:
    with transaction() as session:
        leave_no_trace(session)
        session.execute(delete(PendingNudge).where(PendingNudge.room.contains(str(person.id))))
        session.execute(delete(PendingNudge).where(mentions(PendingNudge.body, person)))


def mentions(column: Any, person: Person) -> Any:
    """Does a JSON column have their id, address or name in it?"""
    words = cast(column, String)
    needles = {each for word in (person.email, person.name) for each in (word, as_json_text(word))}
    return or_(words.contains(str(person.id)), *(words.contains(each, autoescape=True) for each in needles if each))


def forget_topics(person: Person) -> None:
    with transaction() as session:
        leave_no_trace(session)
        keys = [str(person.id), *map(str, practices_of(person))]
        session.execute(delete(TopicVersion).where(TopicVersion.key.in_(keys)))


def appointments_of(person: Person) -> list[UUID]:
    """As client and as practitioner."""
    given = Appointment.practitioner_id.in_(select(Practitioner.id).where(Practitioner.user_id == person.id))
    return ids(select(Appointment.id).where(or_(Appointment.client_id == person.id, given)))


def practices_of(person: Person) -> list[UUID]:
    return ids(select(Practitioner.id).where(Practitioner.user_id == person.id))


def ids(rows: Any) -> list[UUID]:
    session: Session = db.session()
    found = list(session.scalars(rows))
    session.rollback()
    return found
