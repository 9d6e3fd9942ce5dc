"""Addresses made of names."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from kaya.db import uuid7
from kaya.fulltext import folded

MOST = 80


def free_slug(session: Session, column: Any, name: str, otherwise: str) -> str:
    """`name` as an address that no row has in `column` yet; a name without any letter of ours begins as `otherwise`."""
    plain = "-".join(word for word in folded(name).split() if word.isascii())[:MOST].strip("-") or otherwise
    wanted, n = plain, 1
    while session.scalar(select(column).where(column == wanted)) is not None:
        n += 1
        wanted = f"{plain}-{n}" if n < 20 else f"{plain}-{uuid7().hex[-8:]}"
    return wanted
