"""What the core and other foundations do that is written down: refusals at the door, jobs begun anew, keys."""

from typing import Any

from kaya import audit
from kaya.accounts.models import User
from kaya.audit.acts import Kind, act
from kaya.db import db
from kaya.jobs.models import Job
from kaya.jobs.signals import job_retried
from kaya.notifications.signals import notifications_chosen
from kaya.sealing.signals import keys_destroyed, keys_rewrapped, seal_broken
from kaya.signals import Phase, on
from kaya.web.signals import limit_reached, token_refused, turned_away
from kaya.words import say

not_allowed = act("not-allowed", label=say("Turned away where others may go in"), kind=Kind.SECURITY)
too_many = act("too-many-requests", label=say("Too much in a short time"), kind=Kind.SECURITY)
bad_token = act("token-refused", label=say("An access token that was not accepted"), kind=Kind.SECURITY)
retried = act("job-retried", label=say("A job begun anew"))
seal_broke = act("seal-broken", label=say("Sealed text that was changed or moved"), kind=Kind.SECURITY)
destroyed = act("keys-destroyed", label=say("The keys of someone destroyed"), kind=Kind.SECURITY)
chose = act("notifications-chosen", label=say("Chose what to be told"))
rewrapped = act("keys-rewrapped", label=say("Keys wrapped under a new one"), kind=Kind.SECURITY)


@on(turned_away, phase=Phase.WRITTEN)
def write_down_who_was_turned_away(*, endpoint: str, **_: Any) -> None:
    audit.record_refusal(not_allowed, row=("page", endpoint))


@on(limit_reached, phase=Phase.WRITTEN)
def write_down_a_flood(*, endpoint: str, **_: Any) -> None:
    audit.record_refusal(too_many, row=("page", endpoint))


@on(token_refused, phase=Phase.WRITTEN)
def write_down_a_bad_token(**_: Any) -> None:
    audit.record_refusal(bad_token)


@on(seal_broken, phase=Phase.WRITTEN)
def write_down_a_broken_seal(*, table: str, row: str, **_: Any) -> None:
    audit.record_refusal(seal_broke, row=(table, row))


@on(notifications_chosen)
def write_down_a_choice(*, user: User, **_: Any) -> None:
    audit.record(chose, actor=user, subject=user)


@on(job_retried)
def write_down_a_retry(*, job: Job, **_: Any) -> None:
    audit.record(retried, row=job)


@on(keys_destroyed)
def write_down_destroyed_keys(*, owner: Any, **_: Any) -> None:
    """A person is named by pseudonym alone: an id in the row would bring them back together."""
    if owner.kind == "person":
        audit.record(destroyed, subject=db.session.get(User, owner.id))
    else:
        audit.record(destroyed, row=(owner.kind, owner.id))


@on(keys_rewrapped)
def write_down_rewrapped_keys(**_: Any) -> None:
    audit.record(rewrapped)
