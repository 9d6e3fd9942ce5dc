"""Rest mode: the days on which somebody rests."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rests",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("last_day IS NULL OR last_day >= first_day", name="ck_rests_order"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_rests_user_id_users", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_rests"),
    )
    op.create_index("ix_rests_user_id", "rests", ["user_id"], unique=False)


def downgrade() -> None:
    op.drop_table("rests")
