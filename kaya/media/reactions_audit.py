"""Pictures that were deleted, written into the audit trail."""

from typing import Any

from kaya import audit
from kaya.accounts.models import User
from kaya.audit import act
from kaya.media.models import Image
from kaya.media.signals import image_removed
from kaya.signals import on
from kaya.words import say

removed = act("picture-deleted", label=say("Picture deleted"))


@on(image_removed)
def write_down_a_deleted_picture(*, actor: User, image: Image, **_: Any) -> None:
    audit.record(removed, actor=actor, subject=image.owner_id, row=image)
