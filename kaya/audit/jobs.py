"""What the audit trail does by the clock: anchors every hour and at the end, a look and the months' seals every day."""

from uuid import UUID

from kaya.audit import anchoring, checking, expiry
from kaya.jobs import every, job
from kaya.serving import at_shutdown


@job("audit.verify")
def verify(inspection_id: str) -> None:
    checking.look(UUID(inspection_id))


@every("audit.anchor", hours=1)
def anchor() -> None:
    anchoring.drop()


@at_shutdown
def anchor_at_the_end() -> None:
    anchoring.drop()


@every("audit.look", hours=24)
def look() -> None:
    checking.look()


@every("audit.months", hours=24)
def months() -> None:
    expiry.seal()
    expiry.expire()
