"""How someone said it was, and when they want to be asked."""

from kaya.privacy.ledger import declare, deleted, owned
from kaya.privacy.tables.self_care import SELF_CARE
from kaya.words import say

OWN = owned("user_id")

declare(
    "mood_entries",
    deleted(OWN),
    people=["user_id"],
    section=SELF_CARE,
    title=say("How you said it was"),
    of=OWN,
    hides=("version", "origin"),
    newest_by="at",
)
declare("mood_days", deleted(OWN), people=["user_id"], instead="Worked out from what you said.")
declare("mood_months", deleted(OWN), people=["user_id"], instead="Worked out from what you said.")
declare(
    "questionnaire_sheets",
    deleted(OWN),
    people=["user_id"],
    section=SELF_CARE,
    title=say("Questionnaires that you filled in"),
    of=OWN,
    newest_by="day",
)
declare(
    "questionnaire_choices",
    deleted(OWN),
    people=["user_id"],
    section=SELF_CARE,
    title=say("Questionnaires that you chose to use"),
    of=OWN,
)
declare("mood_arrivals", deleted(OWN), people=["user_id"], instead="A file that you bring, for a day.")
declare(
    "daily_reminders",
    deleted(OWN),
    people=["user_id"],
    section=SELF_CARE,
    title=say("When you want to be reminded"),
    of=OWN,
    hides=("next_at", "told_on"),
)
