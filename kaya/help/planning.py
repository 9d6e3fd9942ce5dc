"""A member's safety plan and trusted contact: written, changed and forgotten by themselves alone."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from kaya.accounts.models import User
from kaya.db import db, locked, transaction
from kaya.help.models import PARTS, SafetyPlan, TrustedContact
from kaya.help.numbers import plain_number
from kaya.help.signals import safety_plan_written
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

LONGEST_PART = 2000
LONGEST_NAME = 80


def plan_of(member: User) -> SafetyPlan | None:
    return db.session.scalar(SafetyPlan.of(member))


def contact_of(member: User) -> TrustedContact | None:
    return db.session.scalar(TrustedContact.of(member))


def write_plan(
    member: User, parts: Mapping[str, str], *, contact: tuple[str, str] = ("", ""), on_device: bool | None = None
) -> SafetyPlan:
    """The whole plan, each of PARTS as plain text, "" for one that is not needed; `contact` is a name and a number.

    `on_device`: what an app of theirs says of itself; None leaves it, for a browser remembers its own answer.

    Refuses "too-long" (a part over 2,000 characters, a name over 80), "phone-invalid", "name-missing",
    "number-missing", each with its field.
    """
    name, phone = checked_contact(*contact)
    for part in PARTS:
        sized(parts.get(part, ""), LONGEST_PART, part)
    with transaction() as session:
        locked(session, member)
        plan = session.scalar(SafetyPlan.of(member)) or SafetyPlan(user_id=member.id, on_device=False)
        session.add(plan)
        plan.on_device = plan.on_device if on_device is None else on_device
        for part in PARTS:
            setattr(plan, part, parts.get(part, "").strip())
        name_contact(session, member, name, phone)
        session.flush()
        announce(safety_plan_written, plan=plan, actor=member)
        return plan


def forget_plan(member: User) -> None:
    """The plan and the contact go, at once and for good. Where there is none, nothing happens."""
    with transaction() as session:
        locked(session, member)
        for row in (session.scalar(SafetyPlan.of(member)), session.scalar(TrustedContact.of(member))):
            if row is not None:
                session.delete(row)


def name_contact(session: Session, member: User, name: str, phone: str) -> None:
    known = session.scalar(TrustedContact.of(member))
    if not phone:
        if known is not None:
            session.delete(known)
        return
    contact = known or TrustedContact(user_id=member.id)
    contact.name, contact.phone = name, phone
    session.add(contact)


def checked_contact(name: str, phone: str) -> tuple[str, str]:
    name, phone = sized(name, LONGEST_NAME, "contact_name"), plain_number(phone, "contact_phone")
    if phone and not name:
        raise Refusal("name-missing", say("Who is it?"), field="contact_name")
    if name and not phone:
        raise Refusal("number-missing", say("At which number can they be called?"), field="contact_phone")
    return name, phone


def sized(words: str, most: int, field: str) -> str:
    if len(words.strip()) > most:
        raise Refusal("too-long", say("Please use at most %(count)s characters.", count=most), field=field)
    return words.strip()
