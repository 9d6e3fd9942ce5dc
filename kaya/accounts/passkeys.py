"""One's own passkeys: added, named, taken away; and what one of them proves."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts import ceremonies, signing_in, two_factor
from kaya.accounts.ceremonies import Answer
from kaya.accounts.models import Device, Passkey, SignIn, User
from kaya.accounts.signals import passkey_added, passkey_copied, passkey_refused, passkey_removed
from kaya.db import db, locked, transaction
from kaya.mail import post
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

MOST = 20
LONGEST_NAME = 60
LONGEST_ID = 1023


@dataclass(frozen=True)
class Added:
    """A new passkey; with the first second proof come ten recovery codes, which are never told again."""

    passkey: Passkey
    recovery_codes: list[str]


def begin(user: User) -> Answer:
    """What the browser is asked for, so that `add` can follow within five minutes."""
    return ceremonies.to_add(user, db.session.scalars(Passkey.listed(user)).all())


def add(user: User, answer: Answer, name: str = "") -> Added:
    """Keep the passkey that a browser made. It can sign in by itself, and is a second proof beside the password.

    Refuses "wrong-passkey" (422) what does not answer the last five minutes' challenge, "already-there" (409),
    "too-many" (409) from the 21st on, and "invalid-name".
    """
    name = checked_name(name) if name else ""
    made = ceremonies.taken(ceremonies.ADD, user, answer)
    new = ceremonies.added(answer, made) if made else None
    if new is None or len(new.credential_id) > LONGEST_ID:
        raise Refusal("wrong-passkey", say("That did not work. Please try once more."), field="credential")
    with transaction() as session:
        person = locked(session, user)
        count = session.scalar(select(func.count()).select_from(Passkey.of(person).subquery())) or 0
        if count >= MOST:
            raise Refusal("too-many", say("Twenty passkeys are as many as there can be."))
        if session.scalar(select(select(Passkey.id).where(Passkey.credential_id == new.credential_id).exists())):
            raise Refusal("already-there", say("That passkey is here already."))
        passkey = Passkey(
            user=person,
            credential_id=new.credential_id,
            public_key=new.credential_public_key,
            sign_count=new.sign_count,
            transports=ceremonies.transports_in(answer),
            is_backed_up=new.credential_backed_up,
            name=name or str(say("Passkey %(number)s", number=count + 1)),
        )
        session.add(passkey)
        session.flush()
        codes = two_factor.begin_with(session, person)
        post("passkey-added", person.email, say("A passkey was added"), user=person, name=passkey.name)
        announce(passkey_added, user=person, passkey=passkey)
        return Added(passkey, codes)


def rename(user: User, passkey: Passkey, name: str) -> Passkey:
    """Refuses "invalid-name" without one, and beyond 60 characters."""
    name = checked_name(name)
    with transaction() as session:
        locked(session, passkey).name = name
        return passkey


def checked_name(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise Refusal("invalid-name", say("Please give it a name."), field="name")
    if len(name) > LONGEST_NAME:
        raise Refusal("invalid-name", say("Please use at most 60 characters."), field="name")
    return name


def remove(user: User, passkey: Passkey) -> None:
    """It opens nothing any more. Two-factor sign-in stays on while an app or another passkey is left.

    Refuses "not-allowed" (403) to take the last proof from someone whose role needs one.
    """
    with transaction() as session:
        person = locked(session, user)
        if is_last_proof(session, person, passkey):
            raise two_factor.still_needed()
        session.delete(locked(session, passkey))
        session.flush()
        post("passkey-removed", person.email, say("A passkey was removed"), user=person, name=passkey.name)
        two_factor.end_without_proofs(session, person)
        announce(passkey_removed, user=person, passkey=passkey)


def must_stay(passkey: Passkey) -> bool:
    """Is it the last second proof of someone whose role needs one?"""
    return is_last_proof(db.session(), passkey.user, passkey)


def is_last_proof(session: Session, person: User, passkey: Passkey) -> bool:
    others = select(Passkey.of(person).where(Passkey.id != passkey.id).exists())
    return person.needs_second_factor and not two_factor.has_app(session, person) and not session.scalar(others)


def ask_at_the_door() -> Answer:
    """For someone of whom nothing is known yet: whichever of their passkeys for this site they choose."""
    return ceremonies.to_prove(ceremonies.SIGN_IN)


def ask(act: str, user: User, *, verified: bool) -> Answer:
    """For one of `user`'s own."""
    return ceremonies.to_prove(act, user, db.session.scalars(Passkey.listed(user)).all(), verified=verified)


def sign_in(answer: Answer, *, device: Device, medium: str = "browser") -> SignIn:
    """Sign in by a passkey alone: it is had, and it looked at its owner's finger, face or PIN, so no more is asked.

    Refuses "wrong-passkey" (401), whatever was wrong with it.
    """
    made = ceremonies.taken(ceremonies.SIGN_IN, None, answer)
    with transaction() as session:
        passkey = used(session, answer, made, verified=True)
        if passkey is not None:
            return signing_in.begin(session, passkey.user, proved_twice=True, medium=medium, **device.columns)
    raise wrong_passkey()


def used(
    session: Session, answer: Answer, made: bytes | None, *, of: User | None = None, verified: bool
) -> Passkey | None:
    """The passkey that signed `made`, written down as used; None when it is `of` another, wrong, or a copy."""
    passkey = session.scalar(Passkey.by_credential(credential_in(answer)).with_for_update(of=Passkey))
    if passkey is None or made is None or (of is not None and passkey.user_id != of.id):
        announce(passkey_refused, user_id=of.id if of is not None else None)
        return None
    use = ceremonies.proved(answer, made, passkey, verified=verified) if is_owners(answer, passkey) else None
    if use is None:
        announce(passkey_refused, user_id=passkey.user_id)
        return None
    if passkey.is_behind(use.new_sign_count):
        tell_of_a_copy(passkey)
        return None
    passkey.sign_count, passkey.is_backed_up = use.new_sign_count, use.credential_backed_up
    passkey.last_used_at = clock.now()
    return passkey


def tell_of_a_copy(passkey: Passkey) -> None:
    """Nobody comes in with it this time, and its owner knows, inside the current transaction."""
    post("passkey-copied", passkey.user.email, say("A copy of your passkey?"), user=passkey.user, name=passkey.name)
    announce(passkey_copied, user=passkey.user, passkey=passkey)


def credential_in(answer: Answer) -> bytes:
    named = answer.get("id")
    return ceremonies.decoded(named) if isinstance(named, str) else b""


def is_owners(answer: Answer, passkey: Passkey) -> bool:
    """Does it say whose it is, then it is its owner's."""
    response = answer.get("response")
    handle = response.get("userHandle") if isinstance(response, dict) else None
    return not handle or ceremonies.decoded(str(handle)) == passkey.user_id.bytes


def wrong_passkey() -> Refusal:
    return Refusal(
        "wrong-passkey",
        say("That passkey did not open the door. Please try once more, or come in another way."),
        status=401,
    )
