"""Questions to write from, by need and time of day; and one for each day."""

from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Any
from uuid import UUID

from kaya.journal.prompts_feelings_and_body import FEELINGS_AND_BODY
from kaya.journal.prompts_life_and_relationships import LIFE_AND_RELATIONSHIPS
from kaya.journal.vocabulary import Need, Time


@dataclass(frozen=True)
class Prompt:
    """`words` are said in the reader's language. `slug` stays when they are mended."""

    slug: str
    words: Any
    needs: tuple[Need, ...]
    times: tuple[Time, ...]


def read(line: tuple[str, str, str, Any]) -> Prompt:
    slug, needs, times, words = line
    return Prompt(slug, words, tuple(map(Need, needs.split())), tuple(map(Time, times.split())))


PROMPTS: tuple[Prompt, ...] = tuple(map(read, (*FEELINGS_AND_BODY, *LIFE_AND_RELATIONSHIPS)))
BY_SLUG = {prompt.slug: prompt for prompt in PROMPTS}


def matching(need: Need | None = None, time: Time | None = None) -> list[Prompt]:
    """Those for this need and this time of day; one without a time is for any."""
    return [
        prompt
        for prompt in PROMPTS
        if (need is None or need in prompt.needs) and (time is None or not prompt.times or time in prompt.times)
    ]


def of_the_day(user_id: UUID, day: date) -> Prompt:
    """Another one each day, for each person in an order of their own, and none again before all have been."""
    order = sorted(PROMPTS, key=lambda prompt: blake2b(user_id.bytes + prompt.slug.encode()).digest())
    return order[day.toordinal() % len(order)]
