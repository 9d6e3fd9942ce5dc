"""When a sign-in last saw its person's second proof; secret letters that were sent lose their first line too; which of
the trail's anchors was the last; words for how one felt, sealed; whom a letter names.
"""

import sqlalchemy as sa
from alembic import op

from kaya.sealing import person
from kaya.sealing.keyring import Keyring

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

SESSIONS = "practice_sessions"
FEELINGS = ("feeling_before", "feeling_after")
AT_ONCE = 500


def upgrade() -> None:
    op.add_column("sign_ins", sa.Column("second_proof_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("mails", sa.Column("about_id", sa.Uuid(), nullable=True))
    op.execute("UPDATE mails SET subject = '' WHERE is_secret AND text = ''")
    op.create_table(
        "audit_last_anchor",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("proof", sa.LargeBinary(32), nullable=False),
        sa.CheckConstraint("id = 1", name="ck_audit_last_anchor_only_one"),
        sa.PrimaryKeyConstraint("id", name="pk_audit_last_anchor"),
    )
    scrub()
    for column in FEELINGS:
        op.add_column(SESSIONS, sa.Column(f"sealed_{column}", sa.LargeBinary(), nullable=True))
        seal(column)
        op.drop_column(SESSIONS, column)
        op.execute(f"ALTER TABLE {SESSIONS} RENAME COLUMN sealed_{column} TO {column}")


def downgrade() -> None:
    scrub()
    for column in FEELINGS:
        op.execute(f"ALTER TABLE {SESSIONS} RENAME COLUMN {column} TO sealed_{column}")
        op.add_column(SESSIONS, sa.Column(column, sa.String(40), nullable=False, server_default=""))
        unseal(column)
        op.drop_column(SESSIONS, f"sealed_{column}")
    op.drop_table("audit_last_anchor")
    op.drop_column("mails", "about_id")
    op.drop_column("sign_ins", "second_proof_at")


def scrub() -> None:
    """What SQLite lets go of here it overwrites: words that are sealed now are to be found nowhere in its file."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("PRAGMA secure_delete = ON")


def rows_of(column: str) -> sa.TableClause:
    columns = ("id", sa.Uuid()), ("user_id", sa.Uuid()), (column, sa.String()), (f"sealed_{column}", sa.LargeBinary())
    return sa.table(SESSIONS, *(sa.column(name, kind) for name, kind in columns))


def seal(column: str) -> None:
    """The same update takes the words away: PostgreSQL would keep them in a row until it is written anew."""
    rows, connection, keyring = rows_of(column), op.get_bind(), Keyring()
    plain, sealed = rows.c[column], rows.c[f"sealed_{column}"]
    some = sa.select(rows.c.id, rows.c.user_id, plain).where(plain != "").limit(AT_ONCE)
    while found := connection.execute(some).all():
        for id, user_id, text in found:
            envelope = keyring.seal(connection, person(user_id), text, (SESSIONS, column, str(id)))
            connection.execute(rows.update().where(rows.c.id == id).values({plain: "", sealed: envelope}))


def unseal(column: str) -> None:
    """What was erased meanwhile stays away."""
    rows, connection, keyring = rows_of(column), op.get_bind(), Keyring()
    plain, sealed = rows.c[column], rows.c[f"sealed_{column}"]
    some = sa.select(rows.c.id, rows.c.user_id, sealed).where(sealed.is_not(None)).limit(AT_ONCE)
    while found := connection.execute(some).all():
        for id, user_id, envelope in found:
            text = keyring.unseal(connection, person(user_id), envelope, (SESSIONS, column, str(id)))
            text = text if type(text) is str else ""
            connection.execute(rows.update().where(rows.c.id == id).values({plain: text, sealed: None}))
