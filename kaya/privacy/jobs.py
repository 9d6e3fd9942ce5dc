"""Archives are made and go; whoever asked to leave is erased when their time has come."""

from uuid import UUID

from kaya.jobs import every, job
from kaya.privacy import archiving, erasing


@job("privacy.make-archive", attempts=4)
def make_archive(archive_id: str) -> None:
    archiving.make(UUID(archive_id))


@every("privacy.sweep-archives", hours=1)
def sweep_archives() -> None:
    archiving.sweep()


@every("privacy.erase", minutes=10)
def erase() -> None:
    erasing.go_round()
