"""What a page says, before it is one: sized, with its tags told apart, on a day that has been."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kaya.accounts.days import day_of
from kaya.accounts.models import User
from kaya.refusal import Refusal
from kaya.words import say

LONGEST_TITLE = 200
LONGEST_BODY = 25_000
LONGEST_PROMPT = 400
LONGEST_TAG = 40
MOST_TAGS = 20
FIRST_DAY = date(1900, 1, 1)
BETWEEN_TAGS = re.compile(r"[,;\n]+")


@dataclass(frozen=True)
class Page:
    """A page's words. `day`: the writer's own day that it belongs to; today's, where none is said."""

    title: str = ""
    body: str = ""
    tags: tuple[str, ...] = ()
    day: date | None = None
    prompt: str = ""

    @property
    def is_blank(self) -> bool:
        return not (self.title or self.body)


def tidied(member: User, page: Page) -> Page:
    """Refuses "blank", "too-long", "too-many-tags", "in-the-future" and "too-early" (fields of a page)."""
    tidy = Page(
        sized(page.title, LONGEST_TITLE, "title"),
        sized(page.body, LONGEST_BODY, "body"),
        tags_meant(page.tags),
        day_meant(member, page.day),
        sized(page.prompt, LONGEST_PROMPT, "prompt"),
    )
    if tidy.is_blank:
        raise Refusal("blank", say("Please write something first."), field="body")
    return tidy


def sized(text: str, longest: int, field: str) -> str:
    text = text.strip()
    if len(text) > longest:
        raise Refusal("too-long", say("Please use at most %(count)s characters.", count=longest), field=field)
    return text


def tags_in(text: str) -> tuple[str, ...]:
    """Tags as one types them: between commas, with # or without."""
    return tuple(tag for tag in BETWEEN_TAGS.split(text) if tag.strip())


def tags_meant(given: Iterable[str]) -> tuple[str, ...]:
    """Each once, however it is capitalised. Refuses "too-long" and "too-many-tags"."""
    tags: dict[str, str] = {}
    for tag in (" ".join(each.split()).lstrip("# ") for each in given):
        if len(tag) > LONGEST_TAG:
            words = say("A tag has at most %(count)s characters.", count=LONGEST_TAG)
            raise Refusal("too-long", words, field="tags")
        if tag:
            tags.setdefault(tag.casefold(), tag)
    if len(tags) > MOST_TAGS:
        raise Refusal("too-many-tags", say("At most %(count)s tags, please.", count=MOST_TAGS), field="tags")
    return tuple(tags.values())


def day_meant(member: User, day: date | None) -> date:
    today = day_of(member)
    if day is None:
        return today
    if day > today:
        raise Refusal("in-the-future", say("This day has not come yet."), field="day")
    if day < FIRST_DAY:
        raise Refusal("too-early", say("A day from 1900 on, please."), field="day")
    return day
