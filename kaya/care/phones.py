"""The number at which a practitioner calls whoever meets them by phone."""

import re

from sqlalchemy import select

from kaya.accounts.models import User
from kaya.care.models import Appointment, Mode
from kaya.db import db
from kaya.refusal import Refusal
from kaya.words import say

LONGEST_PHONE = 40
NUMBER = re.compile(r"\+?[0-9 ()./\-]*")
FEWEST_DIGITS, MOST_DIGITS = 5, 18


def plain_phone(words: str) -> str:
    """The number without outer space, or "" for none; refuses ("phone-invalid") what no phone could dial."""
    words = words.strip()
    digits = sum(each.isdigit() for each in words)
    is_number = NUMBER.fullmatch(words) and len(words) <= LONGEST_PHONE and FEWEST_DIGITS <= digits <= MOST_DIGITS
    if words and not is_number:
        raise Refusal("phone-invalid", say("That is no phone number. Write it like +351 912 345 678."), field="phone")
    return words


def last_phone(client: User) -> str:
    """The number that `client` gave last, or ""."""
    rows = select(Appointment.phone).where(Appointment.client_id == client.id, Appointment.phone != "")
    return db.session.scalar(rows.order_by(Appointment.created_at.desc(), Appointment.id.desc()).limit(1)) or ""


def number_for(client: User, mode: str, phone: str) -> str:
    """At which number `client` is called: the one that they give, else for a call the one that they gave last."""
    return phone or (last_phone(client) if mode == Mode.PHONE else "")


def require_phone(mode: str, phone: str) -> None:
    """Refuse ("phone-required") to book a call without a number: what the page asks for and the API leaves open."""
    if mode == Mode.PHONE and not phone:
        raise Refusal("phone-required", say("Please say at which number you can be called."), field="phone")
