"""Ways to begin, in somebody's first days: each stands there until they took it."""

from dataclasses import dataclass

from sqlalchemy import exists, select

from kaya.care.models import Appointment
from kaya.db import db
from kaya.help.models import SafetyPlan
from kaya.journal.models import Entry
from kaya.mood.models import MoodEntry
from kaya.practice.models import PracticeSession
from kaya.today.day import Day
from kaya.today.panels import Found, Panel

WAYS = ("mood", "practice", "care", "journal", "plan")


@dataclass(frozen=True)
class Ways:
    """Those that they have not taken yet, of WAYS."""

    left: tuple[str, ...]


def look(day: Day) -> Found | None:
    """In one question; None where all are taken, and after the first days for whoever took one."""
    begun = begun_by(day)
    left = tuple(way for way in WAYS if way not in begun)
    if not left or (begun and not day.is_among_the_first):
        return None
    return Found(Ways(left), is_first_step=True)


def begun_by(day: Day) -> set[str]:
    id = day.member.id
    asked = {
        "mood": exists().where(MoodEntry.user_id == id),
        "practice": exists().where(PracticeSession.user_id == id, PracticeSession.seconds > 0),
        "care": exists().where(Appointment.client_id == id),
        "journal": exists().where(Entry.user_id == id),
        "plan": exists().where(SafetyPlan.user_id == id),
    }
    row = db.session.execute(select(*(each.label(name) for name, each in asked.items()))).one()
    return {name for name in WAYS if getattr(row, name)}


BEGINNING = Panel("beginning", "main", 35, "today/_first.html", look, is_for_new=True)
