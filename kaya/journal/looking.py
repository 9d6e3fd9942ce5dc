"""Looking through one's journal by words and tags: opened and read page by page, for nothing sealed has an index."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import Select, and_, or_
from sqlalchemy.orm import lazyload

from kaya import clock
from kaya.accounts.models import User
from kaya.db import db
from kaya.fulltext import folded
from kaya.journal.models import Entry
from kaya.markdown import plain

AT_ONCE = 100
ENOUGH = 20
TAGGED = 1000
SOON_ENOUGH = 1.5  # seconds: what takes longer goes on when asked again
AROUND = 90
ENDS = tuple(".!?:;…,”’)")


@dataclass(frozen=True)
class Sought:
    """Every word has to be there, somewhere; and the tag, and the day between `since` and `until`."""

    words: str = ""
    tag: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def is_nothing(self) -> bool:
        return not (folded(self.words) or self.tag)

    @property
    def needed(self) -> list[str]:
        return folded(self.words).split()


@dataclass
class Found:
    """What was found so far, the newest day first. `reached`: where to look further; None when all was read."""

    entries: list[Entry] = field(default_factory=list)
    read: int = 0
    reached: tuple[date, UUID] | None = None


def look(member: User, sought: Sought, *, beyond: tuple[date, UUID] | None = None, enough: int = ENOUGH) -> Found:
    """Open pages from the newest day on, or from `beyond` on, until `enough` are found or a moment has gone by."""
    found, began = Found(), clock.read()
    for entry in newest_first(member, sought, beyond):
        if len(found.entries) == enough or (clock.read() - began).total_seconds() > SOON_ENOUGH:
            return found
        found.read += 1
        found.reached = (entry.day, entry.id)
        if fits(entry, sought):
            found.entries.append(entry)
    found.reached = None
    return found


def newest_first(member: User, sought: Sought, beyond: tuple[date, UUID] | None) -> Iterator[Entry]:
    while True:
        some = db.session.scalars(older_than(pages(member, sought), beyond).limit(AT_ONCE)).all()
        yield from some
        if len(some) < AT_ONCE:
            return
        beyond = (some[-1].day, some[-1].id)


def pages(member: User, sought: Sought) -> Select[Entry]:
    rows = Entry.open_of(member).options(lazyload(Entry.photos))
    if sought.since:
        rows = rows.where(Entry.day >= sought.since)
    return rows.where(Entry.day <= sought.until) if sought.until else rows


def older_than(rows: Select[Entry], beyond: tuple[date, UUID] | None) -> Select[Entry]:
    rows = rows.order_by(Entry.day.desc(), Entry.id.desc())
    if beyond is None:
        return rows
    day, id = beyond
    return rows.where(or_(Entry.day < day, and_(Entry.day == day, Entry.id < id)))


def fits(entry: Entry, sought: Sought) -> bool:
    if sought.tag and sought.tag.casefold() not in {tag.casefold() for tag in entry.tags}:
        return False
    text = folded(f"{entry.title}\n{entry.body}\n{entry.tag_lines}") if sought.needed else ""
    return all(word in text for word in sought.needed)


def excerpt(entry: Entry, words: str = "", length: int = 2 * AROUND) -> str:
    """The first words of a page, or those around the first of `words` that stands in it."""
    text = in_one_line(plain(entry.body))
    start = max(0, place_of(text, folded(words).split()) - AROUND)
    cut = text[start : start + length]
    if start:
        cut = "…" + cut.partition(" ")[2]
    return cut if start + length >= len(text) else cut.rpartition(" ")[0].rstrip(",;:—– ") + "…"


def in_one_line(text: str) -> str:
    """Blocks one after the other; a dot between them where one does not end a sentence."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return "".join(f"{line} " if line[-1:] in ENDS else f"{line} · " for line in lines if line).strip(" ·")


def place_of(text: str, words: list[str]) -> int:
    """Where the first of the words begins, as nearly as accents allow."""
    lower = text.casefold()
    return min((at for at in map(lower.find, words) if at >= 0), default=0)


def tags_of(member: User) -> dict[str, int]:
    """The tags of their latest thousand tagged pages, with how many bear each, the most used first."""
    counted: dict[str, tuple[str, int]] = {}
    tagged = Entry.open_of(member).where(Entry.has_tags()).options(*Entry.tags_alone())
    latest = tagged.order_by(Entry.day.desc(), Entry.id.desc()).limit(TAGGED)
    for entry in db.session.scalars(latest):
        for tag in entry.tags:
            first, number = counted.get(tag.casefold(), (tag, 0))
            counted[tag.casefold()] = (first, number + 1)
    return dict(sorted(counted.values(), key=lambda pair: (-pair[1], pair[0].casefold())))
