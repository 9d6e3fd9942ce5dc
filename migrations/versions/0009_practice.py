"""Self-care: sessions that can be practised, and were; programs, and who goes through them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

document = sa.JSON().with_variant(JSONB(), "postgresql")
UNDER_WAY = sa.text("state IN ('active', 'paused')")


def moment(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def words(name: str, length: int, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.String(length), nullable=nullable)


def number(name: str) -> sa.Column:
    return sa.Column(name, sa.Integer(), nullable=False)


def listed(name: str) -> sa.Column:
    return sa.Column(name, document, nullable=False)


def mark(name: str) -> sa.Column:
    """From 1 to 5, or not said."""
    return sa.Column(name, sa.SmallInteger(), nullable=True)


def belongs(table: str, column: str, to: str, *, nullable: bool = False, goes: str = "CASCADE") -> tuple:
    name = f"fk_{table}_{column}_{to}"
    key = sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, ondelete=goes)
    return sa.Column(column, sa.Uuid(), nullable=nullable), key


def table(name: str, *columns: object, owners: tuple[str, ...] = ()) -> None:
    op.create_table(
        name, sa.Column("id", sa.Uuid(), nullable=False), *columns, sa.PrimaryKeyConstraint("id", name=f"pk_{name}")
    )
    for owner in owners:
        op.create_index(f"ix_{name}_{owner}", name, [owner], unique=False)


def upgrade() -> None:
    create_practices()
    create_sessions()
    create_programs()
    create_enrollments()


def create_practices() -> None:
    table(
        "practices",
        words("slug", 80, nullable=True),
        *belongs("practices", "author_id", "users", nullable=True),
        words("title", 120),
        words("summary", 400),
        words("kind", 20),
        listed("needs"),
        listed("times"),
        *map(number, ("minutes", "shortest", "longest")),
        words("language", 16),
        number("position"),
        listed("steps"),
        moment("created_at"),
        moment("updated_at"),
        moment("retired_at", nullable=True),
        number("version"),
        sa.UniqueConstraint("slug", name="uq_practices_slug"),
        owners=("author_id",),
    )


def create_sessions() -> None:
    table(
        "practice_sessions",
        *belongs("practice_sessions", "user_id", "users"),
        *belongs("practice_sessions", "practice_id", "practices", nullable=True, goes="SET NULL"),
        words("kind", 20),
        words("title", 120),
        number("minutes"),
        listed("steps"),
        number("seconds"),
        words("state", 12),
        *map(mark, ("mood_before", "arousal_before")),
        words("feeling_before", 40),
        *map(mark, ("mood_after", "arousal_after")),
        words("feeling_after", 40),
        mark("rating"),
        sa.Column("notes", sa.LargeBinary(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("hour", sa.SmallInteger(), nullable=False),
        moment("started_at"),
        moment("ended_at", nullable=True),
        moment("updated_at"),
        number("version"),
        sa.CheckConstraint("state IN ('started', 'completed', 'abandoned')", name="ck_practice_sessions_state"),
        sa.CheckConstraint("rating BETWEEN 1 AND 5", name="ck_practice_sessions_rating"),
        owners=("user_id", "practice_id"),
    )
    op.create_index("ix_practice_sessions_user_id_day", "practice_sessions", ["user_id", "day"])
    op.create_index("ix_practice_sessions_user_id_started_at", "practice_sessions", ["user_id", "started_at", "id"])


def create_programs() -> None:
    table(
        "programs",
        words("slug", 80),
        words("title", 120),
        words("summary", 400),
        words("about", 4000),
        listed("needs"),
        listed("sources"),
        number("days"),
        words("language", 16),
        number("position"),
        moment("created_at"),
        moment("updated_at"),
        moment("retired_at", nullable=True),
        number("version"),
        sa.UniqueConstraint("slug", name="uq_programs_slug"),
    )
    table(
        "program_days",
        *belongs("program_days", "program_id", "programs"),
        number("number"),
        words("title", 120),
        words("reading", 8000),
        words("prompt", 500),
        *belongs("program_days", "practice_id", "practices", nullable=True, goes="SET NULL"),
        number("minutes"),
        sa.UniqueConstraint("program_id", "number", name="uq_program_days_program_id_number"),
        owners=("program_id", "practice_id"),
    )


def create_enrollments() -> None:
    name = "program_enrollments"
    table(
        name,
        *belongs(name, "user_id", "users"),
        *belongs(name, "program_id", "programs"),
        words("state", 12),
        moment("begun_at"),
        moment("changed_at"),
        moment("finished_at", nullable=True),
        number("version"),
        sa.CheckConstraint("state IN ('active', 'paused', 'finished', 'left')", name=f"ck_{name}_state"),
        owners=("user_id", "program_id"),
    )
    op.create_index(
        "uq_program_enrollments_under_way",
        name,
        ["user_id", "program_id"],
        unique=True,
        sqlite_where=UNDER_WAY,
        postgresql_where=UNDER_WAY,
    )
    done = "program_days_done"
    table(
        done,
        *belongs(done, "enrollment_id", "program_enrollments"),
        number("number"),
        sa.Column("day", sa.Date(), nullable=False),
        moment("done_at"),
        sa.UniqueConstraint("enrollment_id", "number", name=f"uq_{done}_enrollment_id_number"),
        owners=("enrollment_id",),
    )


def downgrade() -> None:
    for name in ("program_days_done", "program_enrollments", "program_days", "programs"):
        op.drop_table(name)
    for name in ("practice_sessions", "practices"):
        op.drop_table(name)
