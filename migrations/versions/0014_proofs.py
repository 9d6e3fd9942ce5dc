"""When a sign-in last saw its person's second proof; secret letters that were sent lose their first line too."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sign_ins", sa.Column("second_proof_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE mails SET subject = '' WHERE is_secret AND text = ''")


def downgrade() -> None:
    op.drop_column("sign_ins", "second_proof_at")
