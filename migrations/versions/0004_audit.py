"""The audit trail."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MAC = sa.LargeBinary(32)
MOMENT = sa.DateTime(timezone=True)
ENTRY = (
    *("sequence", "id", "at", "act", "actor", "subject", "row_kind", "row_id", "reason", "times", "medium"),
    *("sign_in_id", "request_id", "address", "previous_mac", "mac"),
)
NAMED = ", ".join(f'"{name}"' for name in ENTRY)
GIVEN = ", ".join(f'NEW."{name}"' for name in ENTRY)
TABLES = ("audit_inspections", "audit_segments", "audit_people", "audit_entries", "audit_head")
EXPIRED = """
    SELECT 1 FROM audit_segments
    WHERE expired_at IS NOT NULL AND OLD.sequence BETWEEN first_sequence AND last_sequence
"""
FOLLOWS = "SELECT 1 FROM audit_head WHERE sequence = NEW.sequence - 1 AND mac = NEW.previous_mac"
ONLY_EXPIRES = """
    OLD.expired_at IS NULL AND NEW.expired_at IS NOT NULL
    AND NEW.id = OLD.id AND NEW.mac = OLD.mac AND NEW.last_mac = OLD.last_mac AND NEW.before_mac = OLD.before_mac
    AND NEW.first_sequence = OLD.first_sequence AND NEW.last_sequence = OLD.last_sequence AND NEW.count = OLD.count
