"""Writing what was posted, sending it, and forgetting it a month later."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import delete

from kaya import clock
from kaya.config import settings
from kaya.db import db, locked, transaction
from kaya.jobs import enqueue, every, job
from kaya.mail.models import Mail
from kaya.mail.transports import Refused, TryLater, transport
from kaya.mail.writing import Draft, write

log = structlog.get_logger(__name__)
KEPT = timedelta(days=30)
LONGEST_WAIT = timedelta(hours=6)


@job("mail.send")
def send(mail_id: str, draft: dict[str, Any] | None = None) -> None:
    """Write one mail as `draft` says, unless it is written, and hand it to the transport.

    Whoever does it twice sends it twice only where the transport cannot tell.
    """
    mail = db.session.get(Mail, UUID(mail_id))
    if mail is None or mail.is_done:
        return
    if draft and not mail.is_written:
        write(mail, Draft.kept(draft))
    db.session.rollback()
    try:
        note_sent(mail, transport()(mail, settings()))
    except TryLater as later:
        try_again(mail, min(timedelta(seconds=later.seconds), LONGEST_WAIT))
    except Refused as refused:
        note_refused(mail, str(refused))


def note_sent(mail: Mail, provider_id: str) -> None:
    with transaction() as session:
        locked(session, mail)
        mail.sent_at, mail.provider_id = clock.now(), provider_id[:200]
        forget_words(mail)


def note_refused(mail: Mail, because: str) -> None:
    """It will never be taken: trying again would only annoy."""
    log.error("A mail was refused for good", mail_id=str(mail.id), kind=mail.kind, because=because)
    with transaction() as session:
        locked(session, mail).refused_because = because[:500]
        forget_words(mail)


def forget_words(mail: Mail) -> None:
    """Of a secret one nothing stays, not its first line either: a code stands there too."""
    if mail.is_secret and not settings().is_development:
        mail.subject = mail.text = mail.html = ""


def try_again(mail: Mail, wait: timedelta) -> None:
    with transaction():
        enqueue("mail.send", run_at=clock.now() + wait, mail_id=str(mail.id))


@every("mail.purge", hours=24)
def purge() -> None:
    """Forget mails of more than 30 days ago."""
    with transaction() as session:
        session.execute(delete(Mail).where(Mail.created_at < clock.now() - KEPT))
