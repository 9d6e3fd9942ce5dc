"""Full-text search on both databases: SQLite's FTS5 and PostgreSQL's tsvector behind three verbs."""

import re
from typing import Any
from uuid import UUID

from sqlalchemy import CTE, String, Uuid, column, literal_column, select, table, text
from sqlalchemy.orm import Session

from kaya.db import db

index_table = table(
    "search_index", column("kind", String), column("row_id", Uuid), column("title", String), column("body", String)
)
A_WORD = re.compile(r"[^\W_]+", re.UNICODE)
MOST_WORDS = 12


def index(session: Session, kind: str, row_id: UUID, *, title: str, body: str) -> None:
    """Make a row findable by its words, the title's weighing more; again, and it is found by the new ones only."""
    remove(session, kind, row_id)
    insert = "INSERT INTO search_index (kind, row_id, title, body) VALUES (:kind, :row_id, :title, :body)"
    session.execute(text(insert), {"kind": kind, "row_id": stored(session, row_id), "title": title, "body": body})


def remove(session: Session, kind: str, row_id: UUID) -> None:
    delete = "DELETE FROM search_index WHERE kind = :kind AND row_id = :row_id"
    session.execute(text(delete), {"kind": kind, "row_id": stored(session, row_id)})


def matching(kind: str, words: str) -> CTE | None:
    """The rows of `kind` that have every word (the last as a beginning), as a CTE of `row_id` and `rank` (lower is better).

    None when there is no word in `words`.
    """
    found = A_WORD.findall(words.lower())[:MOST_WORDS]
    if not found:
        return None
    if is_postgresql():
        query = " & ".join(f"{word}:*" if word == found[-1] else word for word in found)
        match = text("document @@ to_tsquery('simple', :fts_query) AND kind = :fts_kind").bindparams(
            fts_query=query, fts_kind=kind
        )
        rank: Any = literal_column("-ts_rank(document, to_tsquery('simple', :fts_query))")
    else:
        query = " ".join(f'"{word}"*' if word == found[-1] else f'"{word}"' for word in found)
        match = text("search_index MATCH :fts_query AND kind = :fts_kind").bindparams(fts_query=query, fts_kind=kind)
        rank = literal_column("bm25(search_index, 0.0, 0.0, 4.0, 1.0)")
    return select(index_table.c.row_id, rank.label("rank")).where(match).cte(f"matching_{kind}")


def stored(session: Session, row_id: UUID) -> Any:
    return row_id if session.get_bind().dialect.name == "postgresql" else row_id.hex


def is_postgresql() -> bool:
    return db.session.get_bind().dialect.name == "postgresql"
