"""Questions to the trail: which entries, and who is meant in them."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, or_

from kaya.audit import people
from kaya.audit.acts import names_of
from kaya.audit.models import AuditEntry, AuditPerson


@dataclass(frozen=True)
class Filters:
    """`person` is anyone in the entry, `actor` who did it, `subject` to whom: each an id, a pseudonym, an address or
    a part of a name. `since` and `until` are instants, the second not included."""

    person: str = ""
    actor: str = ""
    subject: str = ""
    act: str = ""
    kind: str = ""
    since: datetime | None = None
    until: datetime | None = None

    @property
    def words(self) -> dict[str, str]:
        """What a cursor is bound to."""
        return {name: str(value) for name, value in asdict(self).items() if value}


@dataclass(frozen=True)
class Told:
    """Some entries, with the people behind them and the addresses that can still be read."""

    people: dict[UUID, AuditPerson]
    addresses: dict[int, str]

    def name(self, pseudonym: UUID | None) -> str:
        """Their name; "" where there is nobody, or whoever it was is forgotten."""
        person = self.people.get(pseudonym) if pseudonym else None
        return person.user.name if person and person.user else ""

    def user_id(self, pseudonym: UUID | None) -> str | None:
        person = self.people.get(pseudonym) if pseudonym else None
        return str(person.user_id) if person and person.user_id else None


def told(entries: list[AuditEntry]) -> Told:
    found = people.behind(entries)
    return Told(found, people.addresses(entries, found))


def entries(filters: Filters) -> Select[AuditEntry]:
    rows: Select[Any] = AuditEntry.all()
    if filters.person:
        meant = people.named(filters.person)
        rows = rows.where(or_(AuditEntry.actor.in_(meant), AuditEntry.subject.in_(meant)))
    if filters.actor:
        rows = rows.where(AuditEntry.actor.in_(people.named(filters.actor)))
    if filters.subject:
        rows = rows.where(AuditEntry.subject.in_(people.named(filters.subject)))
    if filters.act:
        rows = rows.where(AuditEntry.act == filters.act)
    if filters.kind:
        rows = rows.where(AuditEntry.act.in_(names_of(filters.kind)))
    if filters.since:
        rows = rows.where(AuditEntry.at >= filters.since)
    if filters.until:
        rows = rows.where(AuditEntry.at < filters.until)
    return rows
