"""The audit trail by the person's pseudonym; and tables whose columns look as if they held someone, and do not."""

from sqlalchemy import ColumnElement, Table, or_, select

from kaya.privacy.ledger import Person, declare, kept, owned, table_called, unnamed
from kaya.words import say


def by_pseudonym(table: Table, person: Person) -> ColumnElement[bool]:
    people = table_called("audit_people")
    name = select(people.c.pseudonym).where(people.c.user_id == person.id).scalar_subquery()
    return or_(table.c.actor == name, table.c.subject == name)


declare(
    "audit_entries",
    kept(),
    people=["actor", "subject", "address"],
    section=say("What was written down"),
    title=say("The audit trail: what you did, and what was done to your account"),
    of=by_pseudonym,
    hides=("address", "mac", "previous_mac", "actor", "subject", "request_id"),
    newest_by="at",
)
declare(
    "audit_inspections",
    unnamed("asked_by_id"),
    people=["asked_by_id"],
    section=say("What was written down"),
    title=say("Looks at the trail that you asked for"),
    of=owned("asked_by_id"),
    hides=("asked_by_id",),
)
declare("organisation", people=["contact_email", "phone"], instead="The practice’s own address and number.")
