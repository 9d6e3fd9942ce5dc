"""Practice: which sessions were begun from a day of a program."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "program_sessions",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("enrollment_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["practice_sessions.id"],
            name="fk_program_sessions_session_id_practice_sessions",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["enrollment_id"],
            ["program_enrollments.id"],
            name="fk_program_sessions_enrollment_id_program_enrollments",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("session_id", name="pk_program_sessions"),
    )
    for column in ("session_id", "enrollment_id"):
        op.create_index(f"ix_program_sessions_{column}", "program_sessions", [column], unique=False)


def downgrade() -> None:
    op.drop_table("program_sessions")
