"""Second factors, passkeys, devices."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def owned(table: str, *columns: sa.Column, unique_owner: bool = False) -> None:
    """A table of rows that belong to someone and go with them."""
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        *columns,
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=f"fk_{table}_user_id_users", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        *([sa.UniqueConstraint("user_id", name=f"uq_{table}_user_id")] if unique_owner else []),
    )
    if not unique_owner:
        op.create_index(f"ix_{table}_user_id", table, ["user_id"], unique=False)


def moment(name: str, *, nullable: bool = True) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    op.add_column("users", moment("second_factor_at"))
    owned(
        "authenticators",
        sa.Column("secret", sa.LargeBinary(), nullable=True),
        sa.Column("last_step", sa.BigInteger(), nullable=False),
        moment("enabled_at"),
        unique_owner=True,
    )
    owned("recovery_codes", sa.Column("code_hash", sa.LargeBinary(32), nullable=False, unique=True), moment("used_at"))
    owned(
        "halfway_sign_ins",
        sa.Column("device", sa.String(200), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        moment("expires_at", nullable=False),
        moment("ended_at"),
    )


def downgrade() -> None:
    for table in ("halfway_sign_ins", "recovery_codes", "authenticators"):
        op.drop_table(table)
    op.drop_column("users", "second_factor_at")
