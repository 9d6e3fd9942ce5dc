"""Nothing of ours is said in English only: a house in a language that nobody speaks, walked to its last page."""

import json
import re
from collections.abc import Iterator
from typing import Any
from zoneinfo import available_timezones

import pytest
from babel import Locale
from sqlalchemy import select

from kaya.db import db
from kaya.mail.models import Mail
from kaya.sealing.column import SealedText
from tests.house.houses import House
from tests.house.pseudo import LANGUAGE
from tests.house.reading import PageRead
from tests.house.walk import Step, refused_forms, walked

TRANSLATED = re.compile(r"⟦[^⟦⟧]*⟧")
BETWEEN = re.compile(r"[\s·,;:–—()|/“”\"'’…+.!?#→←]+")
A_WORD = re.compile(r"[^\W\d_]{3,}")
AN_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|/\S+/\S*")
OURS = {"Kaya", "UTC", "GMT", "TOTP", "ics"}
MOVED = (301, 302, 303, 308)
KNOWN_BY_NAME = ("option",)  # zones, currencies and languages have names of their own


@pytest.fixture(scope="module")
def foreign_steps(foreign_house: House) -> list[Step]:
    steps = [step for step in walked(foreign_house) if step.is_page]
    steps += refused_forms(foreign_house, steps)
    return [step for step in steps if step.is_page and step.answer.status_code not in MOVED]


def test_every_page_speaks_the_readers_language(foreign_house: House, foreign_steps: list[Step]) -> None:
    with foreign_house.open():
        known = what_people_wrote() | names_of_things()
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


def left_out(words: str, known: set[str]) -> Iterator[str]:
    """The words that stand outside brackets and that nobody wrote."""
    while TRANSLATED.search(words):
        words = TRANSLATED.sub(" ", words)
    if normal(words) in known:
        return
    for line in re.split(r"[\n·]|, |: |\. ", AN_ADDRESS.sub(" ", words)):
        if normal(line) not in known:
            unknown = [word for word in A_WORD.findall(line) if normal(word) not in known]
            if unknown:
                yield " ".join(line.split())


def normal(words: str) -> str:
    return " ".join(BETWEEN.split(words.casefold())).strip()


def what_people_wrote(but: str = "") -> set[str]:
    """Every text in the database: as a whole, by its lines, and names by their words."""
    written: set[str] = set()
    for table in db.metadata.sorted_tables:
        for row in db.session.execute(select(table)) if table.name != but else ():
            for text in (text for value in row for text in texts_in(value)):
                written |= as_it_may_stand(text)
    for text in what_is_sealed():
        written |= as_it_may_stand(text)
    db.session.rollback()
    return written - {""}


def as_it_may_stand(text: str) -> set[str]:
    parts = {normal(text), *map(normal, text.split("\n")), *map(normal, re.split(r"[\n·]|, |: |\. ", text))}
    return parts | ({normal(word) for word in A_WORD.findall(text)} if len(text) < 60 else set())


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
        yield from re.findall(r'"((?:[^"\\]|\\.)*)"', json.dumps(value, ensure_ascii=False))


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
        known = what_people_wrote(but="mails") | names_of_things()
        mails = db.session.scalars(select(Mail)).all()
        assert len({mail.kind for mail in mails}) > 4
        read = {
            mail.kind: [mail.subject, mail.text, *(words for _, words in PageRead(mail.html).words)] for mail in mails
        }
    found = {f"{kind}: {left}" for kind, words in read.items() for each in words for left in left_out(each, known)}
    assert not found, "\n".join(sorted(found))
