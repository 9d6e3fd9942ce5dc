"""Lists of one to ten things that someone is thankful for."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from kaya.accounts.models import User
from kaya.db import locked, transaction, uuid7
from kaya.journal.models import Gratitude
from kaya.journal.signals import gratitude_kept, gratitude_removed
from kaya.journal.wording import day_meant
from kaya.realtime.nudges import touch
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

MOST = 10
LONGEST = 500


def keep(member: User, items: Iterable[str], *, day: date | None = None, id: UUID | None = None) -> Gratitude:
    """Keep a list, on `day` of theirs or today. Who asks again with the same `id` gets the same one.

    Refuses "blank", "too-long", "too-many", "in-the-future", "too-early", "id-taken".
    """
    lines, day = lines_meant(items), day_meant(member, day)
    with transaction() as session:
        made = session.get(Gratitude, id) if id else None
        if made is not None:
            refuse_taken(member, made)
            return made
        kept = Gratitude(id=id or uuid7(), user_id=member.id, day=day, lines="\n".join(lines))
        session.add(kept)
        session.flush()
        announce(gratitude_kept, gratitude=kept, actor=member)
        touch("journal", member.id)
        return kept


def remove(member: User, gratitude: Gratitude) -> None:
    """It is gone for good. Refuses ("not-allowed") others'."""
    with transaction() as session:
        locked(session, gratitude)
        if gratitude.user_id != member.id:
            raise Refusal("not-allowed", say("Only lists of your own."), status=403)
        announce(gratitude_removed, gratitude=gratitude, actor=member)
        session.delete(gratitude)
        touch("journal", member.id)


def lines_meant(items: Iterable[str]) -> list[str]:
    lines = [" ".join(item.split()) for item in items]
    lines = [line for line in lines if line]
    if not lines:
        raise Refusal("blank", say("One thing is enough; please write it down."), field="items")
    if len(lines) > MOST:
        raise Refusal("too-many", say("At most %(count)s things, please.", count=MOST), field="items")
    if max(map(len, lines)) > LONGEST:
        raise Refusal("too-long", say("Please use at most %(count)s characters.", count=LONGEST), field="items")
    return lines


def refuse_taken(member: User, made: Gratitude) -> None:
    if made.user_id != member.id:
        raise Refusal("id-taken", say("This id is in use for something else."), field="id", status=409)
