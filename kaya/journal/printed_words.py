"""Markdown as lines for paper: paragraphs, heads, items, quotes, with bold and italics in the printer's own marks."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.token import Token

MARKS = {
    "strong_open": "**",
    "strong_close": "**",
    "em_open": "__",
    "em_close": "__",
    "softbreak": "\n",
    "hardbreak": "\n",
}
STEP = 6.0  # mm
TO_THE_LEFT = ("R", "AL")
STRONG = ("L", *TO_THE_LEFT)


@dataclass
class Line:
    """`kind`: "text", "head", "quote" or "rule"; `inset` in mm; `ends`: a paragraph's space follows."""

    kind: str
    text: str = ""
    inset: float = 0
    ends: bool = True
    marked: bool = True


def lines_of(tokens: list[Token]) -> Iterator[Line]:
    lists: list[int | None] = []
    quotes, mark, kind = 0, "", "text"
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append(int(token.attrs.get("start", 1)) if token.type.startswith("ordered") else None)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            number = lists[-1]
            mark = "–  " if number is None else f"{number}.  "
            lists[-1] = None if number is None else number + 1
        elif token.type in ("blockquote_open", "blockquote_close"):
            quotes += token.nesting
        elif token.type == "heading_open":
            kind = "head"
        elif token.type == "heading_close":
            kind = "text"
        elif token.type == "hr":
            yield Line("rule")
        elif token.type in ("fence", "code_block"):
            yield Line("text", token.content.rstrip(), STEP, marked=False)
        elif token.type == "inline":
            is_head = kind == "head"
            text = plain_text(token.children or []) if is_head else marked_text(token.children or [])
            inset = STEP * (quotes + max(0, len(lists) - 1))
            yield Line("quote" if quotes and not is_head else kind, mark + text, inset, not lists, not is_head)
            mark = ""


def marked_text(children: list[Token]) -> str:
    return "".join(MARKS.get(child.type, escaped(child.content)) for child in children)


def plain_text(children: list[Token]) -> str:
    return "".join(child.content or MARKS.get(child.type, "").strip("*_") for child in children)


def escaped(text: str) -> str:
    """What looks like a printer's mark in somebody's words is none."""
    for mark in ("**", "__", "--", "~~"):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("[", "[\u200b")


def runs_to_the_left(text: str) -> bool:
    """By its first letter that runs either way."""
    ways = (unicodedata.bidirectional(letter) for letter in text)
    return next((way for way in ways if way in STRONG), "L") in TO_THE_LEFT
