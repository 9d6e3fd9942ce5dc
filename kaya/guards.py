"""What the database itself refuses, and the check at the start that each guard is there."""

from dataclasses import dataclass

from sqlalchemy import Engine, inspect, text


@dataclass(frozen=True)
class Guard:
    """A trigger or constraint, by its name on each database, and what it keeps out."""

    keeps_out: str
    sqlite: tuple[str, ...] = ()
    postgresql: tuple[str, ...] = ()


guards: list[Guard] = []


def guard(guard: Guard) -> Guard:
    """Declare a guard that a migration makes; Kaya does not start on a migrated database without it."""
    guards.append(guard)
    return guard


def missing(engine: Engine) -> list[str]:
    """The names of guards that should be there and are not; none before the first migration."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return []
        if engine.dialect.name == "sqlite":
            there = set(connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")))
        else:
            there = set(
                connection.scalars(text("SELECT conname FROM pg_constraint UNION SELECT tgname FROM pg_trigger"))
            )
    wanted = [name for g in guards for name in getattr(g, engine.dialect.name)]
    return [name for name in wanted if name not in there]
