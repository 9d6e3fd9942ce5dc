"""What a practitioner keeps here. Clients' records go on: they say "Former practitioner"."""

from typing import Any

from kaya.privacy.ledger import Fate, declare, deleted, done_by, owned, through, unnamed
from kaya.privacy.retiring import close_practice
from kaya.words import say

PRACTICE = say("Your practice")
OWN = owned("user_id")
IN_MY_PRACTICE = through("practitioner_id", "practitioners", OWN)


def of_the_practice(table: str, title: Any, **more: Any) -> None:
    """Rows that belong to a practitioner and go with them."""
    hides = ("practitioner_id", *more.pop("hides", ()))
    declare(
        table,
        deleted(IN_MY_PRACTICE),
        people=["practitioner_id"],
        section=PRACTICE,
        title=title,
        of=IN_MY_PRACTICE,
        hides=hides,
        **more,
    )


def what_is_offered(offering: Any) -> dict[str, Any]:
    return {"service": offering.service.name}


of_the_practice("availabilities", say("When you can be booked"), hides=("version",))
declare("open_spells", deleted(IN_MY_PRACTICE), people=["practitioner_id"], instead="Worked out from your hours.")
of_the_practice("practitioner_specialties", say("What you are good at"))
of_the_practice("practitioner_languages", say("Languages you speak"))
of_the_practice("offerings", say("What you offer"), hides=("version",), tells=what_is_offered)
declare(
    "verifications",
    deleted(IN_MY_PRACTICE),
    unnamed("verified_by_id"),
    people=["practitioner_id", "verified_by_id"],
    section=PRACTICE,
    title=say("When your papers were seen"),
    of=IN_MY_PRACTICE,
    hides=("verified_by_id", "practitioner_id"),
)
declare(
    "rulings",
    deleted(IN_MY_PRACTICE),
    unnamed("by_id"),
    people=["practitioner_id", "by_id"],
    section=PRACTICE,
    title=say("What staff said to your papers"),
    of=IN_MY_PRACTICE,
    hides=("by_id", "practitioner_id"),
    newest_by="at",
)
declare(
    "services",
    unnamed("created_by_id"),
    people=["created_by_id"],
    section=PRACTICE,
    title=say("Services that you put into the catalogue"),
    of=owned("created_by_id"),
    hides=("version", "created_by_id"),
)
declare(
    "practitioners",
    done_by(Fate.ANONYMISED, close_practice),
    people=["user_id"],
    section=PRACTICE,
    title=say("What you say of yourself"),
    of=OWN,
    hides=("version", "resource_no", "recount_at"),
)
