"""No two shelves of the catalogue have one name, however it is written."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

NAME = "uq_service_categories_lower_name"
shelves = sa.table("service_categories", sa.column("id", sa.Uuid()), sa.column("name", sa.String()))


def upgrade() -> None:
    tell_apart()
    op.create_index(NAME, "service_categories", [sa.text("lower(name)")], unique=True)


def tell_apart() -> None:
    """Where two have one name already, the later ones are numbered."""
    connection = op.get_bind()
    taken: set[str] = set()
    for shelf_id, name in connection.execute(sa.select(shelves.c.id, shelves.c.name).order_by(shelves.c.id)).all():
        wanted, number = name, 1
        while wanted.casefold() in taken:
            number += 1
            wanted = f"{name[:114]} {number}"
        taken.add(wanted.casefold())
        if wanted != name:
            connection.execute(shelves.update().where(shelves.c.id == shelf_id).values(name=wanted))


def downgrade() -> None:
    op.drop_index(NAME, table_name="service_categories")
