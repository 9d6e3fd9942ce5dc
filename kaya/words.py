"""Words for people, said in their language when they are read: the domain writes them, the edges translate."""

from typing import Any

from flask_babel import gettext, ngettext
from flask_babel.speaklater import LazyString


class Words(LazyString):
    """Plain text, translated each time it is read. Pages escape it like any other: what it names, people have typed."""

    @property
    def __html__(self) -> Any:
        raise AttributeError("__html__")


def say(words: str, /, **named: Any) -> Any:
    """`words` in the reader's language, with `named` in place of its %(placeholders)s."""
    return Words(gettext, words, **named)


def count(one: str, many: str, /, num: Any, **named: Any) -> Any:
    """`one` or `many`, as the reader's language counts `num`, which both may name as %(num)s."""
    return Words(ngettext, one, many, num, **named)
