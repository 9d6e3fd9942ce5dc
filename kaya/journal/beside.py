"""What others have to say beside a day of the journal: an onlooker fills this in at start, such as with moods.

@beside
def moods(member, days): return {day: ["Calm, a little"] for day in …}
"""

from collections.abc import Callable, Iterable
from datetime import date

from kaya.accounts.models import User

Lines = dict[date, list[str]]
Says = Callable[[User, list[date]], Lines]

_voices: list[Says] = []


def beside(says: Says) -> Says:
    """Declare who has a line for days of a member's; asked once for all the days that a page shows."""
    _voices.append(says)
    return says


def lines_for(member: User, days: Iterable[date]) -> Lines:
    """What is said of each of these days, by everyone who has something to say."""
    wanted = sorted(set(days))
    found: Lines = {}
    for says in _voices if wanted else ():
        for day, lines in says(member, wanted).items():
            found.setdefault(day, []).extend(lines)
    return found
