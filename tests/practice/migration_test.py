"""The migration of self-care, and its way back."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect, select

from kaya import clock
from kaya.db import db, transaction
from kaya.practice.models import PracticeSession
from tests.cast import person
from tests.databases import migrated_app

OURS = {
    *("practices", "practice_sessions", "programs", "program_days", "program_enrollments", "program_days_done"),
}


@pytest.fixture
def house(database, tmp_path):
    """Another house with a migrated database, to take apart."""
    app = migrated_app(tmp_path, database.copy())
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def tables():
    return set(inspect(db.engine).get_table_names())


def test_it_goes_up_and_down_and_up_again(house):
    assert tables() >= OURS
    downgrade(revision="0008")
    assert not tables() & OURS
    upgrade()
    assert tables() >= OURS


def test_what_was_held_before_counts_as_far_as_it_came(house):
    amara, now = person("Amara"), clock.now()
    held = PracticeSession(
        user_id=amara.id, kind="breathing", title="Even", minutes=5, steps=[], day=now.date(), hour=9, started_at=now,
        seconds=250, played=31,
    )  # fmt: skip
    with transaction() as session:
        session.add(held)
    db.session.remove()
    downgrade(revision="0016")
    assert "played" not in {column["name"] for column in inspect(db.engine).get_columns("practice_sessions")}
    upgrade()
    assert db.session.scalar(select(PracticeSession.played)) == 250


def test_the_tables_are_what_the_models_say(house):
    with db.engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), db.metadata)
    assert not [each for each in differences if any(name in str(each) for name in OURS)]
