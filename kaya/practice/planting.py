"""Planting what is written: a session or program is a row under its slug, and keeps it when its words change."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from kaya import clock, fulltext
from kaya.practice.composer import lengths
from kaya.practice.course import Course, Day
from kaya.practice.library import SCRIPTS
from kaya.practice.models import Practice, Program, ProgramDay
from kaya.practice.programs import COURSES
from kaya.practice.script import Script
from kaya.practice.sought import beside


def plant_library(session: Session) -> None:
    """Sessions first, then the programs that lead through them."""
    plant_sessions(session)
    plant_programs(session)


def plant_sessions(session: Session) -> None:
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
    row = row or Practice(slug=script.slug)
    if not says(row, said):
        put(row, said)
    session.add(row)
    session.flush()
    body = f"{script.summary} {script.prose} {beside(script)}"
    fulltext.index(session, "practice", row.id, title=script.title, body=body)


def plant_programs(session: Session) -> None:
    there = {row.slug: row for row in session.scalars(select(Program))}
    practices = {row.slug: row for row in session.scalars(select(Practice).where(Practice.author_id.is_(None)))}
    for position, course in enumerate(COURSES):
        row = plant_program(session, there.pop(course.slug, None), course, position)
        plant_days(row, course, practices)
    for row in there.values():
        row.retired_at = row.retired_at or clock.now()
    session.flush()


def plant_program(session: Session, row: Program | None, course: Course, position: int) -> Program:
    said = {
        "title": course.title,
        "summary": course.summary,
        "about": " ".join(course.about.split()),
        "needs": [str(need) for need in course.needs],
        "sources": [asdict(source) for source in course.sources],
        "days": len(course.days),
        "language": course.language,
        "position": position,
        "retired_at": None,
    }
    row = row or Program(slug=course.slug, plan=[])
    if not says(row, said):
        put(row, said)
    session.add(row)
    session.flush()
    body = f"{course.summary} {course.about} {beside(course)}"
    fulltext.index(session, "program", row.id, title=course.title, body=body)
    return row


def plant_days(row: Program, course: Course, practices: dict[str | None, Practice]) -> None:
    """Days keep their rows by their numbers; those beyond the last go."""
    row.plan[len(course.days) :] = []
    for number, day in enumerate(course.days, 1):
        said = day_said(day, practices[day.practice])
        if number > len(row.plan):
            row.plan.append(ProgramDay(number=number, **said))
        elif not says(row.plan[number - 1], said):
            put(row.plan[number - 1], said)


def day_said(day: Day, practice: Practice) -> dict[str, Any]:
    return {
        "title": day.title,
        "reading": day.reading,
        "prompt": day.prompt,
        "minutes": day.minutes,
        "practice_id": practice.id,
    }


def says(row: Any, said: dict[str, Any]) -> bool:
    return all(getattr(row, name) == value for name, value in said.items())


def put(row: Any, said: dict[str, Any]) -> None:
    for name, value in said.items():
        setattr(row, name, value)
