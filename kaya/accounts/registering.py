"""Becoming a member: a registration, a mail, and an account once the mail's link or code was used."""

from zoneinfo import available_timezones

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts import addresses, passwords
from kaya.accounts.models import Registration, User
from kaya.accounts.proofs import hashed, hashed_code, is_code, new_code, new_token
from kaya.accounts.signals import account_opened, registration_asked
from kaya.config import settings
from kaya.db import db, transaction, uuid7
from kaya.jobs import enqueue
from kaya.mail import hand_over, post
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import is_seen, say

ZONES = frozenset(available_timezones())


def register(
    email: str, password: str, name: str, *, timezone: str = "", language: str = "", next_path: str = ""
) -> str:
    """Ask for an account; answers the address as it is kept. The mail that follows has a link and a six-digit code.

    Does the same, and takes as long, whether or not the address has an account: then the mail says so.
    `timezone` is an IANA name. Refuses "invalid-email", "weak-password", "invalid-name", "unknown-zone".
    Whoever asks for an address that somebody else has just asked for shall not choose their password: if the two
    differ, neither counts, and the account's owner sets one by mail.
    """
    email, name = addresses.checked(email), checked_name(name)
    password_hash = passwords.hashed(passwords.check(password, email=email, name=name))
    zone, language = checked_zone(timezone), checked_language(language)
    before = db.session.scalar(select(Registration.password_hash).where(Registration.email == email))
    is_same = passwords.matches(before, password)
    with transaction() as session:
        known = session.scalar(User.by_email(email))
        token, code = new_token(), new_code()
        Registration.put(
            session,
            same_as=before if is_same else None,
            email=email,
            name=name,
            password_hash=password_hash,
            timezone=zone,
            language=language,
            next_path=next_path,
            **kept(token, code),
        )
        tell(email, token, code, known=known, language=language, zone=zone)
        announce(registration_asked, email=email)
    return email


def resend(email: str) -> None:
    """Send the link and the code anew; those sent before are worth nothing from then on. Betrays nothing."""
    with transaction() as session:
        registration = session.scalar(Registration.by_email(email).with_for_update())
        if registration is None or registration.is_over:
            return
        token, code = new_token(), new_code()
        known = session.scalar(User.by_email(email))
        for name, value in kept(token, code).items():
            setattr(registration, name, value)
        tell(
            registration.email,
            token,
            code,
            known=known,
            language=registration.language,
            zone=registration.timezone,
        )


def kept(token: str, code: str) -> dict[str, bytes]:
    return {"token_hash": hashed(token), "code_hash": hashed_code(code, hashed(token))}


def tell(email: str, token: str, code: str, *, known: User | None, language: str, zone: str) -> None:
    """The mail: with the way in, or, to someone who is in already, with a word that they are. Both cost the same."""
    if known:
        post("already-have-account", known.email, say("You already have an account here"), user=known, secret=True)
        return
    subject = say("%(code)s is your code", code=code)
    post("verify", email, subject, token=token, code=code, language=language, zone=zone, secret=True)


def waiting(token: str) -> Registration:
    """The registration that this link is for, to be shown. Refuses ("gone", 410) one that was used or is over."""
    registration = db.session.scalar(Registration.by_token(token))
    if registration is None or registration.is_over:
        raise gone()
    return registration


def verify(token: str) -> User:
    """Make the account that this link is for. Refuses ("gone", 410) a link that was used or is over."""
    with transaction() as session:
        registration = session.scalar(Registration.by_token(token).with_for_update())
        if registration is None or registration.is_over:
            raise gone()
        return opened(session, registration)


def verify_code(email: str, code: str) -> User:
    """Make the account by its six digits.

    Refuses "wrong-code"; the fifth wrong one ends the registration ("gone", 410).
    """
    with transaction() as session:
        registration = session.scalar(Registration.by_email(email).with_for_update())
        if registration is not None and registration.is_over:
            raise gone()
        if registration is not None and is_code(code, registration.code_hash, registration.token_hash):
            return opened(session, registration)
        if registration is not None:
            registration.count_wrong()
        refusal = gone() if registration is not None and registration.is_over else wrong_code()
    raise refusal


def opened(session: Session, registration: Registration) -> User:
    """The new member; the registration is used up."""
    if session.scalar(select(User.id).where(User.email == registration.email)):
        raise gone()
    user = User(
        email=registration.email,
        name=registration.name,
        password_hash=registration.password_hash,
        timezone=registration.timezone,
        language=registration.language,
        preferences={},
    )
    session.add(user)
    session.flush()
    registration.end()
    hand_over(user, user.email)
    if not user.has_password:
        enqueue("accounts.send-reset", email=user.email, reset_id=str(uuid7()))
    post("welcome", user.email, say("Welcome, %(name)s", name=user.first_name), user=user)
    announce(account_opened, user=user)
    return user


def next_path_of(user: User) -> str:
    """Where someone was on their way to when they registered: a path of this site, or ""."""
    return db.session.scalar(select(Registration.next_path).where(Registration.email == user.email)) or ""


def checked_name(name: str) -> str:
    name = " ".join(name.split())
    if not is_seen(name):
        raise Refusal("invalid-name", say("Please say how we may call you."), field="name")
    if len(name) > 120:
        raise Refusal("invalid-name", say("Please use at most 120 characters."), field="name")
    return name


def checked_zone(zone: str) -> str:
    if zone and zone not in ZONES:
        raise Refusal("unknown-zone", say("There is no time zone of that name."), field="timezone")
    return zone or "UTC"


def checked_language(language: str) -> str:
    return language if language in settings().languages else settings().languages[0]


def purge() -> None:
    """Forget registrations whose day is over."""
    with transaction() as session:
        session.execute(delete(Registration).where(Registration.expires_at < clock.now()))


def gone() -> Refusal:
    return Refusal(
        "gone", say("This link or code has been used, or its time is over. Please register again."), status=410
    )


def wrong_code() -> Refusal:
    return Refusal("wrong-code", say("That is not the code. Please look at the newest mail again."), field="code")
