"""Planting a journal: once, relative to the day on which the seeds are sown."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from kaya.accounts.days import day_of
from kaya.accounts.models import User
from kaya.journal.models import Entry, Gratitude
from kaya.journal.wording import tags_meant
from kaya.seeds.journal_pages import PAGES
from kaya.seeds.journal_thanks import THANKS

EVENING = time(21, 40)


def plant_journal(session: Session, user: User) -> None:
    """Pages of four months, and what they were thankful for; nothing where they have written already."""
    if session.scalar(select(Entry.id).where(Entry.user_id == user.id).limit(1)):
        return
    today = day_of(user)
    for ago, title, body, tags in reversed(PAGES):
        day = today - timedelta(days=ago)
        written = datetime.combine(day, EVENING if ago else time(4), ZoneInfo(user.timezone))
        entry = Entry(user_id=user.id, day=day, created_at=written, updated_at=written)
        entry.title, entry.body, entry.tag_lines = title, folded(body), "\n".join(tags_meant(tags.split(",")))
        session.add(entry)
        session.flush()
    for ago, lines in reversed(THANKS):
        session.add(Gratitude(user_id=user.id, day=today - timedelta(days=ago), lines=lines))
        session.flush()


def folded(body: str) -> str:
    """Lines as they were broken for the source file run on; lists and quotes keep theirs."""
    blocks = [block if block[:1] in "-1>" else " ".join(block.split("\n")) for block in body.split("\n\n")]
    return "\n\n".join(blocks)
