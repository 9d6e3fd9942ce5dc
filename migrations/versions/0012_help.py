"""Help: helplines, safety plans and trusted contacts."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

PARTS = ("warning_signs", "coping", "distractions", "people", "professionals", "safer")


def words(name: str, length: int) -> sa.Column:
    return sa.Column(name, sa.String(length), nullable=False)


def sealed(name: str) -> sa.Column:
    return sa.Column(name, sa.LargeBinary(), nullable=True)


def moment(name: str) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def flag(name: str) -> sa.Column:
    return sa.Column(name, sa.Boolean(), nullable=False)


def version() -> sa.Column:
    return sa.Column("version", sa.Integer(), nullable=False)


def upgrade() -> None:
    create_helplines()
    create_own("safety_plans", *map(sealed, PARTS), flag("on_device"), moment("created_at"), moment("updated_at"))
    create_own("trusted_contacts", sealed("name"), sealed("phone"), moment("created_at"))


def create_helplines() -> None:
    op.create_table(
        "helplines",
        sa.Column("id", sa.Uuid(), nullable=False),
        words("country", 2),
        words("name", 120),
        words("says", 300),
        words("phone", 40),
        words("text_to", 40),
        words("website", 300),
        words("hours", 120),
        words("source", 300),
        flag("is_emergency"),
        flag("is_example"),
        sa.Column("checked_on", sa.Date(), nullable=True),
        moment("created_at"),
        version(),
        sa.PrimaryKeyConstraint("id", name="pk_helplines"),
    )
    op.create_index("ix_helplines_country", "helplines", ["country"], unique=False)


def create_own(name: str, *columns: sa.Column) -> None:
    """What each member has one of."""
    op.create_table(
        name,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        *columns,
        version(),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=f"fk_{name}_user_id_users", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("user_id", name=f"uq_{name}_user_id"),
    )


def downgrade() -> None:
    for name in ("trusted_contacts", "safety_plans", "helplines"):
        op.drop_table(name)
