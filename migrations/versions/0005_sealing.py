"""Keys that sensitive text is sealed under."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "data_keys",
        sa.Column("owner_kind", sa.String(length=20), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("wrapped", sa.LargeBinary(length=128), nullable=True),
        sa.Column("installation_key", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("destroyed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("owner_kind", "owner_id", "version", name=op.f("pk_data_keys")),
    )
    op.create_index(op.f("ix_data_keys_installation_key"), "data_keys", ["installation_key"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_data_keys_installation_key"), table_name="data_keys")
    op.drop_table("data_keys")
