"""Giving up one's account, and staying after all: fourteen days lie between asking and erasing."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts import signing_in
from kaya.accounts.models import SignIn, User
from kaya.accounts.permissions import Permission
from kaya.care.models import Appointment, Practitioner
from kaya.care.models.appointment import LIVE
from kaya.db import db, locked, transaction
from kaya.mail import post
from kaya.privacy.models import Deletion
from kaya.privacy.retiring import stop_accepting
from kaya.privacy.signals import deletion_asked, deletion_withdrawn
from kaya.realtime import touch
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import count, say


def ask(user: User, *, here: SignIn | None = None) -> Deletion:
    """Let `user`'s account be erased in fourteen days; asked again, it is the same one, on the same day.

    Every sign-in but `here` ends at once, and a practitioner takes no more bookings. Refuses "coming-appointments"
    (with `appointments`: id and start) while clients are expecting them, and "last-operator".
    """
    with transaction() as session:
        if user.is_staff:
            lock_operators(session)
        locked(session, user)
        if there := session.scalar(Deletion.open_of(user)):
            return there
        refuse_while_clients_wait(user)
        refuse_the_last_operator(session, user)
        deletion = Deletion(user_id=user.id)
        session.add(deletion)
        session.flush()
        user.leaves_at = deletion.due_at
        signing_in.end_all(session, user, but=here)
        stop_accepting(session, user)
        post("leaving-asked", user.email, say("Your account will be erased"), user=user, due_at=deletion.due_at)
        announce(deletion_asked, user=user, deletion=deletion)
        touch("own-data", user.id)
        return deletion


def withdraw(user: User) -> Deletion:
    """Stay. Refuses "not-leaving" to whoever did not ask, and once the erasing has begun."""
    with transaction() as session:
        locked(session, user)
        deletion = session.scalar(Deletion.open_of(user).with_for_update())
        if deletion is None or not deletion.can_be_withdrawn:
            raise Refusal("not-leaving", say("Your account stays: nobody has asked to erase it."))
        deletion.withdrawn_at, user.leaves_at = clock.now(), None
        post("leaving-withdrawn", user.email, say("Your account stays"), user=user)
        announce(deletion_withdrawn, user=user, deletion=deletion)
        touch("own-data", user.id)
        return deletion


def deletion_of(user: User) -> Deletion | None:
    return db.session.scalar(Deletion.open_of(user))


def obstacle(user: User) -> Refusal | None:
    """Why `user` cannot ask to leave now, or None."""
    try:
        refuse_while_clients_wait(user)
        refuse_the_last_operator(db.session(), user)
    except Refusal as refusal:
        return refusal
    return None


def refuse_while_clients_wait(user: User) -> None:
    waiting = coming_with_clients(user)
    if waiting:
        words = count(
            "A client expects you. Cancel this appointment first, or hand it over.",
            "%(num)s clients’ appointments lie ahead of you. Cancel them first, or hand them over.",
            len(waiting),
        )
        named = [{"id": str(each.id), "start": each.starts_at} for each in waiting]
        raise Refusal("coming-appointments", words, appointments=named)


def refuse_the_last_operator(session: Session, user: User) -> None:
    """Somebody must be able to look after the house."""
    operators = User.who_may(Permission.OPERATIONS).where(User.leaves_at.is_(None)).order_by(User.id)
    if [each.id for each in session.scalars(operators)] == [user.id]:
        words = say("You are the only one who looks after the house. Let a colleague do that too, then ask again.")
        raise Refusal("last-operator", words)


def lock_operators(session: Session) -> None:
    """Of two who look after the house and leave at once, one stays."""
    session.scalars(User.who_may(Permission.OPERATIONS).order_by(User.id).with_for_update(of=User)).all()


def coming_with_clients(user: User) -> list[Appointment]:
    """Appointments that `user` has yet to give, the next first."""
    practices = select(Practitioner.id).where(Practitioner.user_id == user.id)
    return coming(Appointment.practitioner_id.in_(practices))


def coming_as_client(user: User) -> list[Appointment]:
    return coming(Appointment.client_id == user.id)


def coming(whose: object) -> list[Appointment]:
    ahead = (Appointment.status.in_(LIVE), Appointment.ends_at > clock.now())
    rows = select(Appointment).where(whose, *ahead).order_by(Appointment.starts_at, Appointment.id)  # type: ignore[arg-type]
    return list(db.session.scalars(rows))
