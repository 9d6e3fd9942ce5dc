"""How often what may be asked: one table, whose rows the setting RATE_LIMITS may write anew."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

A_RATE = re.compile(r"([1-9][0-9]{0,8})/((?:[1-9][0-9]{0,3} )?(?:second|minute|hour|day)s?)")


@dataclass(frozen=True)
class Rate:
    """`times` in each `span` ("15 minutes"), before the setting RATE_LIMIT_SCALE multiplies it."""

    times: int
    span: str

    def __str__(self) -> str:
        return f"{self.times}/{self.span}"


USUAL: Mapping[str, Rate] = {
    "api-address": Rate(100, "15 minutes"),  # the API, for each address from which nobody signed in
    "api-account": Rate(600, "15 minutes"),  # the API, for each account
    "api-key": Rate(600, "15 minutes"),  # the API, for each admin key
    "sign-in-address": Rate(20, "15 minutes"),  # wrong passwords and codes, from each address
    "sign-in-account": Rate(5, "15 minutes"),  # wrong passwords, for each account, known or not
    "registration-address": Rate(5, "hour"),
    "registration-account": Rate(5, "hour"),
    "reset-address": Rate(5, "hour"),
    "reset-account": Rate(5, "hour"),
    "mail-code-address": Rate(5, "hour"),
    "mail-code-account": Rate(5, "hour"),
    "mail-code-wrong": Rate(20, "day"),  # wrong codes from mails, for each account, known or not
    "passkey": Rate(200, "15 minutes"),  # what a passkey is to sign, for each address; each sign-in page asks
    "code": Rate(20, "15 minutes"),  # setting up and changing two-factor sign-in
    "proof": Rate(20, "15 minutes"),  # proving again who one is
    "picture": Rate(60, "hour"),
    "hold": Rate(60, "5 minutes"),
    "booking": Rate(30, "5 minutes"),
    "mood": Rate(240, "hour"),  # what is said of a mood, and questionnaires
    "mood-file": Rate(20, "hour"),  # mood brought in, or taken away as a file
    "journal": Rate(120, "hour"),  # pages and lists of gratitude, written or changed; pages let go of, taken back
    "draft": Rate(2400, "hour"),  # what is being typed, every few seconds
    "journal-export": Rate(20, "hour"),
    "certificate": Rate(30, "hour"),
}


@lru_cache
def read_rates(words: str) -> Mapping[str, Rate]:
    """Rows as a setting writes them: "api-account=1200/15 minutes, picture=10/hour". Raises ValueError."""
    rows = [row.partition("=") for row in words.split(",") if row.strip()]
    return {name.strip(): read_rate(name.strip(), rate.strip()) for name, _, rate in rows}


def read_rate(name: str, rate: str) -> Rate:
    if name not in USUAL:
        raise ValueError(f"knows no limit {name!r}; there are {', '.join(USUAL)}")
    found = A_RATE.fullmatch(rate)
    if not found:
        raise ValueError(f"{name} is written as 100/15 minutes or 5/hour, not {rate!r}")
    return Rate(int(found[1]), found[2])
