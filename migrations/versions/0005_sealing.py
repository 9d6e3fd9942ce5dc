"""Keys that sensitive text is sealed under, what is sealed from here on, and refresh tokens with their families."""

import sqlalchemy as sa
from alembic import op

from kaya.sealing import person
from kaya.sealing.keyring import Keyring

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

AT_ONCE = 500
SEALED = {"appointments": ("note", 2000), "appointment_moves": ("reason", 500), "appointment_notes": ("body", 4000)}
OF_A_CLIENT = ("appointment_moves", "appointment_notes")


def upgrade() -> None:
    make_keys()
    scrub()
    for table in OF_A_CLIENT:
        op.add_column(table, sa.Column("client_id", sa.Uuid(), nullable=True))
        whose = f"SELECT client_id FROM appointments WHERE appointments.id = {table}.appointment_id"
        op.execute(f"UPDATE {table} SET client_id = ({whose})")
    for table, (column, _) in SEALED.items():
        op.add_column(table, sa.Column(f"sealed_{column}", sa.LargeBinary(), nullable=True))
        seal(table, column)
    op.drop_column("appointments", "note")
    for table in OF_A_CLIENT:
        with op.batch_alter_table(table) as batch:
            batch.drop_column(SEALED[table][0])
            batch.alter_column("client_id", existing_type=sa.Uuid(), nullable=False)
            name = op.f(f"fk_{table}_client_id_users")
            batch.create_foreign_key(name, "users", ["client_id"], ["id"], ondelete="CASCADE")
        op.create_index(op.f(f"ix_{table}_client_id"), table, ["client_id"], unique=False)
    for table, (column, _) in SEALED.items():
        op.execute(f"ALTER TABLE {table} RENAME COLUMN sealed_{column} TO {column}")
    make_refresh_tokens()


def downgrade() -> None:
    drop_refresh_tokens()
    scrub()
    for table, (column, length) in SEALED.items():
        op.execute(f"ALTER TABLE {table} RENAME COLUMN {column} TO sealed_{column}")
        op.add_column(table, sa.Column(column, sa.String(length), nullable=False, server_default=""))
        unseal(table, column)
    op.drop_column("appointments", "sealed_note")
    for table in OF_A_CLIENT:
        op.drop_index(op.f(f"ix_{table}_client_id"), table_name=table)
        with op.batch_alter_table(table) as batch:
            batch.drop_constraint(op.f(f"fk_{table}_client_id_users"), type_="foreignkey")
            batch.drop_column("client_id")
            batch.drop_column(f"sealed_{SEALED[table][0]}")
    op.drop_index(op.f("ix_data_keys_installation_key"), table_name="data_keys")
    op.drop_table("data_keys")


def make_keys() -> None:
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


def scrub() -> None:
    """What SQLite lets go of here it overwrites: words that are sealed now are to be found nowhere in its file."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("PRAGMA secure_delete = ON")


def rows_of(table: str, column: str) -> sa.TableClause:
    columns = ("id", sa.Uuid()), ("client_id", sa.Uuid()), (column, sa.String()), (f"sealed_{column}", sa.LargeBinary())
    return sa.table(table, *(sa.column(name, kind) for name, kind in columns))


def seal(table: str, column: str) -> None:
    """The same update takes the words away: PostgreSQL would keep them in a row until it is written anew."""
    rows, connection, keyring = rows_of(table, column), op.get_bind(), Keyring()
    plain, sealed = rows.c[column], rows.c[f"sealed_{column}"]
    some = sa.select(rows.c.id, rows.c.client_id, plain).where(plain != "").limit(AT_ONCE)
    while found := connection.execute(some).all():
        for id, client_id, text in found:
            envelope = keyring.seal(connection, person(client_id), text, (table, column, str(id)))
            connection.execute(rows.update().where(rows.c.id == id).values({plain: "", sealed: envelope}))


def unseal(table: str, column: str) -> None:
    """What was erased meanwhile stays away."""
    rows, connection, keyring = rows_of(table, column), op.get_bind(), Keyring()
    plain, sealed = rows.c[column], rows.c[f"sealed_{column}"]
    some = sa.select(rows.c.id, rows.c.client_id, sealed).where(sealed.is_not(None)).limit(AT_ONCE)
    while found := connection.execute(some).all():
        for id, client_id, envelope in found:
            text = keyring.unseal(connection, person(client_id), envelope, (table, column, str(id)))
            text = text if type(text) is str else ""
            connection.execute(rows.update().where(rows.c.id == id).values({plain: text, sealed: None}))


def make_refresh_tokens() -> None:
    hashes = sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False)
    op.create_table(
        "refresh_tokens",
        hashes,
        sa.Column("sign_in_id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_refresh_tokens")),
    )
    op.execute(
        "INSERT INTO refresh_tokens (token_hash, sign_in_id, created_at) "
        "SELECT secret_hash, id, last_seen_at FROM sign_ins WHERE secret_hash IS NOT NULL"
    )
    with op.batch_alter_table("sign_ins") as batch:
        batch.drop_constraint(op.f("uq_sign_ins_secret_hash"), type_="unique")
        batch.drop_column("secret_hash")
    with op.batch_alter_table("refresh_tokens") as batch:
        name = op.f("fk_refresh_tokens_sign_in_id_sign_ins")
        batch.create_foreign_key(name, "sign_ins", ["sign_in_id"], ["id"], ondelete="CASCADE")
    op.create_index(op.f("ix_refresh_tokens_sign_in_id"), "refresh_tokens", ["sign_in_id"], unique=False)


def drop_refresh_tokens() -> None:
    op.create_table("spare_tokens", sa.Column("sign_in_id", sa.Uuid()), sa.Column("token_hash", sa.LargeBinary(32)))
    op.execute(
        "INSERT INTO spare_tokens SELECT sign_in_id, token_hash FROM refresh_tokens AS t WHERE used_at IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM refresh_tokens AS o WHERE o.sign_in_id = t.sign_in_id AND o.used_at IS NULL "
        "AND o.token_hash > t.token_hash)"
    )
    op.drop_table("refresh_tokens")
    with op.batch_alter_table("sign_ins") as batch:
        batch.add_column(sa.Column("secret_hash", sa.LargeBinary(length=32), nullable=True))
        batch.create_unique_constraint(op.f("uq_sign_ins_secret_hash"), ["secret_hash"])
    op.execute("UPDATE sign_ins SET secret_hash = (SELECT token_hash FROM spare_tokens WHERE sign_in_id = sign_ins.id)")
    op.drop_table("spare_tokens")
