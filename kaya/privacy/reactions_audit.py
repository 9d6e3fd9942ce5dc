"""What is written down of archives and of leaving."""

from typing import Any

from kaya import audit
from kaya.accounts.models import User
from kaya.audit import Kind, act
from kaya.privacy.models import Archive, Deletion
from kaya.privacy.signals import (
    archive_asked,
    archive_downloaded,
    deletion_asked,
    deletion_withdrawn,
    person_erased,
)
from kaya.signals import on
from kaya.words import say

asked_for = act("archive-asked", label=say("An archive of one’s data asked for"), kind=Kind.SECURITY)
downloaded = act("archive-downloaded", label=say("An archive of one’s data downloaded"), kind=Kind.SECURITY)
leaves = act("deletion-asked", label=say("An account given up"), kind=Kind.SECURITY)
stays = act("deletion-withdrawn", label=say("An account kept after all"), kind=Kind.SECURITY)
erased = act("person-erased", label=say("Someone erased"), kind=Kind.SECURITY)


@on(archive_asked)
def write_down_a_wish(*, user: User, archive: Archive, **_: Any) -> None:
    audit.record(asked_for, actor=user, subject=user, row=archive)


@on(archive_downloaded)
def write_down_a_download(*, user: User, archive: Archive, **_: Any) -> None:
    audit.record(downloaded, actor=user, subject=user, row=archive)


@on(deletion_asked)
def write_down_who_leaves(*, user: User, deletion: Deletion, **_: Any) -> None:
    audit.record(leaves, subject=user, row=deletion)


@on(deletion_withdrawn)
def write_down_who_stays(*, user: User, deletion: Deletion, **_: Any) -> None:
    audit.record(stays, subject=user, row=deletion)


@on(person_erased)
def write_down_who_was_erased(*, user: User, deletion: Deletion, **_: Any) -> None:
    audit.record(erased, subject=user, row=deletion)
