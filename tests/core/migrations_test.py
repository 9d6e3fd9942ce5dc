"""Every migration, one step at a time, down and up again, with rows in every table."""

from datetime import timedelta

import pytest
import sqlalchemy as sa
from alembic.script import ScriptDirectory
from flask import current_app
from flask_migrate import downgrade, upgrade

from kaya import clock
from kaya.db import UTCDateTime, db, uuid7
from kaya.seeds.sowing import sow_house, sow_people
from tests.databases import migrated_app

TABLES_THAT_STAY = ("users", "practitioners", "appointments", "services", "locations")


@pytest.fixture
def house(database, tmp_path):
    """Another house with a migrated database, furnished, and with a row in what the furniture left empty."""
    app = migrated_app(tmp_path, database.copy())
    with app.app_context():
        sow_house()
        sow_people()
        fill_what_is_empty()
        yield app
        let_go()
        db.engine.dispose()


def fill_what_is_empty():
    with db.engine.begin() as connection:
        for table in db.metadata.sorted_tables:
            if not has_rows(connection, table):
                connection.execute(sa.insert(table).values(made_up(connection, table)))
            assert has_rows(connection, table), table.name


def has_rows(connection, table):
    return connection.scalar(sa.select(sa.literal(True)).select_from(table).limit(1)) is not None


def made_up(connection, table):
    """A value for each column that needs one: somebody's id where it points at another row."""
    return {
        column.name: somebodys(connection, column) if column.foreign_keys else of_kind(column.type)
        for column in table.columns
        if column.foreign_keys or not (column.nullable or column.default or column.server_default)
    }


def somebodys(connection, column):
    [key] = column.foreign_keys
    return connection.scalar(sa.select(key.column).limit(1))


def of_kind(kind):
    if isinstance(kind, sa.Uuid):
        return uuid7()
    if isinstance(kind, UTCDateTime | sa.DateTime):
        return clock.now() + timedelta(days=1)
    if isinstance(kind, sa.LargeBinary):
        return uuid7().bytes
    if isinstance(kind, sa.JSON):
        return {}
    if isinstance(kind, sa.Integer | sa.Float):
        return 1
    return clock.now().date() if isinstance(kind, sa.Date) else "x"


def let_go():
    """Of every connection, for what migrates wants the database for itself."""
    db.session.remove()


def revisions():
    """From the newest to the first."""
    folder = ScriptDirectory(current_app.extensions["migrate"].directory)
    return [script.revision for script in folder.walk_revisions()]


def drawn():
    """Every table with its columns, keys, indexes and checks, and every trigger, by their names."""
    let_go()
    with db.engine.connect() as connection:
        looking = sa.inspect(connection)
        tables = {name: drawn_table(looking, name) for name in looking.get_table_names()}
        catalogue = "pg_trigger WHERE NOT tgisinternal" if db.engine.dialect.name == "postgresql" else None
        query = (
            f"SELECT tgname FROM {catalogue}" if catalogue else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        )
        return tables, sorted(connection.scalars(sa.text(query)))


def drawn_table(looking, name):
    columns = {column["name"]: (str(column["type"]), column["nullable"]) for column in looking.get_columns(name)}
    kinds = (
        looking.get_indexes,
        looking.get_foreign_keys,
        looking.get_check_constraints,
        looking.get_unique_constraints,
    )
    return columns, *(sorted(str(each["name"]) for each in of(name)) for of in kinds)


def counted():
    let_go()
    with db.engine.connect() as connection:
        return [connection.scalar(sa.text(f"SELECT count(*) FROM {table}")) for table in TABLES_THAT_STAY]


def test_every_migration_goes_down_and_up_with_rows_in_the_tables(house):
    before, rows, path = drawn(), counted(), revisions()
    for earlier in path[1:]:
        downgrade(revision=earlier)
    assert counted() == rows
    for later in reversed(path[:-1]):
        upgrade(revision=later)
    assert drawn() == before
    assert counted() == rows
    downgrade(revision="base")
    assert set(drawn()[0]) == {"alembic_version"}
