"""Photos on pages: put there, named, taken away. Their files are let go with them."""

from collections.abc import Iterable
from typing import IO

from sqlalchemy import delete
from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts.models import User
from kaya.db import afterwards, locked, transaction
from kaya.journal.models import Entry, EntryPhoto
from kaya.journal.wording import sized
from kaya.media import keeping, store
from kaya.media.models import Image
from kaya.media.purposes import purpose
from kaya.realtime.nudges import touch
from kaya.refusal import Refusal
from kaya.words import say

MOST = 20
LONGEST_CAPTION = 300

purpose("journal", is_private=True)


def add(member: User, entry: Entry, upload: IO[bytes], caption: str = "") -> EntryPhoto:
    """Put a photo on a page. Refuses what media refuses, "too-long", "too-many" and "not-allowed"."""
    caption = sized(caption, LONGEST_CAPTION, "caption")
    refuse_more(member, entry)
    image = keeping.keep(member, upload, "journal")
    with transaction() as session:
        locked(session, entry)
        refuse_more(member, entry)
        position = max((each.position for each in entry.photos), default=0) + 1
        photo = EntryPhoto(user_id=member.id, image_id=image.id, image=image, caption=caption, position=position)
        entry.photos.append(photo)
        changed(entry)
        session.flush()
        return photo


def describe(member: User, photo: EntryPhoto, caption: str) -> EntryPhoto:
    """Say what it shows. Refuses "too-long" and "not-allowed"."""
    caption = sized(caption, LONGEST_CAPTION, "caption")
    with transaction() as session:
        locked(session, photo)
        refuse_others(member, photo)
        photo.caption = caption
        touch("journal", member.id)
        return photo


def remove(member: User, photo: EntryPhoto) -> None:
    """Take it off the page, for good. Refuses ("not-allowed") others'."""
    with transaction() as session:
        locked(session, photo)
        refuse_others(member, photo)
        entry = session.get_one(Entry, photo.entry_id)
        let_go(session, [photo])
        session.expire(entry, ["photos"])
        changed(entry)


def let_go(session: Session, photos: Iterable[EntryPhoto]) -> None:
    """Rows now, files once that is committed."""
    for image in [photo.image for photo in photos]:
        session.execute(delete(EntryPhoto).where(EntryPhoto.image_id == image.id))
        session.execute(delete(Image).where(Image.id == image.id))
        afterwards(lambda name=image.name: store.erase(name))  # type: ignore[misc]


def changed(entry: Entry) -> None:
    entry.updated_at = clock.now()
    touch("journal", entry.user_id)


def refuse_more(member: User, entry: Entry) -> None:
    if entry.user_id != member.id or entry.is_sealed:
        raise Refusal("not-allowed", say("Photos go on open pages of your own."), status=403)
    if len(entry.photos) >= MOST:
        raise Refusal("too-many", say("A page takes at most %(count)s photos.", count=MOST), field="photos")


def refuse_others(member: User, photo: EntryPhoto) -> None:
    if photo.user_id != member.id:
        raise Refusal("not-allowed", say("Only photos of your own."), status=403)
