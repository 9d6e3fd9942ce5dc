"""What the database itself refuses, and the check at the start that each guard is there."""

from dataclasses import dataclass

from sqlalchemy import Connection, Engine, inspect, text

from kaya.config import ROOT

MIGRATIONS = ROOT / "migrations" / "versions"


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


def why_not_to_serve(engine: Engine) -> str:
    """What stands in the way of serving from this database; empty when nothing does."""
    with engine.connect() as connection:
        if not is_migrated(connection):
            return "The database is not migrated: run `flask db upgrade`."
    lost = missing(engine)
    return f"The database has lost its guards {', '.join(lost)}. Restore them before serving." if lost else ""


def missing(engine: Engine) -> list[str]:
    """The names of guards that should be there and are not; none on a database that is still to be migrated."""
    with engine.connect() as connection:
        if not is_migrated(connection):
            return []
        if engine.dialect.name == "sqlite":
            there = set(connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")))
        else:
            there = set(
                connection.scalars(text("SELECT conname FROM pg_constraint UNION SELECT tgname FROM pg_trigger"))
            )
    wanted = [name for g in guards for name in getattr(g, engine.dialect.name)]
    return [name for name in wanted if name not in there]


def is_migrated(connection: Connection) -> bool:
    """Has the newest migration been run here?"""
    if not inspect(connection).has_table("alembic_version"):
        return False
    newest = max(file.name.split("_")[0] for file in MIGRATIONS.glob("[0-9]*.py"))
    return bool(connection.scalar(text("SELECT version_num FROM alembic_version")) == newest)
