"""Full-text search on both databases: SQLite's FTS5 and PostgreSQL's tsvector behind three verbs.

Words are folded here, before either database sees them, so that both find the same: neither `unaccent` nor a tokenizer
of theirs has a say.
"""

import re
import unicodedata
from hashlib import blake2b
from uuid import UUID

from sqlalchemy import CTE, ColumnElement, String, Uuid, cast, column, func, literal_column, select, table, text
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR
from sqlalchemy.orm import Session

from kaya.db import db

index_table = table("search_index", column("kind", String), column("row_id", Uuid), column("document", TSVECTOR))
A_WORD = re.compile(r"[^\W_]+")
WITHOUT_ACCENT_TO_LOSE = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
MOST_WORDS = 12
LONGEST_WORD = 64


def index(session: Session, kind: str, row_id: UUID, *, title: str, body: str) -> None:
    """Make a row findable by its words, the title's weighing more; again, and it is found by the new ones only."""
    remove(session, kind, row_id)
    words = {"kind": kind, "title": folded(title), "body": folded(body)}
    if is_postgresql(session):
        insert = "INSERT INTO search_index (kind, row_id, title, body) VALUES (:kind, :row_id, :title, :body)"
        session.execute(text(insert), {"row_id": row_id, **words})
    else:
        insert = "INSERT INTO search_index (rowid, kind, row_id, title, body) VALUES (:no, :kind, :id, :title, :body)"
        session.execute(text(insert), {"no": number(kind, row_id), "id": row_id.hex, **words})


def remove(session: Session, kind: str, row_id: UUID) -> None:
    if is_postgresql(session):
        gone = text("DELETE FROM search_index WHERE kind = :kind AND row_id = :row_id")
        session.execute(gone, {"kind": kind, "row_id": row_id})
    else:
        session.execute(text("DELETE FROM search_index WHERE rowid = :no"), {"no": number(kind, row_id)})


def matching(kind: str, words: str) -> CTE | None:
    """The rows of `kind` that have every word (the last as a beginning): a CTE of `row_id` and `rank`, lower is better.

    None when there is no word in `words`.
    """
    found = folded(words).split()[:MOST_WORDS]
    if not found:
        return None
    if is_postgresql(db.session()):
        query = cast(" & ".join([*(f"'{word}'" for word in found[:-1]), f"'{found[-1]}':*"]), TSQUERY)
        match: ColumnElement[bool] = index_table.c.document.op("@@")(query)
        rank: ColumnElement[float] = -func.ts_rank(index_table.c.document, query)
    else:
        query_words = " ".join([*(f'"{word}"' for word in found[:-1]), f'"{found[-1]}"*'])
        match = text("search_index MATCH :fts_words").bindparams(fts_words=query_words)  # type: ignore[assignment]
        rank = literal_column("bm25(search_index, 0.0, 0.0, 4.0, 1.0)")
    rows = select(index_table.c.row_id, rank.label("rank")).where(match, index_table.c.kind == kind)
    return rows.cte(f"matching_{kind}")


def folded(words: str) -> str:
    """Plain words with spaces between: in lower case, without accents (“Übung, São” is “ubung sao”)."""
    lower = unicodedata.normalize("NFKD", words.casefold())
    bare = "".join(letter for letter in lower if not unicodedata.combining(letter))
    plain = bare.casefold().translate(WITHOUT_ACCENT_TO_LOSE)
    return " ".join(word[:LONGEST_WORD] for word in A_WORD.findall(plain))


def number(kind: str, row_id: UUID) -> int:
    """The row's number in SQLite's index, which knows rows by nothing else."""
    return int.from_bytes(blake2b(kind.encode() + row_id.bytes, digest_size=8).digest()) >> 1


def is_postgresql(session: Session) -> bool:
    return session.get_bind().dialect.name == "postgresql"
