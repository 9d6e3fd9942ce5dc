"""What the database itself refuses, and its full-text index."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

OVERLAP_ON_SQLITE = """
CREATE TRIGGER claims_do_not_overlap_on_{event} BEFORE {event} ON claims
WHEN EXISTS (
    SELECT 1 FROM claims AS other
    WHERE other.resource_no = NEW.resource_no
      AND other.start_minute < NEW.end_minute
      AND other.start_minute > NEW.start_minute - 1440
      AND other.end_minute > NEW.start_minute
      AND other.id <> NEW.id
)
BEGIN SELECT RAISE(ABORT, 'claims_do_not_overlap'); END
"""

OVERLAP_ON_POSTGRESQL = """
ALTER TABLE claims ADD CONSTRAINT claims_do_not_overlap EXCLUDE USING gist (
    int8range(resource_no * 4294967296 + start_minute, resource_no * 4294967296 + end_minute) WITH &&
)
"""

INDEX_ON_SQLITE = """
CREATE VIRTUAL TABLE search_index USING fts5(
    kind UNINDEXED, row_id UNINDEXED, title, body, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
)
"""

INDEX_ON_POSTGRESQL = """
CREATE TABLE search_index (
    kind varchar(40) NOT NULL,
    row_id uuid NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    document tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', body), 'C')
    ) STORED,
    PRIMARY KEY (kind, row_id)
)
"""


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for event in ("insert", "update"):
            op.execute(OVERLAP_ON_SQLITE.format(event=event))
        op.execute(INDEX_ON_SQLITE)
    else:
        op.execute(OVERLAP_ON_POSTGRESQL)
        op.execute(INDEX_ON_POSTGRESQL)
        op.execute("CREATE INDEX ix_search_index_document ON search_index USING gin (document)")


def downgrade() -> None:
    op.execute("DROP TABLE search_index")
    if op.get_bind().dialect.name == "sqlite":
        for event in ("insert", "update"):
            op.execute(f"DROP TRIGGER claims_do_not_overlap_on_{event}")
    else:
        op.execute("ALTER TABLE claims DROP CONSTRAINT claims_do_not_overlap")
