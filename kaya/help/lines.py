"""Which helplines there are, and which come first for whoever looks."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from babel import Locale
from babel.core import get_global
from flask_babel import get_locale

from kaya.db import db
from kaya.help.models import Helpline

NOWHERE = "ZZ"  # as CLDR calls the country of Etc/UTC


@dataclass(frozen=True)
class Country:
    """A country's lines, those for emergencies first; `code` "" holds what is answered everywhere."""

    code: str
    emergency: tuple[Helpline, ...]
    others: tuple[Helpline, ...]

    @property
    def name(self) -> str:
        return name_of(self.code)

    @property
    def wanting(self) -> int:
        """How many of them somebody of the house has to look at."""
        return sum(line.wants_checking for line in self.lines)

    @property
    def lines(self) -> tuple[Helpline, ...]:
        return self.emergency + self.others


def by_country(first: str = "") -> list[Country]:
    """Every country with a line: `first` at the head, then by name; last what is answered everywhere. One question."""
    lines = list(db.session.scalars(Helpline.all()))
    countries = [country(code, (line for line in lines if line.country == code)) for code in {x.country for x in lines}]
    return sorted(countries, key=lambda each: (each.code != first, not each.code, each.name))


def country(code: str, lines: Iterable[Helpline]) -> Country:
    lines = list(lines)
    emergency = tuple(line for line in lines if line.is_emergency)
    return Country(code, emergency, tuple(line for line in lines if not line.is_emergency))


def country_of(zone: str) -> str:
    """The two letters of the country in which an IANA zone lies, also by its older names; "" for one such as UTC."""
    code = str(get_global("zone_territories").get(get_global("zone_aliases").get(zone, zone), ""))
    return code if code in codes() else ""


def name_of(code: str) -> str:
    """In the reader's language; a code that nobody knows stands for itself."""
    return str((get_locale() or Locale("en")).territories.get(code, code)) if code else ""


@cache
def codes() -> frozenset[str]:
    known = (str(code) for code in Locale("en").territories)
    return frozenset(code for code in known if len(code) == 2 and code.isalpha() and code != NOWHERE)
