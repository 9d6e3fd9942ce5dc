"""What accounts does when a picture goes, and when an account opens."""

from typing import Any

from sqlalchemy import select

from kaya.accounts import inviting
from kaya.accounts.models import User
from kaya.accounts.signals import account_opened, profile_changed
from kaya.db import db
from kaya.media.models import Image
from kaya.media.signals import image_removed
from kaya.signals import announce, on


@on(image_removed)
def take_down(*, image: Image, **_: Any) -> None:
    """Whoever showed it, shows it no more."""
    for user in db.session.scalars(select(User).where(User.photo == image.name).with_for_update()):
        user.photo = ""
        announce(profile_changed, user=user)


@on(account_opened)
def need_no_invitation(*, user: User, **_: Any) -> None:
    inviting.forget(user.email)
