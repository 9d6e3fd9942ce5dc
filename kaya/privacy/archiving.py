"""Asking for an archive of one's data, making it in the background, fetching it, and letting it go after seven days."""

from datetime import timedelta
from uuid import UUID

import structlog
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts.models import User
from kaya.db import db, locked, transaction
from kaya.jobs import enqueue, renew
from kaya.notifications import tell
from kaya.privacy import packing, vault
from kaya.privacy.models import Archive
from kaya.privacy.models.archive import LASTS
from kaya.privacy.signals import archive_asked, archive_downloaded, archive_failed, archive_made
from kaya.realtime import touch
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

log = structlog.get_logger(__name__)

A_DAY = 3
GIVEN_UP = timedelta(hours=2)
REMEMBERED = timedelta(days=90)
PAGE = "/settings/data"


def ask(user: User) -> Archive:
    """Begin an archive of all that is kept about `user`; a job makes it.

    Refuses "archive-in-the-making", and "too-many-archives" (429) after three within a day.
    """
    with transaction() as session:
        locked(session, user)
        refuse_too_many(session, user)
        archive = Archive(user_id=user.id, name=vault.new_name(), of=packing.steps())
        session.add(archive)
        session.flush()
        enqueue("privacy.make-archive", key=f"archive:{archive.id}", archive_id=str(archive.id))
        announce(archive_asked, user=user, archive=archive)
        touch("own-data", user.id)
        return archive


def refuse_too_many(session: Session, user: User) -> None:
    if in_the_making(user) is not None:
        raise Refusal("archive-in-the-making", say("An archive is being made just now. It will be here in a moment."))
    since = Archive.theirs(user).where(Archive.asked_at > clock.ago(days=1)).order_by(None)
    asked, first = session.execute(
        since.with_only_columns(func.count(), func.min(Archive.asked_at), maintain_column_froms=True)
    ).one()
    if asked >= A_DAY:
        left = round((first + timedelta(days=1) - clock.now()).total_seconds())
        words = say("Three archives a day are enough for us to make. Please ask again tomorrow.")
        raise Refusal("too-many-archives", words, status=429, retry_after=max(1, left))


def in_the_making(user: User) -> Archive | None:
    return db.session.scalar(Archive.theirs(user).where(Archive.ready_at.is_(None), Archive.failed_at.is_(None)))


def make(archive_id: UUID) -> None:
    """Collect it and tell its owner; begun anew after whoever made it was lost."""
    archive = db.session.get(Archive, archive_id)
    user = db.session.get(User, archive.user_id) if archive and archive.is_in_the_making else None
    if archive is None or user is None:
        return
    db.session.rollback()
    with vault.growing(archive.name) as file:
        packing.pack(file, user, lambda done: note_progress(archive, done))
    finish(archive)


def note_progress(archive: Archive, done: int) -> None:
    with transaction() as session:
        locked(session, archive).done = done
        touch("own-data", archive.user_id)
    renew()


def finish(archive: Archive) -> None:
    with transaction() as session:
        if not locked(session, archive).is_in_the_making:
            return
        user = session.get_one(User, archive.user_id)
        archive.ready_at, archive.expires_at = clock.now(), clock.now() + LASTS
        archive.bytes = vault.size_of(archive.name)
        tell(user, "archive-ready", PAGE, until_at=archive.expires_at)
        announce(archive_made, user=user, archive=archive)
        touch("own-data", user.id)


def fetch(user: User, archive: Archive) -> Archive:
    """It is about to be downloaded; refuses "archive-gone" (410) once it is."""
    with transaction() as session:
        if not locked(session, archive).is_ready or not vault.place_of(archive.name).is_file():
            raise Refusal("archive-gone", say("This archive is no longer here. You can ask for a new one."), status=410)
        archive.fetched_at = clock.now()
        announce(archive_downloaded, user=user, archive=archive)
        return archive


def sweep() -> None:
    """Remove what is older than seven days, give up what nobody makes any more, forget what was long ago."""
    for archive in db.session.scalars(select(Archive).where(Archive.expires_at <= clock.now())).all():
        vault.remove(archive.name)
    stuck = select(Archive).where(Archive.ready_at.is_(None), Archive.failed_at.is_(None))
    for archive in db.session.scalars(stuck.where(Archive.asked_at < clock.now() - GIVEN_UP)).all():
        give_up(archive)
    with transaction() as session:
        session.execute(delete(Archive).where(Archive.asked_at < clock.now() - REMEMBERED))
    remove_strays()


def give_up(archive: Archive) -> None:
    with transaction() as session:
        if not locked(session, archive).is_in_the_making:
            return
        log.error("An archive could not be made", archive_id=str(archive.id))
        archive.failed_at = clock.now()
        user = session.get_one(User, archive.user_id)
        tell(user, "archive-failed", PAGE)
        announce(archive_failed, user=user, archive=archive)
        touch("own-data", user.id)
    vault.remove(archive.name)


def remove_strays() -> None:
    """Files that no row knows: of someone who was erased while theirs was made."""
    there = vault.names()
    known = set(db.session.scalars(select(Archive.name)).all()) if there else set()
    db.session.rollback()
    for name in there:
        if name not in known:
            vault.remove(name)
