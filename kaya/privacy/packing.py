"""An archive as a file: for each table JSON and CSV, the pictures, and one page to read it all by."""

import csv
import io
import json
from collections.abc import Callable
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from sqlalchemy import select

from kaya.accounts.models import User
from kaya.cells import harmless
from kaya.config import ROOT
from kaya.db import db
from kaya.letters import rendered
from kaya.media import private
from kaya.media.models import Image
from kaya.organisation.models import Organisation
from kaya.privacy import tables
from kaya.privacy.ledger import Person, shown
from kaya.privacy.part import Part, names_in
from kaya.privacy.reading import rows_of

SHEET = ROOT / "templates" / "privacy" / "archive" / "archive.css"
SIZES = ("1920", "960", "320", "square")
LEDGER = tables  # whoever packs has read it


def pack(file: IO[bytes], user: User, told: Callable[[int], None]) -> None:
    """Write all that is known of `user` into a ZIP; `told(done)` hears after each table how many are in it."""
    whom, parts = Person.behind(user), []
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for done, entry in enumerate(shown(), start=1):
            parts.append(Part(entry, rows_of(entry, whom), user.timezone))
            archive.writestr(f"json/{entry.table}.json", as_json(parts[-1]))
            archive.writestr(f"csv/{entry.table}.csv", as_csv(parts[-1]))
            told(done)
        pictures = put_pictures(archive, whom)
        archive.writestr("index.html", page_for(user, parts, pictures))
        told(steps())


def steps() -> int:
    """How many there are to be told of: each table, then pictures and page."""
    return len(shown()) + 1


def as_json(part: Part) -> str:
    return json.dumps(part.rows, ensure_ascii=False, indent=2, default=str) + "\n"


def as_csv(part: Part) -> str:
    lines = io.StringIO()
    names = names_in(part.rows)
    writer = csv.DictWriter(lines, names, restval="")
    writer.writeheader()
    writer.writerows({name: cell(value) for name, value in row.items()} for row in part.rows)
    return lines.getvalue()


def cell(value: Any) -> Any:
    """What a spreadsheet would take for a formula is text."""
    if value is None or isinstance(value, bool | int | float):
        return "" if value is None else value
    words = json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else str(value)
    return harmless(words)


def put_pictures(archive: ZipFile, whom: Person) -> list[tuple[str, str]]:
    """The largest of each, as it is kept; their paths and what they show."""
    images = db.session.scalars(select(Image).where(Image.owner_id == whom.id).order_by(Image.created_at)).all()
    put = []
    for image in images:
        content = largest(image)
        if content is not None:
            archive.writestr(f"pictures/{image.name}.webp", content)
            put.append((f"pictures/{image.name}.webp", image.alt))
    db.session.rollback()
    return put


def largest(image: Image) -> bytes | None:
    found = (private.content_of(image, size) for size in SIZES)
    return next((content for content in found if content is not None), None)


def page_for(user: User, parts: list[Part], pictures: list[tuple[str, str]]) -> str:
    return rendered(
        "privacy/archive/index.html",
        language=user.language,
        zone=user.timezone,
        person=user,
        house=Organisation.here().name,
        sections=by_section(parts),
        pictures=pictures,
        sheet=SHEET.read_text(),
    )


def by_section(parts: list[Part]) -> list[tuple[str, list[Part]]]:
    """In the ledger's order; what has no rows is left to the JSON."""
    found: dict[str, list[Part]] = {}
    for part in parts:
        if part.rows:
            found.setdefault(str(part.entry.section), []).append(part)
    return list(found.items())
