"""What someone wants to be told, and how."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import delete, select

from kaya.accounts.models import User
from kaya.db import db, transaction
from kaya.notifications.kinds import Kind, Mailed, kinds
from kaya.notifications.models import NotificationPreference
from kaya.notifications.signals import notifications_chosen
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say


@dataclass(frozen=True)
class Choice:
    """One kind, and whether someone is told of it; `by_mail` is None where it is never mailed."""

    kind: Kind
    in_app: bool
    by_mail: bool | None


def choices(user: User) -> list[Choice]:
    """Every kind that may concern `user`, in the order of its label, as they want it."""
    rows = db.session.scalars(select(NotificationPreference).where(NotificationPreference.user_id == user.id))
    chosen = {row.kind: row for row in rows}
    return [choice(kind, chosen.get(kind.name)) for kind in sorted(kinds_for(user), key=lambda k: str(k.label))]


def kinds_for(user: User) -> list[Kind]:
    return [kind for kind in kinds.values() if kind.is_for(user)]


def choice(kind: Kind, row: NotificationPreference | None) -> Choice:
    in_app, by_mail = (row.in_app, row.by_mail) if row else (True, True)
    return Choice(kind, in_app, None if kind.mailed is Mailed.NEVER else by_mail)


def choose(user: User, wanted: Mapping[str, tuple[bool, bool]]) -> None:
    """Be told of each kind in the house or not, by mail or not; of what is left out in both ways.

    Refuses ("no-such-kind") a name that is no kind's, or of one that is not for them.
    """
    offered = {kind.name for kind in kinds_for(user)}
    if wanted.keys() - offered:
        raise Refusal("no-such-kind", say("There is no such kind of notification."), field="items")
    with transaction() as session:
        session.execute(delete(NotificationPreference).where(NotificationPreference.user_id == user.id))
        for name, (in_app, by_mail) in wanted.items():
            if not (in_app and by_mail):
                row = NotificationPreference(user_id=user.id, kind=name, in_app=in_app, by_mail=by_mail)
                session.add(row)
        announce(notifications_chosen, user=user)


def wants_in_app(user: User, kind: str) -> bool:
    row = db.session.get(NotificationPreference, (user.id, kind))
    return row is None or row.in_app


def wants_mail(user: User, kind: str) -> bool:
    """Does `user` want mails of this kind? Asked by features that write their own."""
    row = db.session.get(NotificationPreference, (user.id, kind))
    return row is None or row.by_mail
