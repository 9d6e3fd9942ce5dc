"""Journal: pages with photos, drafts, gratitude, and what opens sealed pages."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def moment(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def number(name: str) -> sa.Column:
    return sa.Column(name, sa.Integer(), nullable=False)


def sealed(name: str) -> sa.Column:
    return sa.Column(name, sa.LargeBinary(), nullable=True)


def kind(table: str) -> tuple:
    check = sa.CheckConstraint("kind IN ('open', 'sealed')", name=f"ck_{table}_kind")
    return sa.Column("kind", sa.String(12), nullable=False), check


def belongs(table: str, column: str, to: str) -> tuple:
    name = f"fk_{table}_{column}_{to}"
    key = sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, ondelete="CASCADE")
    return sa.Column(column, sa.Uuid(), nullable=False), key


def table(name: str, *columns: object, indexed: tuple[str, ...] = ()) -> None:
    op.create_table(
        name, sa.Column("id", sa.Uuid(), nullable=False), *columns, sa.PrimaryKeyConstraint("id", name=f"pk_{name}")
    )
    for column in indexed:
        op.create_index(f"ix_{name}_{column}", name, [column], unique=False)


def upgrade() -> None:
    table(
        "journal_entries",
        *belongs("journal_entries", "user_id", "users"),
        *kind("journal_entries"),
        sa.Column("day", sa.Date(), nullable=False),
        *map(sealed, ("title", "body", "tag_lines", "prompt")),
        moment("created_at"),
        moment("updated_at"),
        moment("deleted_at", nullable=True),
        number("version"),
        indexed=("user_id",),
    )
    op.create_index("ix_journal_entries_user_id_day", "journal_entries", ["user_id", "day", "id"])
    table(
        "journal_photos",
        *belongs("journal_photos", "user_id", "users"),
        *belongs("journal_photos", "entry_id", "journal_entries"),
        *belongs("journal_photos", "image_id", "images"),
        sealed("caption"),
        number("position"),
        indexed=("user_id", "entry_id", "image_id"),
    )
    table(
        "journal_drafts",
        *belongs("journal_drafts", "user_id", "users"),
        sa.Column("page_id", sa.Uuid(), nullable=False),
        *kind("journal_drafts"),
        *map(number, ("based_on", "revision")),
        sa.Column("day", sa.Date(), nullable=True),
        *map(sealed, ("title", "body", "tag_lines", "prompt")),
        moment("created_at"),
        moment("updated_at"),
        number("version"),
        indexed=("user_id", "page_id"),
    )
    table(
        "gratitude_lists",
        *belongs("gratitude_lists", "user_id", "users"),
        sa.Column("day", sa.Date(), nullable=False),
        sealed("lines"),
        moment("created_at"),
        indexed=("user_id",),
    )
    op.create_index("ix_gratitude_lists_user_id_day", "gratitude_lists", ["user_id", "day", "id"])
    table(
        "journal_locks",
        *belongs("journal_locks", "user_id", "users"),
        sa.Column("salt", sa.String(64), nullable=False),
        number("rounds"),
        sealed("wrapped"),
        moment("created_at"),
        moment("changed_at"),
        number("version"),
        sa.UniqueConstraint("user_id", name="uq_journal_locks_user_id"),
    )


def downgrade() -> None:
    for name in ("journal_locks", "gratitude_lists", "journal_drafts", "journal_photos", "journal_entries"):
        op.drop_table(name)
