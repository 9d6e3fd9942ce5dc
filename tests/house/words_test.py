"""Nothing of ours is said in English only: a house in a language that nobody speaks, walked to its last page."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from typing import Any
from zoneinfo import available_timezones

import pytest
from babel import Locale
from sqlalchemy import select

from kaya.db import db
from kaya.mail.models import Mail
from kaya.mood.instruments import FREE
from kaya.practice.library import SCRIPTS
from kaya.practice.programs import COURSES
from kaya.sealing.column import SealedText
from tests.house.houses import House
from tests.house.pseudo import LANGUAGE
from tests.house.reading import PageRead
from tests.house.walk import Step, refused_forms, walked

TRANSLATED = re.compile(r"⟦[^⟦⟧]*⟧")
BETWEEN = re.compile(r"[\s·,;:–—()|/“”\"'’…+.!?#→←*_>`]+")
A_WORD = re.compile(r"[^\W\d_]{3,}")
PARTS = re.compile(r"\n(?:- )?|·|, |: |\. ")
CUT_OFF = re.compile(r"[^,.:]*…\s*$")
AN_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|/\S+/\S*|doi[: ]10\.\S+")
OURS = {"Kaya", "UTC", "GMT", "TOTP", "ics", "GAD", "PHQ"}
MOVED = (301, 302, 303, 308)
KNOWN_BY_NAME = ("option",)  # zones, currencies and languages have names of their own


@pytest.fixture(scope="module")
def foreign_steps(foreign_house: House) -> list[Step]:
    steps = [step for step in walked(foreign_house) if step.is_page]
    steps += refused_forms(foreign_house, steps)
    return [step for step in steps if step.is_page and step.answer.status_code not in MOVED]


def test_every_page_speaks_the_readers_language(foreign_house: House, foreign_steps: list[Step]) -> None:
    with foreign_house.open():
        known = what_is_known()
    found: dict[str, str] = {}
    for step in foreign_steps:
        for where, words in step.page.words:
            for left in left_out(words, known) if where not in KNOWN_BY_NAME else ():
                found.setdefault(left, f"{step} <{where}>")
    assert not found, "\n".join(f"{left!r}: {where}" for left, where in sorted(found.items(), key=lambda each: each[1]))


def test_the_walk_comes_everywhere(foreign_house: House, foreign_steps: list[Step]) -> None:
    """A page that no link leads to would be missing here."""
    pages = {rule.endpoint for rule in foreign_house.app.url_map.iter_rules() if "GET" in (rule.methods or set())}
    assert len({step.endpoint for step in foreign_steps} & pages) > 30


class Known:
    """What may stand in any language: what people wrote, content that says which language it is in, names of things."""

    def __init__(self, texts: Iterable[str], names: set[str]) -> None:
        written = set(texts)
        self.all_of_it = " | ".join(sorted({normal(text) for text in written}))
        self.words = names | {normal(part) for text in written for part in PARTS.split(text)}
        self.words |= {normal(word) for text in written if len(text) < 60 for word in A_WORD.findall(text)}

    def holds(self, line: str) -> bool:
        """Is it a word that is known, or words as they follow each other in a text?"""
        return line in self.words or (" " in line and line in self.all_of_it)


def left_out(words: str, known: Known) -> Iterator[str]:
    """The words that stand outside brackets and that nobody wrote."""
    while TRANSLATED.search(words):
        words = TRANSLATED.sub(" ", words)
    if known.holds(normal(words)):
        return
    for line in PARTS.split(CUT_OFF.sub("", AN_ADDRESS.sub(" ", words))):
        if not known.holds(normal(line)) and any(not known.holds(normal(word)) for word in A_WORD.findall(line)):
            yield " ".join(line.split())


def normal(words: str) -> str:
    return " ".join(BETWEEN.split(words.casefold())).strip()


def what_is_known(but: str = "") -> Known:
    """Every text in the database, but those of a table; what is written in the library and the programs."""
    tables = [table for table in db.metadata.sorted_tables if table.name != but]
    rows = (row for table in tables for row in db.session.execute(select(table)))
    written = {text for row in rows for value in row for text in texts_in(value)} | set(what_is_sealed())
    db.session.rollback()
    sources = {source for each in (*SCRIPTS, *COURSES, *FREE) for source in each.sources}
    written |= {each.prose for each in SCRIPTS} | {words for each in sources for words in astuple(each)}
    return Known(written, names_of_things())


def what_is_sealed() -> Iterator[str]:
    """Texts that only their rows can open."""
    for mapper in db.Model.registry.mappers:
        names = [name for name, each in vars(mapper.class_).items() if isinstance(each, SealedText)]
        for row in db.session.scalars(select(mapper.class_)).unique() if names else ():
            yield from (getattr(row, name) for name in names)


def texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        parts = [*value, *value.values()] if isinstance(value, dict) else value
        yield from (text for part in parts for text in texts_in(part))


def names_of_things() -> set[str]:
    """Days, months and currencies in that language, zones and their cities."""
    locale = Locale.parse(LANGUAGE)
    named = [locale.days[form][width].values() for form in locale.days for width in locale.days[form]]
    named += [locale.months[form][width].values() for form in locale.months for width in locale.months[form]]
    named += [
        locale.currency_symbols.values(),
        locale.currencies,
        locale.languages.values(),
        locale.territories.values(),
    ]
    zones = {part for zone in available_timezones() for part in zone.replace("_", " ").split("/")}
    words = {str(name) for names in named for name in names} | zones | OURS
    return {normal(part) for word in words for part in (word, *A_WORD.findall(word))}


def test_letters_are_written_in_the_readers_language(foreign_scene: House) -> None:
    with foreign_scene.open():
        known = what_is_known(but="mails")
        mails = db.session.scalars(select(Mail)).all()
        assert len({mail.kind for mail in mails}) > 4
        read = {
            mail.kind: [mail.subject, mail.text, *(words for _, words in PageRead(mail.html).words)] for mail in mails
        }
    found = {f"{kind}: {left}" for kind, words in read.items() for each in words for left in left_out(each, known)}
    assert not found, "\n".join(sorted(found))
