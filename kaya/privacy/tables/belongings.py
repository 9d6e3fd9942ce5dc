"""What was sent to someone, what they gave, and what they asked of this room."""

from kaya.privacy.belongings import remove_archives, remove_pictures
from kaya.privacy.ledger import Fate, addressed, any_of, declare, deleted, done_by, kept, owned
from kaya.privacy.mentions import forget_in_mails, forget_in_notifications
from kaya.words import say

WORDS, PICTURES, DATA = say("What you were told"), say("Your pictures"), say("Your data")
OWN = owned("user_id")

declare(
    "notifications",
    deleted(OWN),
    done_by(Fate.ANONYMISED, forget_in_notifications),
    people=["user_id"],
    section=WORDS,
    title=say("Notifications"),
    of=OWN,
    newest_by="created_at",
)
declare(
    "notification_preferences",
    deleted(OWN),
    people=["user_id"],
    section=WORDS,
    title=say("What you want to be told"),
    of=OWN,
)
declare(
    "mails",
    deleted(any_of(OWN, addressed("recipient"))),
    done_by(Fate.ANONYMISED, forget_in_mails),
    people=["user_id", "about_id", "recipient"],
    section=WORDS,
    title=say("Mails of the last 30 days"),
    of=OWN,
    hides=("html", "attachments", "provider_id", "is_secret", "about_id"),
    newest_by="created_at",
)
declare(
    "images",
    done_by(Fate.DELETED, remove_pictures),
    people=["owner_id"],
    section=PICTURES,
    title=say("Pictures that you gave"),
    of=owned("owner_id"),
    newest_by="created_at",
)
declare(
    "archives",
    done_by(Fate.DELETED, remove_archives),
    people=["user_id"],
    section=DATA,
    title=say("Archives that you asked for"),
    of=OWN,
    hides=("name", "done", "of"),
    newest_by="asked_at",
)
declare(
    "account_deletions",
    kept(),
    people=["user_id"],
    section=DATA,
    title=say("When you asked to leave"),
    of=OWN,
    hides=("letter_id",),
    newest_by="asked_at",
)
