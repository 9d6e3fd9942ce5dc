"""What is done in care to somebody, or for them by another, written into the audit trail."""

from typing import Any

from blinker import NamedSignal

from kaya import audit
from kaya.accounts.models import User
from kaya.audit import Act, Kind, act
from kaya.care import signals
from kaya.care.models import Appointment, CalendarFeed, Offering, Practitioner, Service
from kaya.signals import on
from kaya.words import say

applied = act("practitioner-applied", label=say("Asked to give care here"))
verified = act("practitioner-verified", label=say("Papers seen"))
declined = act("practitioner-declined", label=say("Papers declined, or taken back"))
papers_changed = act("licence-changed", label=say("Licence or kind changed"))
service_changed = act("service-changed", label=say("Service created, changed or taken away"))
offering_changed = act("offering-changed", label=say("Someone’s offer changed"))
hours_changed = act("hours-changed-by-staff", label=say("Someone else’s hours changed"))
feed_opened = act("feed-opened", label=say("Calendar address made"), kind=Kind.SECURITY)
feed_revoked = act("feed-revoked", label=say("Calendar address revoked"), kind=Kind.SECURITY)


@on(signals.practitioner_applied)
def write_down_an_application(*, practitioner: Practitioner, **_: Any) -> None:
    audit.record(applied, subject=practitioner.user_id, row=practitioner)


@on(signals.practitioner_verified)
def write_down_seen_papers(*, practitioner: Practitioner, by: User, **_: Any) -> None:
    audit.record(verified, actor=by, subject=practitioner.user_id, row=practitioner)


@on(signals.practitioner_declined)
def write_down_declined_papers(*, practitioner: Practitioner, by: User, **_: Any) -> None:
    audit.record(declined, actor=by, subject=practitioner.user_id, row=practitioner)


@on(signals.papers_changed)
def write_down_changed_papers(*, practitioner: Practitioner, actor: User, **_: Any) -> None:
    audit.record(papers_changed, actor=actor, subject=practitioner.user_id, row=practitioner)


@on(signals.service_changed)
def write_down_a_service(*, service: Service, **_: Any) -> None:
    audit.record(service_changed, row=service)


@on(signals.offering_changed)
def write_down_an_offering(*, practitioner: Practitioner, offering: Offering, **_: Any) -> None:
    audit.record(offering_changed, subject=practitioner.user_id, row=offering)


@on(signals.availability_changed)
def write_down_hours_set_by_another(*, practitioner: Practitioner, actor: User, **_: Any) -> None:
    if actor.id != practitioner.user_id:
        audit.record(hours_changed, actor=actor, subject=practitioner.user_id, row=practitioner)


@on(signals.feed_opened)
def write_down_a_feed(*, owner: User, feed: CalendarFeed, **_: Any) -> None:
    audit.record(feed_opened, actor=owner, subject=owner, row=feed)


@on(signals.feed_revoked)
def write_down_a_revoked_feed(*, owner: User, feed: CalendarFeed, **_: Any) -> None:
    audit.record(feed_revoked, actor=owner, subject=owner, row=feed)


def of_an_appointment(fact: NamedSignal, by_client: Act, by_another: Act | None = None) -> None:
    """By its client, or by another for them: the row is named and never what anybody wrote."""

    @on(fact)
    def write_down(*, appointment: Appointment, actor: User | None = None, **_: Any) -> None:
        is_own = actor is not None and actor.id == appointment.client_id
        what = by_client if is_own else by_another or by_client
        audit.record(what, actor=actor, subject=appointment.client_id, row=appointment)


of_an_appointment(
    signals.appointment_booked,
    act("appointment-booked", label=say("Appointment booked")),
    act("appointment-booked-for", label=say("Appointment booked for someone")),
)
of_an_appointment(
    signals.appointment_rescheduled,
    act("appointment-moved", label=say("Appointment moved")),
    act("appointment-moved-for", label=say("Someone’s appointment moved")),
)
of_an_appointment(
    signals.appointment_cancelled,
    act("appointment-cancelled", label=say("Appointment cancelled")),
    act("appointment-cancelled-for", label=say("Someone’s appointment cancelled")),
)
of_an_appointment(
    signals.appointment_restored,
    act("appointment-restored", label=say("Appointment restored")),
    act("appointment-restored-for", label=say("Someone’s appointment restored")),
)
of_an_appointment(
    signals.appointment_changed,
    act("appointment-changed", label=say("Appointment changed")),
    act("appointment-changed-for", label=say("Someone’s appointment changed")),
)
of_an_appointment(signals.appointment_confirmed, act("appointment-confirmed", label=say("Appointment confirmed")))
of_an_appointment(signals.appointment_completed, act("appointment-completed", label=say("Appointment marked as held")))
of_an_appointment(signals.appointment_missed, act("appointment-missed", label=say("Appointment marked as missed")))
