"""Planting the library: each written session is a row under its slug, which words that change leave where it is."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from kaya import clock, fulltext
from kaya.practice.composer import lengths
from kaya.practice.library import SCRIPTS
from kaya.practice.models import Practice
from kaya.practice.script import Script


def plant_library(session: Session) -> None:
    """What is written becomes findable; what is no longer written is retired, not deleted."""
    there = {row.slug: row for row in session.scalars(select(Practice).where(Practice.author_id.is_(None)))}
    for position, script in enumerate(SCRIPTS):
        plant(session, there.pop(script.slug, None), script, position)
    for row in there.values():
        row.retired_at = row.retired_at or clock.now()


def plant(session: Session, row: Practice | None, script: Script, position: int) -> None:
    possible = lengths(script)
    said = {
        "title": script.title,
        "summary": script.summary,
        "kind": str(script.kind),
        "needs": [str(need) for need in script.needs],
        "times": [str(time) for time in script.times],
        "minutes": script.usual,
        "shortest": possible[0],
        "longest": possible[-1],
        "language": script.language,
        "position": position,
        "retired_at": None,
    }
    if row and all(getattr(row, name) == value for name, value in said.items()):
        return
    row = row or Practice(slug=script.slug)
    for name, value in said.items():
        setattr(row, name, value)
    session.add(row)
    session.flush()
    fulltext.index(session, "practice", row.id, title=script.title, body=f"{script.summary} {script.prose}")
