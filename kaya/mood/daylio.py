"""Reading what Daylio exports: CSV with full_date, date, weekday, time, mood, activities, note_title, note.

Newer files have `scales` too, and columns may come in any order; those that are not used are passed over. Times are as
the telephone showed them, 13:48 or 1:48 PM.
"""

import csv
import html
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from kaya import clock
from kaya.mood.saying import LONGEST_NAME, LONGEST_NOTE, LONGEST_WORD
from kaya.refusal import Refusal
from kaya.words import say

NEEDED = ("full_date", "time", "mood")
MOST_ROWS = 30_000
LONGEST_FIELD = 100_000
# As Daylio calls them at first, from its happiest face to its saddest.
LEVELS: Mapping[str, float] = {"rad": 0.9, "good": 0.5, "meh": 0.0, "bad": -0.5, "awful": -0.9}
TIME = re.compile(r"(\d{1,2}):(\d\d)(?::\d\d)? ?([AP]M)?", re.ASCII)
NOON = 12
BREAKS = re.compile(r"<br\s*/?>|</(?:p|div|li|h\d)>", re.IGNORECASE)
SIGNS = re.compile(r"</?[a-z][^<>]{0,200}>", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """One entry of the file; `origin` is the same whenever it is exported again."""

    number: int
    day: date
    time: time
    mood: str
    activities: tuple[str, ...]
    note: str
    origin: str


@dataclass(frozen=True)
class Fault:
    """A line that cannot be read, and why."""

    number: int
    why: Any


@dataclass
class Reading:
    """What a file says; `names` are the moods that Daylio does not bring along, with how often each occurs."""

    lines: list[Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def names(self) -> Counter[str]:
        return Counter(line.mood for line in self.lines if line.mood not in LEVELS)

    @property
    def first(self) -> date | None:
        return min((line.day for line in self.lines), default=None)

    @property
    def last(self) -> date | None:
        return max((line.day for line in self.lines), default=None)


def read(text: str) -> Reading:
    """Each line by itself, so that one that is broken spoils no other. Refuses ("not-daylio") what is no such file."""
    rows = rows_of(text)
    reading, seen = Reading(), Counter[str]()
    for number, row in rows:
        if number > MOST_ROWS:
            raise Refusal("too-large", say("These are more than %(count)s lines.", count=MOST_ROWS), field="file")
        try:
            line = line_of(number, row, seen)
        except Unreadable as fault:
            reading.faults.append(Fault(number, fault.why))
        else:
            reading.lines.append(line)
    return reading


class Unreadable(Exception):
    def __init__(self, why: Any):
        super().__init__(why)
        self.why = why


def rows_of(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """With the number of the line on which each ends, as an editor counts."""
    csv.field_size_limit(LONGEST_FIELD)
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff").replace("\0", ""), newline=""))
    try:
        names = [name.strip().lower() for name in next(reader, [])]
        missing = [name for name in NEEDED if name not in names]
        if missing:
            words = say("This is no file of Daylio's: it has no column “%(name)s”.", name=missing[0])
            raise Refusal("not-daylio", words, field="file")
        for row in reader:
            if any(cell.strip() for cell in row):
                yield reader.line_num, dict(zip(names, row, strict=False))
    except csv.Error:
        words = say("Line %(number)s cannot be read: is this a CSV file?", number=reader.line_num)
        raise Refusal("not-daylio", words, field="file") from None


def line_of(number: int, row: dict[str, str], seen: Counter[str]) -> Line:
    day, at = day_in(row.get("full_date", "")), time_in(row.get("time", ""))
    mood = " ".join(row.get("mood", "").split()).lower()
    if not mood:
        raise Unreadable(say("It has no mood."))
    if len(mood) > LONGEST_WORD:
        raise Unreadable(say("Its mood is longer than %(count)s characters.", count=LONGEST_WORD))
    moment = f"{day.isoformat()}T{at:%H:%M}"
    seen[moment] += 1
    origin = f"daylio:{moment}:{seen[moment]}"
    return Line(number, day, at, mood, activities_in(row.get("activities", "")), note_in(row), origin)


def day_in(words: str) -> date:
    try:
        day = date.fromisoformat(words.strip())
    except ValueError:
        raise Unreadable(say("“%(words)s” is no day such as 2026-11-26.", words=words[:20])) from None
    if day.year < 2000:
        raise Unreadable(say("“%(words)s” is before the year 2000.", words=words[:20]))
    if day.year > clock.now().year + 1:
        raise Unreadable(say("“%(words)s” has not come yet.", words=words[:20]))
    return day


def time_in(words: str) -> time:
    found = TIME.fullmatch(" ".join(words.replace(".", "").split()).upper())
    hours, minutes = (int(found[1]), int(found[2])) if found else (99, 0)
    if found and found[3] and 1 <= hours <= NOON:
        hours = hours % NOON + (NOON if found[3] == "PM" else 0)
    elif found and found[3]:
        hours = 99
    if hours < 24 and minutes < 60:
        return time(hours, minutes)
    raise Unreadable(say("“%(words)s” is no time such as 21:30 or 9:30 PM.", words=words[:20]))


def activities_in(words: str) -> tuple[str, ...]:
    found = (" ".join(each.split()).lower()[:LONGEST_NAME].strip() for each in words.split("|"))
    return tuple(dict.fromkeys(each for each in found if each))


def note_in(row: dict[str, str]) -> str:
    """Title and note as plain text."""
    parts = [plain(row.get(name, "")) for name in ("note_title", "note")]
    note = "\n\n".join(part for part in parts if part)
    if len(note) > LONGEST_NOTE:
        raise Unreadable(say("Its note is longer than %(count)s characters.", count=LONGEST_NOTE))
    return note


def plain(words: str) -> str:
    return html.unescape(SIGNS.sub("", BREAKS.sub("\n", words))).replace("\0", "").strip()
