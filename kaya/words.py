"""Words for people, said in their language when they are read: the domain writes them, the edges translate."""

import unicodedata
from typing import Any

from flask_babel import get_locale, gettext, ngettext
from flask_babel.speaklater import LazyString

ISOLATE, POP = "\u2068", "\u2069"
TURNS = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
BLANKS = "\u115f\u1160\u2800\u3164\uffa0"  # letters and signs by their kind, and nothing to be seen
AGAINST = {"ltr": {"R", "AL", "RLE", "LRE", "RLO", "LRO", "RLI", "LRI", "FSI", "PDI", "PDF"}, "rtl": {"L"}}


class Words(LazyString):
    """Plain text, translated each time it is read. Pages escape it like any other: what it names, people have typed."""

    @property
    def __html__(self) -> Any:
        raise AttributeError("__html__")


def say(words: str, /, **named: Any) -> Any:
    """`words` in the reader's language, with `named` in place of its %(placeholders)s."""
    return Words(said, words, **named)


def count(one: str, many: str, /, num: Any, **named: Any) -> Any:
    """`one` or `many`, as the reader's language counts `num`, which both may name as %(num)s."""
    return Words(counted, one, many, num, **named)


def said(words: str, /, **named: Any) -> str:
    return str(gettext(words, **isolated_all(named)))


def counted(one: str, many: str, num: Any, /, **named: Any) -> str:
    return str(ngettext(one, many, num, **isolated_all(named)))


def isolated_all(named: dict[str, Any]) -> dict[str, Any]:
    return {name: isolated(word) for name, word in named.items()}


def isolated(word: Any) -> Any:
    """A name or other text, so that it turns no sentence round in which it is put.

    What runs against the sentence's direction stands between U+2068 and U+2069, which work in pages, attributes and
    plain text alike; everything else stays as it is, so that most letters need no such signs.
    """
    if not isinstance(word, str) or hasattr(word, "__html__") or (word.isascii() and direction() == "ltr"):
        return word
    if AGAINST[direction()].isdisjoint(map(unicodedata.bidirectional, word)):
        return word
    return f"{ISOLATE}{word.translate(TURNS)}{POP}"


def direction() -> str:
    """ "ltr" or "rtl": how the reader's language runs."""
    locale = get_locale()
    return locale.text_direction if locale else "ltr"


def is_seen(words: str) -> bool:
    """Is there a letter, a digit or a sign in it, and not only spaces, marks and what shows nothing?"""
    return any(unicodedata.category(each)[0] in "LNPS" and each not in BLANKS for each in words)


def unmarked(words: str) -> str:
    """Without signs of direction: for one line that stands alone, such as a subject."""
    return words.translate(TURNS)
