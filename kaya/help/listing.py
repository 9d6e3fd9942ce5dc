"""The operator's list of helplines: staff add, change, check and remove them."""

from typing import Any

from kaya import clock
from kaya.accounts.models import User
from kaya.accounts.permissions import Permission, check_may
from kaya.db import locked, transaction
from kaya.help.lines import codes
from kaya.help.models import Helpline
from kaya.help.numbers import plain_address, plain_number
from kaya.help.signals import helpline_changed
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

MAY = (Permission.SUPPORT, Permission.OPERATIONS)


def add_line(staff: User, **given: Any) -> Helpline:
    """A new one. Refuses, each with its field, a missing name, a country that is none, numbers and addresses that are
    none, a line without any way to reach it, and a day of checking that is still to come.
    """
    said = checked(given)
    with transaction() as session:
        check_may(staff, *MAY)
        line = Helpline(**said)
        session.add(line)
        session.flush()
        announce(helpline_changed, line=line, actor=staff)
        return line


def change_line(staff: User, line: Helpline, **given: Any) -> Helpline:
    """The whole of it, with the refusals of `add_line`."""
    said = checked(given)
    with transaction() as session:
        check_may(staff, *MAY)
        locked(session, line)
        for name, value in said.items():
            setattr(line, name, value)
        announce(helpline_changed, line=line, actor=staff)
        return line


def check_line(staff: User, line: Helpline) -> Helpline:
    """Someone called it, or read its source, today: it is right, and an example becomes the house's own.

    Refuses ("example") an example that names no source: it was invented.
    """
    with transaction() as session:
        check_may(staff, *MAY)
        locked(session, line)
        if line.is_example and not line.source:
            raise Refusal(
                "example", say("This is only an example. Write the real line in its place first."), status=409
            )
        line.is_example = False
        line.checked_on = clock.now().date()
        announce(helpline_changed, line=line, actor=staff)
        return line


def remove_line(staff: User, line: Helpline) -> None:
    with transaction() as session:
        check_may(staff, *MAY)
        announce(helpline_changed, line=locked(session, line), actor=staff)
        session.delete(line)


def checked(given: dict[str, Any]) -> dict[str, Any]:
    if not given["name"]:
        raise Refusal("name-missing", say("A line needs a name."), field="name")
    if given["country"] and given["country"] not in codes():
        raise Refusal("unknown-country", say("Please use the country's two letters, such as PT."), field="country")
    said = given | {name: plain_number(given[name], name) for name in ("phone", "text_to")}
    said |= {name: plain_address(given[name], name) for name in ("website", "source")}
    if not (said["phone"] or said["text_to"] or said["website"]):
        raise Refusal("no-way", say("How can it be reached? Give a number or an address."), field="phone")
    if said["checked_on"] and said["checked_on"] > clock.now().date():
        raise Refusal("in-the-future", say("That day is still to come."), field="checked_on")
    return said
