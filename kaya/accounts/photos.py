"""One's own picture: given, exchanged, taken back."""

from typing import IO

from kaya.accounts.models import User
from kaya.accounts.signals import profile_changed
from kaya.db import db, locked, transaction
from kaya.media import keeping
from kaya.media.models import Image
from kaya.signals import announce


def show(user: User, upload: IO[bytes]) -> User:
    """Let `user` be seen by this picture; the one before goes. Refuses what media refuses, beside the field "file"."""
    image = keeping.keep(user, upload, "avatar")
    before = picture_of(user)
    with transaction() as session:
        locked(session, user).photo = image.name
        announce(profile_changed, user=user)
    if before is not None:
        keeping.remove(user, before)
    return user


def hide(user: User) -> None:
    """Take the picture back: from then on there is the drawing again."""
    image = picture_of(user)
    if image is not None:
        keeping.remove(user, image)


def picture_of(user: User) -> Image | None:
    return db.session.scalar(Image.of(user).where(Image.name == user.photo))
