"""What someone practised, made for themselves, and went through."""

from typing import Any

from kaya.privacy.ledger import declare, deleted, owned, through
from kaya.words import say

SELF_CARE = say("Your self-care")
OWN = owned("user_id")


def without_ciphertext(entry: Any) -> dict[str, Any]:
    """What the browser sealed says nothing here: it is opened where its passphrase is known."""
    tags = [tag for tag in entry.tag_lines.split("\n") if tag]
    return {"tags": tags, "body": "" if entry.kind == "sealed" else entry.body}


def thankful_for(kept: Any) -> dict[str, Any]:
    return {"items": kept.items}


def which_program(enrollment: Any) -> dict[str, Any]:
    return {"program": enrollment.program.title}


declare(
    "rests",
    deleted(OWN),
    people=["user_id"],
    section=SELF_CARE,
    title=say("When you rested"),
    of=OWN,
    newest_by="first_day",
)
declare(
    "journal_photos",
    deleted(OWN),
    people=["user_id"],
    section=SELF_CARE,
    title=say("Photos on pages of your journal"),
    of=OWN,
)
declare(
    "journal_drafts",
    deleted(OWN),
    people=["user_id"],
    section=SELF_CARE,
    title=say("Words that were no pages yet"),
    of=OWN,
    hides=("version", "revision", "based_on", "tag_lines"),
    tells=without_ciphertext,
    newest_by="updated_at",
)
declare(
    "journal_entries",
    deleted(OWN),
    people=["user_id"],
    section=SELF_CARE,
    title=say("Your journal"),
    of=OWN,
    hides=("version", "tag_lines"),
    tells=without_ciphertext,
    newest_by="day",
)
declare(
    "gratitude_lists",
    deleted(OWN),
    people=["user_id"],
    section=SELF_CARE,
    title=say("What you were thankful for"),
    of=OWN,
    hides=("lines",),
    tells=thankful_for,
    newest_by="day",
)
declare(
    "journal_locks",
    deleted(OWN),
    people=["user_id"],
    instead="what opens sealed pages, and is worth nothing without their passphrase",
)
declare(
    "practice_sessions",
    deleted(OWN),
    people=["user_id"],
    section=SELF_CARE,
    title=say("When you practised, and how it was"),
    of=OWN,
    hides=("version", "steps"),
    newest_by="started_at",
)
declare(
    "practices",
    deleted(owned("author_id")),
    people=["author_id"],
    section=SELF_CARE,
    title=say("Sessions that you made"),
    of=owned("author_id"),
    hides=("version", "slug", "position"),
)
declare(
    "program_days_done",
    deleted(through("enrollment_id", "program_enrollments", OWN)),
    people=["enrollment_id"],
    section=SELF_CARE,
    title=say("Days of programs that you did"),
    of=through("enrollment_id", "program_enrollments", OWN),
    newest_by="done_at",
)
declare(
    "program_sessions",
    deleted(through("enrollment_id", "program_enrollments", OWN)),
    people=["session_id", "enrollment_id"],
    section=SELF_CARE,
    title=say("Sessions that you began from a day of a program"),
    of=through("enrollment_id", "program_enrollments", OWN),
)
declare(
    "program_enrollments",
    deleted(OWN),
    people=["user_id"],
    section=SELF_CARE,
    title=say("Programs that you began"),
    of=OWN,
    hides=("version",),
    tells=which_program,
    newest_by="begun_at",
)
declare(
    "safety_plans",
    deleted(OWN),
    people=["user_id"],
    section=SELF_CARE,
    title=say("Your plan for hard hours"),
    of=OWN,
    hides=("version",),
)
declare(
    "trusted_contacts",
    deleted(OWN),
    people=["user_id", "phone"],
    section=SELF_CARE,
    title=say("Whom you would call"),
    of=OWN,
    hides=("version",),
)
declare("helplines", people=["phone"], instead="The operator’s list of public numbers.")
