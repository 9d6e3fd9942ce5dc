"""Files of someone who leaves: pictures and archives, with their rows."""

from sqlalchemy import delete, select

from kaya.db import afterwards, db, transaction
from kaya.media import store
from kaya.media.models import Image
from kaya.privacy import vault
from kaya.privacy.ledger import Person
from kaya.privacy.models import Archive
from kaya.privacy.wiping import leave_no_trace


def remove_pictures(person: Person) -> None:
    """The files go once the row is gone; one that a lost server left is swept within a day."""
    names = db.session.scalars(select(Image.name).where(Image.owner_id == person.id)).all()
    for name in names:
        with transaction() as session:
            leave_no_trace(session)
            session.execute(delete(Image).where(Image.name == name))
            afterwards(lambda name=name: store.erase(name))  # type: ignore[misc]


def remove_archives(person: Person) -> None:
    """Here the file goes first: nobody else would find it."""
    names = db.session.scalars(select(Archive.name).where(Archive.user_id == person.id)).all()
    for name in names:
        vault.remove(name)
    with transaction() as session:
        leave_no_trace(session)
        session.execute(delete(Archive).where(Archive.user_id == person.id))
