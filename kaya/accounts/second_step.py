"""The second step of signing in with a browser: a code of the app, a passkey, or a code from paper."""

from uuid import UUID

from sqlalchemy import delete

from kaya import clock
from kaya.accounts import ceremonies, passkeys, signing_in, two_factor
from kaya.accounts.ceremonies import Answer
from kaya.accounts.models import Halfway, SignIn
from kaya.accounts.two_factor import Proofs
from kaya.db import db, transaction
from kaya.refusal import Refusal
from kaya.words import say


def waiting(id: UUID) -> Halfway:
    """Whose second proof is awaited. Refuses "gone" (410) when its ten minutes or five tries are over."""
    halfway = db.session.scalar(Halfway.live(id))
    if halfway is None:
        raise gone()
    return halfway


def proofs_of(id: UUID) -> Proofs:
    """With what the second step can be made; refuses "gone" (410) as `waiting` does."""
    return two_factor.proofs(waiting(id).user)


def with_code(id: UUID, otp: str) -> SignIn:
    """Sign in with a code of the app or a recovery code.

    Refuses "wrong-code" (beside otp); "gone" (410) after ten minutes or five tries; "codes-locked" (429) as
    `two_factor.counted` does, whichever thresholds they were given on.
    """
    with transaction() as session:
        halfway = session.scalar(Halfway.live(id).with_for_update(of=Halfway))
        if halfway is None:
            raise gone()
        if two_factor.counted(session, halfway.user, otp):
            halfway.end()
            return signing_in.begin(session, halfway.user, proved_twice=True, **halfway.whence)
        halfway.count_wrong()
    raise two_factor.wrong_code()


def ask_for_passkey(id: UUID) -> Answer:
    """What the browser is asked for; refuses "gone" (410) as `waiting` does."""
    return passkeys.ask(ceremonies.SECOND_STEP, waiting(id).user, verified=False)


def with_passkey(id: UUID, answer: Answer) -> SignIn:
    """Sign in with a passkey of theirs; that it is there is enough, for the first proof came before.

    Refuses "wrong-passkey" (401); "gone" (410) after ten minutes or five tries. Wrong ones are no wrong passwords.
    """
    made = ceremonies.taken(ceremonies.SECOND_STEP, waiting(id).user, answer)
    with transaction() as session:
        halfway = session.scalar(Halfway.live(id).with_for_update(of=Halfway))
        if halfway is None:
            raise gone()
        if passkeys.used(session, answer, made, of=halfway.user, verified=False):
            halfway.end()
            return signing_in.begin(session, halfway.user, proved_twice=True, **halfway.whence)
        halfway.count_wrong()
    raise passkeys.wrong_passkey()


def purge() -> None:
    """Forget whoever was halfway yesterday."""
    with transaction() as session:
        session.execute(delete(Halfway).where(Halfway.expires_at < clock.ago(days=1)))


def gone() -> Refusal:
    return Refusal("gone", say("That took too long, or too many tries. Please sign in anew."), status=410)
