"""A session keeps how long it was played, beside how far it came; of those before, the one stands for the other."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("practice_sessions", sa.Column("played", sa.Integer(), nullable=False, server_default="0"))
    op.execute("UPDATE practice_sessions SET played = seconds")


def downgrade() -> None:
    op.drop_column("practice_sessions", "played")
