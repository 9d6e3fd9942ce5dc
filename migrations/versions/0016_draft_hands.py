"""Which device kept a draft last: what it never heard back of is no conflict with itself."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("journal_drafts", sa.Column("hand", sa.Uuid(), nullable=True))


def downgrade() -> None:
    op.drop_column("journal_drafts", "hand")
