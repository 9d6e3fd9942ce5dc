"""Whose key it is: a person's or a conversation's."""

from typing import NamedTuple
from uuid import UUID


class Owner(NamedTuple):
    """Somebody or something that has data keys of its own."""

    kind: str
    id: UUID


def person(id: UUID) -> Owner:
    return Owner("person", id)


def conversation(id: UUID) -> Owner:
    return Owner("conversation", id)
