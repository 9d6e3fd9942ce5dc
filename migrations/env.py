"""Alembic's own entry: the models' metadata, and the connection that Flask-SQLAlchemy holds."""

import warnings

import sqlalchemy as sa
from alembic import context
from flask import current_app

from kaya.db import UTCDateTime

db = current_app.extensions["migrate"].db


def ours(thing, name, kind, reflected, compared):
    """The full-text table is made by hand on each database; autogenerate leaves it alone."""
    return not (kind == "table" and name.startswith("search_index"))


def plainly(kind, thing, autogen):
    """Types as the database has them, so that a migration does not change when Kaya's code does."""
    if kind == "type" and isinstance(thing, UTCDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(thing, sa.JSON):
        autogen.imports.add("from sqlalchemy.dialects import postgresql")
        return 'sa.JSON().with_variant(postgresql.JSONB(), "postgresql")'
    return False


def run() -> None:
    # SQLite's tables are read for batches; an index on an expression stays as it is, and needs no word.
    warnings.filterwarnings("ignore", "Skipped unsupported reflection of expression-based index")
    with db.engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=db.metadata,
            compare_type=True,
            include_object=ours,
            render_item=plainly,
            transaction_per_migration=True,
        )
        with context.begin_transaction():
            context.run_migrations()


run()
