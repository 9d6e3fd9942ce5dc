"""Where someone is only passed along: jobs, nudges, counters. Nothing is shown of these; all of it goes."""

from kaya.privacy.ledger import Fate, Rule, declare, done_by, kept
from kaya.privacy.mentions import forget_in_jobs, forget_in_nudges, forget_topics

declare("jobs", done_by(Fate.DELETED, forget_in_jobs), people=["arguments", "key"], instead="What is to be done next.")
declare("pending_nudges", done_by(Fate.DELETED, forget_in_nudges), people=["room", "body"], instead="Gone in a minute.")
declare("topic_versions", done_by(Fate.DELETED, forget_topics), people=["key"], instead="Numbers of page versions.")
declare("data_keys", kept(), people=["owner_id"], instead="The key that seals your notes.")
declare(
    "audit_people",
    Rule(Fate.ANONYMISED),
    people=["user_id"],
    instead="Your pseudonym in the audit trail, which is shown below.",
)
