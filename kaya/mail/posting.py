"""Writing a mail inside the caller's transaction; a job sends it afterwards."""

import unicodedata
from collections.abc import Sequence
from typing import Any, Protocol
from uuid import UUID

from kaya.db import db, uuid7
from kaya.jobs import enqueue
from kaya.letters import written
from kaya.mail.models import Mail

LONGEST_SUBJECT = 300


class Reader(Protocol):
    """What a mail needs to know of the person it is for."""

    id: UUID
    language: str
    timezone: str


def post(
    kind: str,
    to: str,
    subject: object,
    template: str = "",
    *,
    user: Reader | None = None,
    language: str = "",
    zone: str = "",
    attachments: Sequence[dict[str, str]] = (),
    secret: bool = False,
    **context: Any,
) -> Mail:
    """Write a mail to the address `to` inside the current transaction, and the job that sends it.

    Its words come from `templates/<template>.txt` and `.html` (`mail/<kind>` if left out), which may say
    `link("endpoint", …)` for this site's pages and `user`; language and zone are the user's unless given.
    `attachments`: [{name, type, text}]. A `secret` mail loses its words once it was sent.
    """
    letter = written(
        template or f"mail/{kind}",
        subject,
        language=language or (user.language if user else ""),
        zone=zone or (user.timezone if user else "UTC"),
        user=user,
        **context,
    )
    mail = Mail(
        id=uuid7(),
        user_id=user.id if user else None,
        kind=kind,
        recipient=on_one_line(to),
        subject=on_one_line(letter.subject)[:LONGEST_SUBJECT],
        text=letter.text,
        html=letter.html,
        attachments=list(attachments),
        is_secret=secret,
    )
    db.session.add(mail)
    enqueue("mail.send", key=f"mail:{mail.id}", mail_id=str(mail.id))
    return mail


def on_one_line(words: str) -> str:
    """No control character and no line end: what goes into a header can begin no other header."""
    return " ".join("".join(" " if is_control(c) else c for c in words).split())


def is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")
