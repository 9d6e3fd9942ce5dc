"""Mood: what was said of it, what days and months come to, questionnaires; reminders at times of day."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

TABLES = (
    "daily_reminders",
    "mood_arrivals",
    "questionnaire_sheets",
    "questionnaire_choices",
    "mood_months",
    "mood_days",
    "mood_entries",
)


def moment(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def listing(name: str) -> sa.Column:
    return sa.Column(name, sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False)


def of_someone(table: str) -> tuple:
    key = sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=f"fk_{table}_user_id_users", ondelete="CASCADE")
    return sa.Column("user_id", sa.Uuid(), nullable=False), key


def with_id(table: str) -> tuple:
    return sa.Column("id", sa.Uuid(), nullable=False), sa.PrimaryKeyConstraint("id", name=f"pk_{table}")


def one_of(table: str, column: str, words: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column} {words}", name=f"ck_{table}_{column}")


def figures(*names: str) -> tuple:
    return tuple(sa.Column(name, sa.Float(), nullable=False) for name in names)


def table(name: str, *columns: object) -> None:
    op.create_table(name, *columns)
    op.create_index(f"ix_{name}_user_id", name, ["user_id"], unique=False)


def upgrade() -> None:
    table(
        "mood_entries",
        *with_id("mood_entries"),
        *of_someone("mood_entries"),
        sa.Column("word", sa.String(40), nullable=False),
        *figures("valence", "arousal"),
        sa.Column("intensity", sa.SmallInteger(), nullable=False),
        listing("tags"),
        listing("activities"),
        sa.Column("sleep_hours", sa.Float(), nullable=True),
        sa.Column("sleep_quality", sa.SmallInteger(), nullable=True),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        moment("at"),
        sa.Column("timezone", sa.String(64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("source", sa.String(12), nullable=False),
        sa.Column("origin", sa.String(80), nullable=True),
        moment("created_at"),
        moment("updated_at"),
        moment("deleted_at", nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        one_of("mood_entries", "valence", "BETWEEN -1 AND 1"),
        one_of("mood_entries", "arousal", "BETWEEN -1 AND 1"),
        one_of("mood_entries", "intensity", "BETWEEN 1 AND 10"),
        one_of("mood_entries", "sleep_quality", "BETWEEN 1 AND 5"),
        one_of("mood_entries", "sleep_hours", "BETWEEN 0 AND 24"),
        sa.UniqueConstraint("user_id", "origin", name="uq_mood_entries_user_id_origin"),
    )
    op.create_index("ix_mood_entries_user_id_day", "mood_entries", ["user_id", "day"])
    op.create_index("ix_mood_entries_user_id_at", "mood_entries", ["user_id", "at", "id"])
    table(
        "mood_days",
        *of_someone("mood_days"),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        *figures("median", "low", "high"),
        listing("activities"),
        sa.Column("sleep_hours", sa.Float(), nullable=True),
        sa.Column("sleep_quality", sa.SmallInteger(), nullable=True),
        sa.PrimaryKeyConstraint("user_id", "day", name="pk_mood_days"),
    )
    table(
        "mood_months",
        *of_someone("mood_months"),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        *figures("median", "low", "high"),
        sa.PrimaryKeyConstraint("user_id", "month", name="pk_mood_months"),
    )
    table(
        "questionnaire_choices",
        *of_someone("questionnaire_choices"),
        sa.Column("kind", sa.String(20), nullable=False),
        moment("chosen_at"),
        sa.PrimaryKeyConstraint("user_id", "kind", name="pk_questionnaire_choices"),
    )
    table(
        "questionnaire_sheets",
        *with_id("questionnaire_sheets"),
        *of_someone("questionnaire_sheets"),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("answers", sa.LargeBinary(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        moment("created_at"),
    )
    op.create_index("ix_questionnaire_sheets_user_id_kind_day", "questionnaire_sheets", ["user_id", "kind", "day"])
    table(
        "mood_arrivals",
        *with_id("mood_arrivals"),
        *of_someone("mood_arrivals"),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("lines", sa.LargeBinary(), nullable=True),
        moment("created_at"),
    )
    table(
        "daily_reminders",
        *with_id("daily_reminders"),
        *of_someone("daily_reminders"),
        sa.Column("kind", sa.String(60), nullable=False),
        sa.Column("time", sa.String(5), nullable=False),
        listing("weekdays"),
        moment("next_at"),
        sa.Column("told_on", sa.Date(), nullable=True),
        moment("created_at"),
        sa.UniqueConstraint("user_id", "kind", "time", name="uq_daily_reminders_user_id_kind_time"),
    )
    op.create_index("ix_daily_reminders_next_at", "daily_reminders", ["next_at"])


def downgrade() -> None:
    for name in TABLES:
        op.drop_table(name)
