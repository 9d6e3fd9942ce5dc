"""Staff permissions, suspensions, invitations, archives, erasure."""

import secrets
import time
import uuid

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

PERMISSIONS = ("support", "verification", "moderation", "shop", "content", "audit", "operations")
LEAVING = ("leaves_at", "erased_at")


def moment(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def person(table: str, column: str, *, nullable: bool = False) -> tuple[sa.Column, sa.ForeignKeyConstraint]:
    """Whose row it is, which goes with them; or who did it, who may be gone."""
    goes = "SET NULL" if nullable else "CASCADE"
    key = sa.ForeignKeyConstraint([column], ["users.id"], name=f"fk_{table}_{column}_users", ondelete=goes)
    return sa.Column(column, sa.Uuid(), nullable=nullable), key


def upgrade() -> None:
    create_staff_permissions()
    create_suspensions()
    create_invitations()
    create_archives()
    create_account_deletions()
    for column in LEAVING:
        op.add_column("users", moment(column, nullable=True))
    op.create_index("ix_users_name", "users", ["name", "id"])
    op.create_index("ix_users_created_at", "users", ["created_at", "id"])


def create_staff_permissions() -> None:
    table = "staff_permissions"
    permission = sa.Column("permission", sa.String(20), nullable=False)
    known = ", ".join(f"'{each}'" for each in PERMISSIONS)
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        *person(table, "user_id"),
        permission,
        *person(table, "granted_by_id", nullable=True),
        moment("granted_at"),
        sa.PrimaryKeyConstraint("id", name="pk_staff_permissions"),
        sa.UniqueConstraint("user_id", "permission", name="uq_staff_permissions_user_id_permission"),
        sa.CheckConstraint(f"permission IN ({known})", name="ck_staff_permissions_permission"),
    )
    op.create_index("ix_staff_permissions_user_id", table, ["user_id"])
    op.create_index("ix_staff_permissions_granted_by_id", table, ["granted_by_id"])
    grant_all_to_those_who_had_all()


def grant_all_to_those_who_had_all() -> None:
    """Until now staff could do everything."""
    users = sa.table("users", sa.column("id", sa.Uuid()), sa.column("role"), sa.column("created_at"))
    names = ("id", "user_id", "permission", "granted_at")
    types = (sa.Uuid(), sa.Uuid(), sa.String(), sa.DateTime(timezone=True))
    grants = sa.table("staff_permissions", *(sa.column(name, kind) for name, kind in zip(names, types, strict=True)))
    link = op.get_bind()
    staff = link.execute(sa.select(users.c.id).where(users.c.role == "staff")).scalars().all()
    now = sa.func.current_timestamp()
    for user_id in staff:
        for permission in PERMISSIONS:
            values = {"id": new_id(), "user_id": user_id, "permission": permission, "granted_at": now}
            link.execute(sa.insert(grants).values(values))


def new_id() -> uuid.UUID:
    value = (time.time_ns() // 1_000_000 & (1 << 48) - 1) << 80 | secrets.randbits(80)
    return uuid.UUID(int=value & ~(0xF << 76) & ~(0x3 << 62) | 7 << 76 | 2 << 62)


def create_suspensions() -> None:
    table = "suspensions"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        *person(table, "user_id"),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        *person(table, "by_id", nullable=True),
        moment("at"),
        *person(table, "lifted_by_id", nullable=True),
        moment("lifted_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_suspensions"),
    )
    for column in ("user_id", "by_id", "lifted_by_id"):
        op.create_index(f"ix_suspensions_{column}", table, [column])


def create_invitations() -> None:
    table = "invitations"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(32), nullable=False),
        *person(table, "by_id", nullable=True),
        moment("created_at"),
        moment("expires_at"),
        sa.PrimaryKeyConstraint("id", name="pk_invitations"),
        sa.UniqueConstraint("email", name="uq_invitations_email"),
        sa.UniqueConstraint("token_hash", name="uq_invitations_token_hash"),
        sa.CheckConstraint("role IN ('member', 'practitioner', 'staff')", name="ck_invitations_role"),
    )
    op.create_index("ix_invitations_by_id", table, ["by_id"])


def create_archives() -> None:
    table = "archives"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        *person(table, "user_id"),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("of", sa.Integer(), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        moment("asked_at"),
        *(moment(each, nullable=True) for each in ("ready_at", "expires_at", "failed_at", "fetched_at")),
        sa.PrimaryKeyConstraint("id", name="pk_archives"),
        sa.UniqueConstraint("name", name="uq_archives_name"),
    )
    op.create_index("ix_archives_user_id", table, ["user_id"])
    in_the_making = sa.text("ready_at IS NULL AND failed_at IS NULL")
    only_one("uq_archives_in_the_making", table, in_the_making)


def create_account_deletions() -> None:
    table = "account_deletions"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        *person(table, "user_id", nullable=True),
        moment("asked_at"),
        moment("due_at"),
        *(moment(each, nullable=True) for each in ("warned_at", "withdrawn_at", "begun_at", "erased_at", "closed_at")),
        sa.Column("letter_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_account_deletions"),
    )
    op.create_index("ix_account_deletions_user_id", table, ["user_id"])
    op.create_index("ix_account_deletions_due_at", table, ["due_at"])
    only_one("uq_account_deletions_open", table, sa.text("withdrawn_at IS NULL"))


def only_one(name: str, table: str, where: sa.TextClause) -> None:
    """Of such rows each person has one at most."""
    op.create_index(name, table, ["user_id"], unique=True, sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    for column in reversed(LEAVING):
        op.drop_column("users", column)
    for table in ("account_deletions", "archives"):
        op.drop_table(table)
    op.drop_index("ix_users_created_at", "users")
    op.drop_index("ix_users_name", "users")
    for table in ("invitations", "suspensions", "staff_permissions"):
        op.drop_table(table)
