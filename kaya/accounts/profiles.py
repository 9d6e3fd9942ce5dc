"""What someone says about themselves, and how they like things to be."""

from collections.abc import Collection
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any, Literal, get_args
from zoneinfo import ZoneInfo

from kaya.accounts.days import STARTS, USUAL_START
from kaya.accounts.models import User
from kaya.accounts.registering import checked_name, checked_zone
from kaya.accounts.signals import profile_changed
from kaya.config import settings
from kaya.db import locked, transaction
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

Theme = Literal["system", "light", "dark"]
TimeFormat = Literal["language", "24h", "12h"]
DAYS_A_WEEK = 3
LONGEST = {"pronouns": 40, "bio": 2000}


@dataclass(frozen=True)
class Preferences:
    """How someone likes things. Quiet hours are in their own zone, "22:00" to "07:00", or both "".

    `day_starts`: the hour of their clock at which their day begins. `days_a_week`: on how many they mean to practise.
    `shows_figures`: whether sums of what they did stand on pages; `shows_days_in_a_row`: whether these do, too.
    """

    theme: Theme = "system"
    time_format: TimeFormat = "language"
    sounds: bool = True
    quiet_from: str = ""
    quiet_until: str = ""
    day_starts: str = USUAL_START
    days_a_week: int = DAYS_A_WEEK
    shows_figures: bool = True
    shows_days_in_a_row: bool = False

    @classmethod
    def of(cls, user: User) -> "Preferences":
        known = {f.name for f in fields(cls)}
        return cls(**{name: value for name, value in user.preferences.items() if name in known})


CHOICES: dict[str, Collection[Any]] = {
    "theme": get_args(Theme),
    "time_format": get_args(TimeFormat),
    "day_starts": STARTS,
    "days_a_week": range(1, 8),
}


def change(user: User, **said: Any) -> User:
    """Change one's name, pronouns, bio, timezone (IANA) or language; what is left out stays.

    Refuses "invalid-name", "too-long", "unknown-zone", "unknown-language".
    """
    with transaction() as session:
        user = locked(session, user)
        for field, value in said.items():
            setattr(user, field, checked(field, value))
        announce(profile_changed, user=user)
        return user


def is_quiet(user: User, moment: datetime) -> bool:
    """Does `user` want to hear only what cannot wait at this instant?"""
    chosen = Preferences.of(user)
    local = f"{moment.astimezone(ZoneInfo(user.timezone)):%H:%M}"
    if chosen.quiet_from <= chosen.quiet_until:
        return chosen.quiet_from <= local < chosen.quiet_until
    return local >= chosen.quiet_from or local < chosen.quiet_until


def checked(field: str, value: str) -> str:
    if field == "name":
        return checked_name(value)
    if field == "timezone":
        return checked_zone(value)
    if field == "language" and value not in settings().languages:
        raise Refusal("unknown-language", say("Kaya does not speak that language yet."), field="language")
    if len(value) > LONGEST.get(field, 16):
        raise Refusal("too-long", say("Please use at most %(number)s characters.", number=LONGEST[field]), field=field)
    return value


def prefer(user: User, **said: Any) -> Preferences:
    """Change some of one's preferences; what is left out stays. Refuses "unknown-choice" and "invalid-time"."""
    with transaction() as session:
        user = locked(session, user)
        chosen = Preferences(**asdict(Preferences.of(user)) | said)
        for field, allowed in CHOICES.items():
            if getattr(chosen, field) not in allowed:
                raise Refusal("unknown-choice", say("Please choose one of those on offer."), field=field)
        check_quiet(chosen)
        user.preferences = user.preferences | asdict(chosen)
        announce(profile_changed, user=user)
        return chosen


def check_quiet(chosen: Preferences) -> None:
    for field in ("quiet_from", "quiet_until"):
        value = getattr(chosen, field)
        if value and not is_time(value):
            raise Refusal("invalid-time", say("Please write a time such as 22:00."), field=field)
    if bool(chosen.quiet_from) != bool(chosen.quiet_until):
        missing = "quiet_until" if chosen.quiet_from else "quiet_from"
        raise Refusal("invalid-time", say("Quiet hours need a beginning and an end."), field=missing)


def is_time(value: str) -> bool:
    hours, colon, minutes = value.partition(":")
    return (
        bool(colon)
        and (len(hours), len(minutes)) == (2, 2)
        and (hours + minutes).isascii()
        and (hours + minutes).isdigit()
        and int(hours) < 24
        and int(minutes) < 60
    )
