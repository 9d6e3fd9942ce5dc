"""What a device keeps of practice for when there is no network: a handful of sessions, each for something."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kaya.accounts.models import User
from kaya.db import db
from kaya.practice import pace
from kaya.practice.models import Enrollment, EnrollmentState, Practice
from kaya.practice.suggesting import felt_now, suggestions
from kaya.words import say


class Purpose(StrEnum):
    PROGRAM = "program"
    TODAY = "today"
    CALM = "calm"
    SLEEP = "sleep"
    GROUND = "ground"


PURPOSES: dict[Purpose, Any] = {
    Purpose.PROGRAM: say("The next day of your program"),
    Purpose.TODAY: say("Suggested for you"),
    Purpose.CALM: say("To come to rest"),
    Purpose.SLEEP: say("To fall asleep"),
    Purpose.GROUND: say("To feel the ground"),
}

# By slug; the second where the first is in the pocket already.
ALWAYS: dict[Purpose, tuple[str, str]] = {
    Purpose.CALM: ("even-breathing", "until-the-wave-has-passed"),
    Purpose.SLEEP: ("lights-out", "the-night-ferry"),
    Purpose.GROUND: ("five-four-three-two-one", "the-print-of-a-foot"),
}


@dataclass(frozen=True)
class Pocketed:
    """A session of the library, in so many `minutes`."""

    purpose: Purpose
    practice: Practice
    minutes: int


def pocket_of(member: User) -> list[Pocketed]:
    """At most five, no two of one practice: what is due, what is suggested, and what is good to have at any hour."""
    found: dict[str, Pocketed] = {}
    for each in (*of_program(member), *of_today(member)):
        found.setdefault(each.practice.slug or "", each)
    shelf = {each.slug: each for each in db.session.scalars(Practice.of(member).where(Practice.slug.in_(all_slugs())))}
    for purpose, slugs in ALWAYS.items():
        slug = next((slug for slug in slugs if slug in shelf and slug not in found), None)
        if slug:
            found[slug] = Pocketed(purpose, shelf[slug], shelf[slug].minutes)
    return list(found.values())


def all_slugs() -> list[str]:
    return [slug for slugs in ALWAYS.values() for slug in slugs]


def of_program(member: User) -> Iterator[Pocketed]:
    """The day that waits, one that is open first; else the one that opens next, for there may be no network then."""
    rows = Enrollment.under_way(member).where(Enrollment.state == EnrollmentState.ACTIVE)
    under_way = [each for each in db.session.scalars(rows.order_by(Enrollment.changed_at.desc())) if each.next_day]
    under_way.sort(key=lambda each: not pace.is_open(member, each, each.next_number or 1))
    day = under_way[0].next_day if under_way else None
    if day and day.practice and day.practice.slug and day.practice.can_last(day.minutes):
        yield Pocketed(Purpose.PROGRAM, day.practice, day.minutes)


def of_today(member: User) -> Iterator[Pocketed]:
    for each in suggestions(member, 1, felt_now(member)):
        yield Pocketed(Purpose.TODAY, each.practice, each.minutes)