"""

# name: (when, on which table, unless)
REFUSALS = {
    "audit_entries_never_change": ("UPDATE", "audit_entries", ""),
    "audit_entries_stay_until_they_expire": ("DELETE", "audit_entries", f"EXISTS ({EXPIRED})"),
    "audit_head_goes_on_by_one": ("UPDATE", "audit_head", "NEW.id = OLD.id AND NEW.sequence = OLD.sequence + 1"),
    "audit_head_stays": ("DELETE", "audit_head", ""),
    "audit_segments_only_expire": ("UPDATE", "audit_segments", ONLY_EXPIRES),
    "audit_segments_stay": ("DELETE", "audit_segments", ""),
}


def upgrade() -> None:
    make_tables()
    zeros = bytes(32)
    head = sa.table("audit_head", *(sa.column(n) for n in ("id", "sequence", "mac", "seal")))
    op.bulk_insert(head, [{"id": 1, "sequence": 0, "mac": zeros, "seal": b""}])
    if op.get_bind().dialect.name == "sqlite":
        guard_sqlite()
    else:
        guard_postgresql()


def make_tables() -> None:
    op.create_table(
        "audit_entries",
        sa.Column("sequence", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("act", sa.String(60), nullable=False),
        sa.Column("actor", sa.Uuid()),
        sa.Column("subject", sa.Uuid()),
        sa.Column("row_kind", sa.String(60), nullable=False),
        sa.Column("row_id", sa.String(64), nullable=False),
        sa.Column("reason", sa.String(60), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("medium", sa.String(10), nullable=False),
        sa.Column("sign_in_id", sa.Uuid()),
        sa.Column("request_id", sa.String(64), nullable=False),
        sa.Column("address", sa.LargeBinary(80)),
        sa.Column("previous_mac", MAC, nullable=False),
        sa.Column("mac", MAC, nullable=False),
        sa.PrimaryKeyConstraint("sequence", name="pk_audit_entries"),
    )
    for column in ("actor", "subject", "act"):
        op.create_index(f"ix_audit_entries_{column}_sequence", "audit_entries", [column, "sequence"])
    op.create_index("ix_audit_entries_at", "audit_entries", ["at"])
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("mac", MAC, nullable=False),
        sa.Column("seal", MAC, nullable=False),
        sa.CheckConstraint("id = 1", name="ck_audit_head_only_one"),
        sa.PrimaryKeyConstraint("id", name="pk_audit_head"),
    )
    op.create_table(
        "audit_people",
        sa.Column("pseudonym", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid()),
        sa.Column("wrapped_key", sa.LargeBinary(60)),
        sa.CheckConstraint("(user_id IS NULL) = (wrapped_key IS NULL)", name="ck_audit_people_forgotten_whole"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_audit_people_user_id_users", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("pseudonym", name="pk_audit_people"),
        sa.UniqueConstraint("user_id", name="uq_audit_people_user_id"),
    )
    make_checks()


def make_checks() -> None:
    op.create_table(
        "audit_segments",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("month", sa.String(7), nullable=False),
        sa.Column("first_sequence", sa.BigInteger(), nullable=False),
        sa.Column("last_sequence", sa.BigInteger(), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.Column("before_mac", MAC, nullable=False),
        sa.Column("last_mac", MAC, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=False),
        sa.Column("sealed_at", MOMENT, nullable=False),
        sa.Column("mac", MAC, nullable=False),
        sa.Column("expired_at", MOMENT),
        sa.Column("expiry_mac", MAC),
        sa.PrimaryKeyConstraint("id", name="pk_audit_segments"),
        sa.UniqueConstraint("first_sequence", name="uq_audit_segments_first_sequence"),
        sa.UniqueConstraint("last_sequence", name="uq_audit_segments_last_sequence"),
    )
    op.create_table(
        "audit_inspections",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("asked_by_id", sa.Uuid()),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("finished_at", MOMENT),
        sa.Column("upto", sa.BigInteger(), nullable=False),
        sa.Column("rows", sa.BigInteger(), nullable=False),
        sa.Column("milliseconds", sa.Integer(), nullable=False),
        sa.Column("flaw", sa.String(20), nullable=False),
        sa.Column("flaw_at", sa.BigInteger()),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["users.id"], name="fk_audit_inspections_asked_by_id_users", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_audit_inspections"),
    )
    op.create_index("ix_audit_inspections_asked_by_id", "audit_inspections", ["asked_by_id"])
    op.create_index("ix_audit_inspections_finished_at", "audit_inspections", ["finished_at"])


def guard_sqlite() -> None:
    op.execute(f"CREATE VIEW audit_intake AS SELECT {NAMED}, x'' AS seal FROM audit_entries")
    op.execute(f"""
        CREATE TRIGGER audit_entries_are_chained INSTEAD OF INSERT ON audit_intake BEGIN
          SELECT RAISE(ABORT, 'audit_entries_are_chained') WHERE NOT EXISTS ({FOLLOWS});
          INSERT INTO audit_entries ({NAMED}) VALUES ({GIVEN});
          UPDATE audit_head SET sequence = NEW.sequence, mac = NEW.mac, seal = NEW.seal;
        END
    """)
    for name, (event, table, unless) in REFUSALS.items():
        when = f"WHEN NOT ({unless})" if unless else ""
        op.execute(f"CREATE TRIGGER {name} BEFORE {event} ON {table} {when} BEGIN SELECT RAISE(ABORT, '{name}'); END")


def guard_postgresql() -> None:
    op.execute(f"CREATE VIEW audit_intake AS SELECT {NAMED}, ''::bytea AS seal FROM audit_entries")
    op.execute(f"""
        CREATE FUNCTION audit_chains() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          IF NOT EXISTS ({FOLLOWS}) THEN RAISE EXCEPTION 'audit_entries_are_chained'; END IF;
          INSERT INTO audit_entries ({NAMED}) VALUES ({GIVEN});
          UPDATE audit_head SET sequence = NEW.sequence, mac = NEW.mac, seal = NEW.seal;
          RETURN NEW;
        END $$
    """)
    op.execute("""
        CREATE TRIGGER audit_entries_are_chained INSTEAD OF INSERT ON audit_intake
        FOR EACH ROW EXECUTE FUNCTION audit_chains()
    """)
    op.execute("""
        CREATE FUNCTION audit_refuses() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          RAISE EXCEPTION '%', TG_NAME USING ERRCODE = 'integrity_constraint_violation';
        END $$
    """)
    for name, (event, table, unless) in REFUSALS.items():
        refuse_on_postgresql(name, event, table, unless)
    for table in ("audit_entries", "audit_segments"):
        op.execute(
            f"CREATE TRIGGER {table}_are_not_emptied BEFORE TRUNCATE ON {table} EXECUTE FUNCTION audit_refuses()"
        )


def refuse_on_postgresql(name: str, event: str, table: str, unless: str) -> None:
    """A trigger's WHEN takes no subquery there: what depends on other rows has a function of its own."""
    if "EXISTS" in unless:
        op.execute(f"""
            CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
              IF {unless} THEN RETURN OLD; END IF;
              RAISE EXCEPTION '{name}' USING ERRCODE = 'integrity_constraint_violation';
            END $$
        """)
        op.execute(f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()")
        return
    when = f"WHEN (NOT ({unless}))" if unless else ""
    op.execute(f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW {when} EXECUTE FUNCTION audit_refuses()")


def downgrade() -> None:
    """The entries are lost; whoever must keep them exports them first."""
    op.execute("DROP VIEW audit_intake")
    for table in TABLES:
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        for function in ("audit_chains", "audit_refuses", "audit_entries_stay_until_they_expire"):
            op.execute(f"DROP FUNCTION {function}()")
