"""Markdown as people write it, made into a page's markup: no HTML of theirs, no picture from elsewhere."""

from collections.abc import Iterator
from functools import cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

LOWEST = 6
TAGS = {
    *("p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "strong", "em", "s", "code", "pre", "blockquote"),
    *("ul", "ol", "li", "a", "table", "thead", "tbody", "tr", "th", "td"),
}
BLOCKS = {"p", "li", "h2", "h3", "h4", "h5", "h6", "blockquote", "th", "td"}
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, **{tag: {"dir"} for tag in BLOCKS}}
SCHEMES = {"http", "https", "mailto"}


@cache
def parser() -> MarkdownIt:
    """Line ends are line ends, as in a letter; pictures are not read, so nothing is fetched from elsewhere."""
    rules = MarkdownIt("commonmark", {"html": False, "breaks": True})
    return rules.enable(["strikethrough", "table"]).disable(["image", "html_block", "html_inline"])


def rendered(text: str) -> Markup:
    """Headings begin below the page's own; each block runs the way its letters do."""
    tokens = parser().parse(text)
    for token in tokens:
        lower(token)
        if token.nesting == 1 and token.tag in BLOCKS:
            token.attrSet("dir", "auto")
    html = parser().renderer.render(tokens, parser().options, {})
    return Markup(nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener nofollow"))  # noqa: S704  # nh3 cleaned it


def lower(token: Token) -> None:
    if token.tag[:1] == "h" and token.tag[1:].isdigit():
        token.tag = f"h{min(LOWEST, int(token.tag[1:]) + 1)}"


def plain(text: str) -> str:
    """The words alone, a block to a line."""
    return "\n".join(line for line in map(words_of, parser().parse(text)) if line)


def words_of(token: Token) -> str:
    if token.type in ("fence", "code_block"):
        return token.content.strip()
    return "".join(spoken(token.children or [])) if token.type == "inline" else ""


def spoken(children: list[Token]) -> Iterator[str]:
    for child in children:
        yield " " if child.type in ("softbreak", "hardbreak") else child.content
