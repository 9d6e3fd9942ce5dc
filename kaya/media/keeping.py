"""Keeping pictures that people give, and letting go of them."""

from typing import IO

from sqlalchemy import delete

from kaya import clock
from kaya.accounts.models import User
from kaya.config import settings
from kaya.db import afterwards, db, transaction
from kaya.media import private, store
from kaya.media.decoding import Pictures, pictures_of
from kaya.media.models import Image
from kaya.media.purposes import private_purposes, purposes
from kaya.media.signals import image_removed
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

LONGEST_ALT = 300
HOURS_UNTIL_SWEPT = 24


def keep(owner: User, upload: IO[bytes], purpose: str, alt: str = "") -> Image:
    """Keep a picture as `owner`'s. Called before any transaction: decoding takes a while, and its files come first.

    Refuses "image-too-large" (bytes), "image-too-many-pixels", "image-unreadable", "unknown-purpose", "not-allowed".
    """
    return keep_pictures(owner, decoded(owner, upload, purpose), purpose, alt)


def decoded(owner: User, upload: IO[bytes], purpose: str) -> Pictures:
    """The slow half of `keep`: what the upload shows, in every size."""
    check_purpose(owner, purpose)
    return pictures_of(content_of(upload), settings().media_max_pixels)


def keep_pictures(owner: User, pictures: Pictures, purpose: str, alt: str = "") -> Image:
    """The other half: its files and its row."""
    if len(alt) > LONGEST_ALT:
        raise Refusal("too-long", say("Please describe it in at most 300 characters."), field="alt")
    name = store.new_name()
    is_private = purpose in private_purposes
    if not is_private:
        store.write(name, pictures.sizes)
    with transaction() as session:
        image = noted(owner, name, purpose, alt, pictures)
        session.add(image)
        if is_private:
            private.write(owner.id, name, pictures.sizes)
    return image


def check_purpose(owner: User, purpose: str) -> None:
    if purpose not in purposes:
        raise Refusal("unknown-purpose", say("There is no such purpose for a picture."), field="purpose")
    if not purposes[purpose](owner):
        raise Refusal("not-allowed", say("Such pictures are for others to give."), status=403)


def content_of(upload: IO[bytes]) -> bytes:
    most = settings().media_max_bytes
    content = upload.read(most + 1)
    if len(content) > most:
        words = say("This picture is too large: at most %(megabytes)s MB, please.", megabytes=most // (1024 * 1024))
        raise Refusal("image-too-large", words, field="file", status=413)
    return content


def noted(owner: User, name: str, purpose: str, alt: str, pictures: Pictures) -> Image:
    return Image(
        owner_id=owner.id,
        name=name,
        purpose=purpose,
        alt=alt,
        width=pictures.width,
        height=pictures.height,
        bytes=sum(len(content) for content in pictures.sizes.values()),
    )


def remove(actor: User, image: Image) -> None:
    """Let go of a picture: its row now, its files once that is committed. Who shows it hears `image_removed`."""
    name = image.name
    with transaction() as session:
        announce(image_removed, actor=actor, image=image)
        session.execute(delete(Image).where(Image.id == image.id))
        afterwards(lambda: store.erase(name))


def sweep() -> int:
    """Erase the files of a day ago that no row knows; say how many pictures that were."""
    names = list(store.names_before(clock.ago(hours=HOURS_UNTIL_SWEPT)))
    known: set[str] = set()
    for start in range(0, len(names), 500):
        known.update(db.session.scalars(Image.names_among(names[start : start + 500])))
    db.session.rollback()
    orphans = [name for name in names if name not in known]
    for name in orphans:
        store.erase(name)
    return len(orphans)
