"""Where someone is signed in, and on what; a device they never used before is told to them."""

from functools import cache
from pathlib import Path
from typing import Any, cast

import maxminddb
import ua_parser
from sqlalchemy import exists, select, update
from sqlalchemy.orm import aliased

from kaya import clock
from kaya.accounts import signing_in
from kaya.accounts.models import SignIn, User
from kaya.accounts.signals import signed_in_on_new_device
from kaya.config import settings
from kaya.db import db, transaction
from kaya.mail import post
from kaya.signals import announce
from kaya.words import say


def end_others(user: User, here: SignIn) -> None:
    """Sign `user` out everywhere but `here`."""
    with transaction() as session:
        signing_in.end_all(session, user, but=here)


def tell_of_new() -> None:
    """Look at the sign-ins of the last minutes; whoever came with a device they never used before gets a mail.

    The first sign-in of all is no news. A job asks, so that signing in has nothing to look up.
    """
    for id in db.session.scalars(select(SignIn.id).where(SignIn.compared_at.is_(None)).order_by(SignIn.id)).all():
        with transaction() as session:
            if not mine(id):
                continue
            sign_in = session.get_one(SignIn, id)
            if is_new(sign_in):
                tell(sign_in)


def mine(id: Any) -> bool:
    """Has nobody else looked at this one meanwhile?"""
    row = update(SignIn).where(SignIn.id == id, SignIn.compared_at.is_(None)).values(compared_at=clock.now())
    return db.session.scalar(row.returning(SignIn.id)) is not None


def is_new(sign_in: SignIn) -> bool:
    """Did its person sign in before, and never with this device?"""
    other = aliased(SignIn)
    before = select(other.id).where(other.user_id == sign_in.user_id, other.id != sign_in.id)
    before = before.where(other.created_at <= sign_in.created_at)
    was_here = bool(db.session.scalar(select(exists(before))))
    return was_here and not db.session.scalar(select(exists(before.where(other.mark_hash == sign_in.mark_hash))))


def tell(sign_in: SignIn) -> None:
    user = sign_in.user
    post(
        "new-device",
        user.email,
        say("Someone signed in as you with a new device"),
        user=user,
        device=described(sign_in.device),
        place=place(sign_in.address),
        signed_in_at=sign_in.created_at,
    )
    announce(signed_in_on_new_device, user=user, sign_in=sign_in)


def described(name: str) -> str:
    """What a person calls it: "Firefox on Linux"; an app by its own name; a sentence when it said nothing."""
    if not name:
        return str(say("An unknown device"))
    told = ua_parser.parse(name)
    browser = told.user_agent.family if told.user_agent else ""
    system = told.os.family if told.os else ""
    if browser and system:
        return str(say("%(browser)s on %(system)s", browser=browser, system=system))
    return browser or system or name.split("/")[0][:60]


def place(address: str) -> str:
    """City and country of an address by the operator's own database; "" where there is none or it does not know."""
    known = lookup().get(address) if address and settings().places_database else None
    if not isinstance(known, dict):
        return ""
    names = [cast(dict[str, Any], known.get(part, {})).get("names", {}).get("en", "") for part in ("city", "country")]
    return ", ".join(name for name in names if name)


@cache
def lookup() -> maxminddb.Reader:
    return maxminddb.open_database(Path(settings().places_database))
