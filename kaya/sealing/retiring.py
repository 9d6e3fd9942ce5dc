"""Installation keys that are in use, that are lost, and that may go."""

from sqlalchemy import Engine, Select, inspect, select

from kaya import clock
from kaya.db import db
from kaya.sealing import installation
from kaya.sealing.models import DataKey

SETTLED_SECONDS = 600


def why_not_to_start(engine: Engine) -> str:
    """What is sealed and could not be read, in words for the operator; empty when all is well. Makes the first key."""
    with engine.connect() as connection:
        if not inspect(connection).has_table(DataKey.__tablename__):
            return ""
        in_use = set(connection.scalars(used()))
    if not in_use:
        installation.first()
        return ""
    lost = sorted(in_use - set(installation.ring().by_id))
    if not lost:
        return ""
    return (
        f"what is sealed here needs the installation keys {', '.join(lost)}, which are not in {installation.where()}."
    )


def retire() -> list[str]:
    """Take away the installation keys that wrap nothing any more, and say which; backups made with them are lost.

    Nothing while the newest is younger than ten minutes: someone may still be writing under the one before.
    """
    ring = installation.ring()
    if not installation.can_be_added() or not ring.by_id:
        return []
    if clock.now().timestamp() - installation.made_at(ring.newest) < SETTLED_SECONDS:
        return []
    idle = [id for id in ring.by_id if id != ring.newest and id not in set(db.session.scalars(used()))]
    for id in idle:
        installation.remove(id)
    return idle


def used() -> Select[str]:
    return select(DataKey.installation_key).where(DataKey.wrapped.is_not(None)).distinct()
