"""Pictures for nobody's eyes but their owner's: their files are sealed under that person's key."""

from collections.abc import Mapping
from uuid import UUID

from kaya.db import db, transaction
from kaya.media import store
from kaya.media.decoding import LONG_SIDES
from kaya.media.models import Image
from kaya.sealing import person, seal_bytes, unseal_bytes

SIZES = (*LONG_SIDES, "square")


def content_of(image: Image, size: str) -> bytes | None:
    """The file of a picture in a size, opened if it is sealed; None where it is gone, or its owner's key is.

    Raises Unsealable where the file was changed or is another's.
    """
    sealed, plain = store.sealed_place_of(image.name, size), store.place_of(image.name, size)
    if sealed is not None and sealed.is_file() and image.owner_id:
        return unseal_bytes(person(image.owner_id), sealed.read_bytes(), place(image.name, size))
    return plain.read_bytes() if plain is not None and plain.is_file() else None


def write(owner_id: UUID, name: str, sizes: Mapping[str, bytes]) -> None:
    """Inside a transaction, which the owner's first key becomes a part of."""
    sealed = {size: seal_bytes(person(owner_id), content, place(name, size)) for size, content in sizes.items()}
    store.write(name, sealed, store.sealed_place_of)


def seal_open_ones() -> int:
    """Seal what lies open from before there were seals; say how many pictures that were."""
    images = [image for image in db.session.scalars(Image.sealed_ones()) if image.owner_id and open_sizes(image)]
    db.session.rollback()
    for image in images:
        with transaction():
            write(image.owner_id, image.name, open_sizes(image))  # type: ignore[arg-type]
        for size in SIZES:
            plain = store.place_of(image.name, str(size))
            if plain:
                plain.unlink(missing_ok=True)
    return len(images)


def open_sizes(image: Image) -> dict[str, bytes]:
    places = {str(size): store.place_of(image.name, str(size)) for size in SIZES}
    return {size: plain.read_bytes() for size, plain in places.items() if plain and plain.is_file()}


def place(name: str, size: str) -> tuple[str, ...]:
    return "images", name, size
