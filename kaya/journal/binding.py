"""A span of the journal to be taken along: open pages in their order, and as files."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from sqlalchemy import Select, func, select

from kaya.accounts.models import User
from kaya.db import db
from kaya.journal.models import Entry, Gratitude
from kaya.media import private

AT_ONCE = 200


@dataclass(frozen=True)
class Span:
    """Days, both included; None is from the first, or to the last."""

    since: date | None = None
    until: date | None = None

    def of(self, rows: Select[Any], day: Any) -> Select[Any]:
        if self.since:
            rows = rows.where(day >= self.since)
        return rows.where(day <= self.until) if self.until else rows


def number(member: User, span: Span) -> int:
    rows = span.of(Entry.open_of(member), Entry.day)
    return db.session.scalar(select(func.count()).select_from(rows.subquery())) or 0


def entries(member: User, span: Span) -> Iterator[Entry]:
    """From the first day on."""
    rows = span.of(Entry.open_of(member), Entry.day).order_by(Entry.day, Entry.id)
    yield from db.session.scalars(rows.execution_options(yield_per=AT_ONCE))


def thanks(member: User, span: Span) -> list[Gratitude]:
    rows = span.of(Gratitude.of(member), Gratitude.day).order_by(Gratitude.day, Gratitude.id)
    return list(db.session.scalars(rows))


def packed(member: User, span: Span) -> bytes:
    """A ZIP: a Markdown file for each page, the photos, and all of it as JSON."""
    file, told = BytesIO(), []
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for entry in entries(member, span):
            name = f"{entry.day.isoformat()}-{str(entry.id)[-6:]}"
            photos = put_photos(archive, entry, name)
            archive.writestr(f"pages/{name}.md", as_markdown(entry, photos))
            told.append(as_plain(entry, photos))
        lists = [{"day": kept.day.isoformat(), "items": kept.items} for kept in thanks(member, span)]
        whole = json.dumps({"pages": told, "gratitude": lists}, ensure_ascii=False, indent=2)
        archive.writestr("journal.json", whole + "\n")
    return file.getvalue()


def put_photos(archive: ZipFile, entry: Entry, name: str) -> list[tuple[str, str]]:
    """Their paths in the archive, and what they show."""
    put = []
    for number, photo in enumerate(entry.photos, 1):
        content = private.content_of(photo.image, "1920")
        if content is not None:
            path = f"photos/{name}-{number}.webp"
            archive.writestr(path, content)
            put.append((path, photo.caption))
    return put


def as_markdown(entry: Entry, photos: list[tuple[str, str]]) -> str:
    head = ["---", f"day: {entry.day.isoformat()}", f"tags: {json.dumps(entry.tags, ensure_ascii=False)}", "---", ""]
    title = [f"# {entry.title}", ""] if entry.title else []
    prompt = [f"> {entry.prompt}", ""] if entry.prompt else []
    pictures = [f"\n![{caption}](../{path})" for path, caption in photos]
    return "\n".join([*head, *title, *prompt, entry.body, *pictures]) + "\n"


def as_plain(entry: Entry, photos: list[tuple[str, str]]) -> dict[str, Any]:
    return {
        "id": str(entry.id),
        "day": entry.day.isoformat(),
        "title": entry.title,
        "body": entry.body,
        "tags": entry.tags,
        "prompt": entry.prompt,
        "photos": [{"file": path, "caption": caption} for path, caption in photos],
        "created_at": entry.created_at.isoformat().replace("+00:00", "Z"),
        "updated_at": entry.updated_at.isoformat().replace("+00:00", "Z"),
    }
