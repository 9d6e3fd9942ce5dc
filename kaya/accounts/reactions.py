"""What accounts does when a picture goes: whoever showed it, shows it no more."""

from typing import Any

from sqlalchemy import select

from kaya.accounts.models import User
from kaya.accounts.signals import profile_changed
from kaya.db import db
from kaya.media.models import Image
from kaya.media.signals import image_removed
from kaya.signals import announce, on


@on(image_removed)
def take_down(*, image: Image, **_: Any) -> None:
    for user in db.session.scalars(select(User).where(User.photo == image.name).with_for_update()):
        user.photo = ""
        announce(profile_changed, user=user)
