"""Second factors, passkeys, devices."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

document = sa.JSON().with_variant(JSONB(), "postgresql")


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


def whereabouts() -> list[sa.Column]:
    """From where someone signs in, and with what."""
    return [
        sa.Column("address", sa.String(64), nullable=False, server_default=""),
        sa.Column("mark_hash", sa.LargeBinary(32), nullable=True),
    ]


def moment(name: str, *, nullable: bool = True) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    op.add_column("users", moment("second_factor_at"))
    for column in whereabouts():
        op.add_column("sign_ins", column)
    op.add_column("sign_ins", moment("compared_at"))
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
        *whereabouts(),
        sa.Column("wrong", sa.Integer(), nullable=False),
        moment("expires_at", nullable=False),
        moment("ended_at"),
    )
    owned(
        "email_changes",
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(32), nullable=False, unique=True),
        moment("expires_at", nullable=False),
        moment("used_at"),
    )
    keep_passkeys()


def keep_passkeys() -> None:
    """Passkeys, what they are asked, and the codes that go by mail."""
    owned(
        "passkeys",
        sa.Column("credential_id", sa.LargeBinary(1023), nullable=False, unique=True),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("sign_count", sa.BigInteger(), nullable=False),
        sa.Column("transports", document, nullable=False),
        sa.Column("is_backed_up", sa.Boolean(), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        moment("last_used_at"),
    )
    op.create_table(
        "passkey_challenges",
        sa.Column("challenge_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("act", sa.String(20), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=True),
        moment("expires_at", nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name="fk_passkey_challenges_user_id_users", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("challenge_hash", name="pk_passkey_challenges"),
    )
    op.create_index("ix_passkey_challenges_user_id", "passkey_challenges", ["user_id"], unique=False)
    op.create_table(
        "mail_codes",
        sa.Column("address_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("asked_id", sa.Uuid(), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(32), nullable=True),
        sa.Column("wrong", sa.Integer(), nullable=False),
        moment("created_at", nullable=False),
        moment("expires_at", nullable=False),
        moment("ended_at"),
        sa.PrimaryKeyConstraint("address_hash", name="pk_mail_codes"),
    )


def downgrade() -> None:
    for table in ("mail_codes", "passkey_challenges", "passkeys"):
        op.drop_table(table)
    for table in ("email_changes", "halfway_sign_ins", "recovery_codes", "authenticators"):
        op.drop_table(table)
    for column in ("compared_at", "mark_hash", "address"):
        op.drop_column("sign_ins", column)
    op.drop_column("users", "second_factor_at")
