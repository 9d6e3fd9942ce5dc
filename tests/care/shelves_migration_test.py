"""The migration that lets no two shelves have one name, from before, and its way back."""

from uuid import UUID

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask_migrate import downgrade, upgrade
from sqlalchemy import insert, select

from kaya.care.models import ServiceCategory
from kaya.db import db
from tests.databases import migrated_app


def test_shelves_that_had_one_name_are_numbered_and_the_way_back_is_open(database, tmp_path):
    app = migrated_app(tmp_path, database.copy())
    with app.app_context():
        downgrade(revision="0002")
        names = enumerate(("Sleep", "sleep", "Sleep 2", "Teeth"))
        rows = [{"id": UUID(int=n), "slug": f"shelf-{n}", "name": name} for n, name in names]
        with db.engine.begin() as connection:
            connection.execute(insert(ServiceCategory), [row | {"about": "", "position": 0} for row in rows])
        upgrade()
        with db.engine.connect() as connection:
            names = connection.scalars(select(ServiceCategory.name).order_by(ServiceCategory.slug)).all()
            differences = compare_metadata(MigrationContext.configure(connection), db.metadata)
        assert names == ["Sleep", "sleep 2", "Sleep 2 2", "Teeth"]
        assert not [each for each in differences if "lower_name" in str(each)]
        db.session.remove()
        db.engine.dispose()
