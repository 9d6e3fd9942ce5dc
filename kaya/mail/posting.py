"""Posting a mail inside the caller's transaction; a job writes and sends it afterwards."""

import unicodedata
from collections.abc import Sequence
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import update

from kaya import clock
from kaya.db import db, uuid7
from kaya.jobs import enqueue
from kaya.letters import read_by
from kaya.mail.models import Mail
from kaya.mail.writing import Draft, write
from kaya.words import unmarked

LONGEST_SUBJECT = 300


class Reader(Protocol):
    """What a mail needs to know of the person it is for."""

    id: UUID
    name: str
    language: str
    timezone: str

    @property
    def first_name(self) -> str: ...


def post(
    kind: str,
    to: str,
    subject: object,
    template: str = "",
    *,
    user: Reader | None = None,
    about: Reader | None = None,
    language: str = "",
    zone: str = "",
    attachments: Sequence[dict[str, str]] = (),
    enclosing: str = "",
    secret: bool = False,
    **facts: Any,
) -> Mail:
    """Write down inside the current transaction that a mail goes to the address `to`, and what it has to say.

    A job finds the words: from `templates/<template>.txt` and `.html` (`mail/<kind>` if left out), which may say
    the `facts` as they are now (plain values, sentences, instants under names that end in `_at`), `link("endpoint", …)`
    for this site's pages, and `user` with `name`, `first_name` and `timezone`. Language and zone are the user's unless
    given; `about` is somebody else whom it names. `attachments`: [{name, type, text}]; `enclosing` names what makes one
    (see `encloses`).
    A `secret` mail is written at once, so that what it holds is in no job, and loses its words once it was sent.
    """
    language, zone = language or (user.language if user else ""), zone or (user.timezone if user else "UTC")
    mail = Mail(
        id=uuid7(),
        user_id=user.id if user else None,
        about_id=about.id if about else None,
        kind=kind,
        recipient=on_one_line(to),
        text="",
        html="",
        attachments=list(attachments),
        is_secret=secret,
        created_at=clock.now(),
    )
    draft = Draft(template or f"mail/{kind}", language, zone, facts | {"user": known_of(user)}, enclosing)
    with read_by(language, zone):
        mail.subject = on_one_line(unmarked(str(subject)))[:LONGEST_SUBJECT]
        kept = draft.as_json()
    db.session.add(mail)
    db.session.flush()
    if secret:
        write(mail, draft)
    enqueue("mail.send", key=f"mail:{mail.id}", mail_id=str(mail.id), draft=None if secret else kept)
    return mail


def hand_over(user: Reader, address: str) -> None:
    """What went to `address` before it had an account was for `user`, and leaves with them. In this transaction."""
    letters = update(Mail).where(Mail.recipient == on_one_line(address), Mail.user_id.is_(None))
    db.session.execute(letters.values(user_id=user.id).execution_options(synchronize_session=False))


def known_of(user: Reader | None) -> dict[str, str] | None:
    return {"name": user.name, "first_name": user.first_name, "timezone": user.timezone} if user else None


def on_one_line(words: str) -> str:
    """No control character and no line end: what goes into a header can begin no other header."""
    return " ".join("".join(" " if is_control(c) else c for c in words).split())


def is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")
