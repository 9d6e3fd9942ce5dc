"""Where pictures lie: instance/media, in folders by the first letters of their made-up names."""

import os
import re
import secrets
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from kaya.config import settings

A_NAME = re.compile(r"[0-9a-f]{32}")
A_FILE = re.compile(r"([0-9a-f]{32})-(320|960|1920|square)\.webp")


Places = Callable[[str, str], Path | None]


def new_name() -> str:
    """Says nothing of the picture and cannot be guessed."""
    return secrets.token_hex(16)


def folder() -> Path:
    return settings().instance_path.resolve() / "media"


def place_of(name: str, size: str) -> Path | None:
    """The file of a picture in a size; None when no picture can be called so."""
    found = A_FILE.fullmatch(f"{name}-{size}.webp")
    return folder() / name[:2] / name[2:4] / found[0] if found else None


def sealed_place_of(name: str, size: str) -> Path | None:
    """Where its file lies if it is sealed."""
    place = place_of(name, size)
    return place.with_suffix(".sealed") if place else None


def write(name: str, sizes: Mapping[str, bytes], place_of: Places = place_of) -> None:
    """Each file is there whole, or not at all."""
    for size, content in sizes.items():
        place = place_of(name, size)
        assert place is not None
        place.parent.mkdir(parents=True, exist_ok=True)
        growing = place.with_suffix(".new")
        growing.write_bytes(content)
        os.replace(growing, place)


def erase(name: str) -> None:
    for place in (folder() / name[:2] / name[2:4]).glob(f"{name}-*"):
        place.unlink(missing_ok=True)


def names_before(moment: datetime) -> Iterator[str]:
    """The names of pictures whose files were last written before then."""
    found = {file.name[:32] for file in folder().glob("??/??/*") if written_at(file) < moment}
    yield from sorted(name for name in found if A_NAME.fullmatch(name))


def written_at(file: Path) -> datetime:
    try:
        return datetime.fromtimestamp(file.stat().st_mtime, UTC)
    except FileNotFoundError:
        return datetime.max.replace(tzinfo=UTC)
