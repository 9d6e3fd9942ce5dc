"""Telling someone what concerns them: a row in the caller's transaction, told to their open pages once it is kept."""

from datetime import datetime
from typing import Any

from kaya.accounts.models import User
from kaya.config import settings
from kaya.db import transaction, uuid7
from kaya.letters import filled
from kaya.mail import post
from kaya.notifications.kinds import Mailed, kinds, known
from kaya.notifications.models import Notification
from kaya.notifications.preferences import wants_in_app, wants_mail
from kaya.realtime import deliver, touch


def tell(user: User, kind: str, path: str, **words: Any) -> Notification | None:
    """Tell `user` of a `kind` that was declared; `path` is the page of this house where it can be looked at.

    `words` fill the kind's sentence when it is read: names, numbers, ids, instants (`…_at`). Nothing is written in the
    house when they do not want such notifications; then the answer is None.
    """
    declared = kinds[kind]
    if not path.startswith("/") or path.startswith("//"):
        raise ValueError(f"{path} is no page of this house.")
    kept = {name: as_kept(word) for name, word in words.items()}
    with transaction():
        if declared.mailed is Mailed.SHORTLY and wants_mail(user, kind):
            mail(user, kind, path, kept)
        return note(user, kind, path, kept) if wants_in_app(user, kind) else None


def note(user: User, kind: str, path: str, words: dict[str, Any]) -> Notification:
    with transaction() as session:
        notification = Notification(id=uuid7(), user_id=user.id, kind=kind, path=path, words=words)
        session.add(notification)
        session.flush()
        changed(user)
        unread = Notification.unread_count(user)
        deliver(user.id, "notification", notification_json(notification, user) | {"unread_count": unread})
    return notification


def changed(user: User) -> None:
    """Inside a transaction: what `user` sees of their notifications is no longer so."""
    touch("notifications", user.id, event="notifications:changed")


def mail(user: User, kind: str, path: str, words: dict[str, Any]) -> None:
    sentence = sentence_for(kind, words, user)
    post(
        f"notification.{kind}",
        user.email,
        sentence,
        "mail/notification",
        user=user,
        sentence=sentence,
        page=address(path),
    )


def address(path: str) -> str:
    return settings().public_url + path


def sentence_for(kind: str, words: dict[str, Any], reader: User) -> str:
    """What a notification says, in its reader's language, with times in their zone."""
    return filled(known(kind).sentence, words, language=reader.language, zone=reader.timezone)


def notification_json(notification: Notification, reader: User) -> dict[str, Any]:
    """As the API and the socket say it."""
    return {
        "id": str(notification.id),
        "kind": notification.kind,
        "text": sentence_for(notification.kind, notification.words, reader),
        "path": notification.path,
        "created_at": said_instant(notification.created_at),
        "read_at": said_instant(notification.read_at),
    }


def said_instant(moment: datetime | None) -> str | None:
    return moment.replace(microsecond=0).isoformat().replace("+00:00", "Z") if moment else None


def as_kept(word: Any) -> Any:
    """What a row can keep of it: instants and ids as their text, numbers as they are, everything else as it is said."""
    if isinstance(word, datetime):
        return word.isoformat()
    return word if isinstance(word, bool | int | float) else str(word)
