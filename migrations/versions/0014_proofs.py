"""When a sign-in last saw its person's second proof; secret letters that were sent lose their first line too; which of
the trail's anchors was the last."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sign_ins", sa.Column("second_proof_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE mails SET subject = '' WHERE is_secret AND text = ''")
    op.create_table(
        "audit_last_anchor",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("proof", sa.LargeBinary(32), nullable=False),
        sa.CheckConstraint("id = 1", name="ck_audit_last_anchor_only_one"),
        sa.PrimaryKeyConstraint("id", name="pk_audit_last_anchor"),
    )


def downgrade() -> None:
    op.drop_table("audit_last_anchor")
    op.drop_column("sign_ins", "second_proof_at")
