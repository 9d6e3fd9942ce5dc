"""How practices, sessions, statistics and programs are told in JSON."""

from dataclasses import asdict
from typing import Any

from kaya.accounts.models import User
from kaya.practice import shelf
from kaya.practice.models import Enrollment, Practice, PracticeSession, Program, ProgramDay
from kaya.practice.pace import opens_at
from kaya.practice.rhythm import Rhythm
from kaya.practice.script import Script
from kaya.practice.statistics import Statistics
from kaya.practice.steps import Step, step_kept
from kaya.practice.vocabulary import CAUTIONS
from kaya.web.api import instant


def step_json(step: Step) -> dict[str, Any]:
    return {"kind": str(step.kind), "text": step.says, "seconds": step.seconds, "cue": step.cue}


def practice_json(practice: Practice) -> dict[str, Any]:
    script = shelf.script_of(practice)
    return {
        "id": str(practice.id),
        "slug": practice.slug,
        "title": practice.title,
        "summary": practice.summary,
        "kind": practice.kind,
        "needs": practice.needs,
        "times": practice.times,
        "minutes": practice.minutes,
        "shortest": practice.shortest,
        "longest": practice.longest,
        "language": practice.language,
        "is_own": practice.is_own,
        "cautions": cautions_json(script),
        "sources": [asdict(source) for source in script.sources] if script else [],
        "updated_at": instant(practice.updated_at),
    }


def cautions_json(script: Script | None) -> list[dict[str, str]]:
    return [{"kind": str(each), "text": str(CAUTIONS[each])} for each in script.cautions] if script else []


def practice_with_steps_json(practice: Practice) -> dict[str, Any]:
    own = [step_kept(each) for each in practice.steps]
    steps = own if practice.is_own else shelf.steps_of(practice, practice.minutes)
    return practice_json(practice) | {"steps": [step_json(step) for step in steps]}


def session_json(held: PracticeSession) -> dict[str, Any]:
    return {
        "id": str(held.id),
        "practice_id": str(held.practice_id) if held.practice_id else None,
        "kind": held.kind,
        "title": held.title,
        "minutes": held.minutes,
        "seconds": held.seconds,
        "played": held.played,
        "status": held.state,
        "mood_before": held.mood_before,
        "arousal_before": held.arousal_before,
        "feeling_before": held.feeling_before,
        "mood_after": held.mood_after,
        "arousal_after": held.arousal_after,
        "feeling_after": held.feeling_after,
        "rating": held.rating,
        "notes": held.notes,
        "day": held.day.isoformat(),
        "started_at": instant(held.started_at),
        "ended_at": instant(held.ended_at),
        "completed_at": instant(held.completed_at),
        "updated_at": instant(held.updated_at),
    }


def session_with_steps_json(held: PracticeSession) -> dict[str, Any]:
    return session_json(held) | {"steps": [step_json(step_kept(each)) for each in held.steps]}


def statistics_json(told: Statistics, rhythm: Rhythm) -> dict[str, Any]:
    return {
        "minutes": told.minutes,
        "sessions": told.sessions,
        "completed": told.completed,
        "days_practised": len(told.days),
        "days": [{"date": day.isoformat(), "minutes": minutes} for day, minutes in told.days.items()],
        "kinds": told.kinds,
        "times": told.times,
        "mood_change": asdict(told.change) if told.change else None,
        "mood_change_by_kind": {kind: asdict(change) for kind, change in told.change_by_kind.items()},
        "rhythm": {
            "score": rhythm.score,
            "days_a_week": rhythm.goal,
            "days_lately": rhythm.lately,
            "days_in_a_row": rhythm.in_a_row,
            "is_resting": rhythm.rest is not None,
        },
    }


def program_json(program: Program) -> dict[str, Any]:
    return {
        "id": str(program.id),
        "slug": program.slug,
        "title": program.title,
        "summary": program.summary,
        "about": program.about,
        "needs": program.needs,
        "days": program.days,
        "language": program.language,
        "sources": program.sources,
        "updated_at": instant(program.updated_at),
    }


def program_with_days_json(program: Program) -> dict[str, Any]:
    return program_json(program) | {"plan": [day_json(day) for day in program.plan]}


def day_json(day: ProgramDay) -> dict[str, Any]:
    return {
        "number": day.number,
        "title": day.title,
        "reading": day.reading,
        "prompt": day.prompt,
        "minutes": day.minutes,
        "practice": practice_json(day.practice) if day.practice else None,
    }


def enrollment_json(enrollment: Enrollment, member: User) -> dict[str, Any]:
    done, following = enrollment.done, enrollment.next_number
    return {
        "id": str(enrollment.id),
        "program_id": str(enrollment.program_id),
        "program": program_json(enrollment.program),
        "status": enrollment.state,
        "days_done": [
            {"number": each.number, "date": each.day.isoformat(), "done_at": instant(each.done_at)} for each in done
        ],
        "next_day": following,
        "next_opens_at": instant(opens_at(member, enrollment, following)) if following else None,
        "progress": round(len(done) / enrollment.program.days, 3),
        "begun_at": instant(enrollment.begun_at),
        "finished_at": instant(enrollment.finished_at),
        "updated_at": instant(enrollment.changed_at),
    }
