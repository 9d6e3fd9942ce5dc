"""Markdown as lines for paper: paragraphs, heads, items, quotes, with bold and italics in the printer's own marks."""

import unicodedata
from dataclasses import dataclass, field, replace

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


def lines_of(tokens: list[Token]) -> list[Line]:
    setting = Setting()
    for token in tokens:
        if token.type in ("fence", "code_block"):
            setting.lines.append(Line("text", token.content.rstrip(), STEP, marked=False))
        elif token.type == "hr":
            setting.lines.append(Line("rule"))
        elif token.type == "inline":
            setting.put(token.children or [])
        else:
            setting.turn(token)
    return setting.lines


@dataclass
class Setting:
    """Where the words stand that come next: in which lists, quotes and heads. A list without numbers counts nothing."""

    lines: list[Line] = field(default_factory=list)
    lists: list[int | None] = field(default_factory=list)
    quotes: int = 0
    is_head: bool = False
    mark: str = ""

    def turn(self, token: Token) -> None:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            self.lists.append(int(token.attrs.get("start", 1)) if token.tag == "ol" else None)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self.lists.pop()
            self.lines[-1:] = [replace(line, ends=not self.lists) for line in self.lines[-1:]]
        elif token.type == "list_item_open":
            number = self.lists[-1]
            self.mark = "–  " if number is None else f"{number}.  "
            self.lists[-1] = None if number is None else number + 1
        elif token.tag == "blockquote":
            self.quotes += token.nesting
        elif token.type in ("heading_open", "heading_close"):
            self.is_head = token.nesting == 1

    def put(self, children: list[Token]) -> None:
        inset = STEP * (self.quotes + max(0, len(self.lists) - 1))
        text = self.mark + (plain_text(children) if self.is_head else marked_text(children))
        kind = "head" if self.is_head else "quote" if self.quotes else "text"
        self.lines.append(Line(kind, text, inset, ends=not self.lists, marked=not self.is_head))
        self.mark = ""


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
