"""How slots, holds, appointments and notes are told in JSON."""

from typing import Any
from zoneinfo import ZoneInfo

from kaya.accounts.models import User
from kaya.care.models import Appointment, AppointmentMove, AppointmentNote, Hold
from kaya.care.slot import Slot
from kaya.organisation.models import Location
from kaya.web.api import instant, money


def slot_json(slot: Slot) -> dict[str, Any]:
    return {
        "start": instant(slot.start),
        "end": instant(slot.end),
        "practitioner_id": str(slot.practitioner_id),
        "service_id": str(slot.service_id),
    }


def hold_json(hold: Hold) -> dict[str, Any]:
    return {
        "id": str(hold.id),
        "expires_at": instant(hold.expires_at),
        "practitioner_id": str(hold.practitioner_id),
        "service_id": str(hold.offering.service_id),
        "mode": hold.offering.mode,
        "start": instant(hold.starts_at),
        "end": instant(hold.ends_at),
        "price": money(hold.offering.price),
    }


def appointment_json(appointment: Appointment, viewer: User) -> dict[str, Any]:
    """As `viewer` may see it: their local time, what they may do; the two's own words only for the two."""
    zone, practitioner, service = appointment.zone_for(viewer), appointment.practitioner, appointment.service
    is_theirs = appointment.is_between(viewer)
    return {
        "id": str(appointment.id),
        "status": appointment.status,
        "practitioner": {
            "id": str(practitioner.id),
            "slug": practitioner.slug,
            "name": practitioner.display_name,
        },
        "client": {"id": str(appointment.client_id), "name": appointment.client.name},
        "service": {"id": str(service.id), "slug": service.slug, "name": service.name},
        "mode": appointment.mode,
        "location": location_json(appointment.location),
        "start": instant(appointment.starts_at),
        "end": instant(appointment.ends_at),
        "local_start": appointment.starts_at.astimezone(ZoneInfo(zone)).isoformat(timespec="seconds"),
        "timezone": zone,
        "price": money(appointment.price),
        "notes": appointment.note if is_theirs else None,
        "phone": appointment.phone if is_theirs else None,
        "has_notes": appointment.has_notes,
        "cancellation_deadline": instant(appointment.free_until),
        "cancellation": cancellation_json(appointment.cancellation),
        "can": may_json(appointment, viewer),
        "created_at": instant(appointment.created_at),
        "updated_at": instant(appointment.updated_at),
    }


def may_json(appointment: Appointment, viewer: User) -> dict[str, bool]:
    return {
        "confirm": appointment.can_be_confirmed_by(viewer),
        "cancel": appointment.can_be_cancelled_by(viewer),
        "reschedule": appointment.can_be_rescheduled_by(viewer),
        "complete": appointment.can_be_completed_by(viewer),
        "no_show": appointment.can_be_missed_by(viewer),
        "restore": appointment.can_be_restored_by(viewer),
        "change": appointment.can_be_changed_by(viewer),
    }


def location_json(location: Location | None) -> dict[str, Any] | None:
    if location is None:
        return None
    return {
        "id": str(location.id),
        "name": location.name,
        "address": location.address,
        "timezone": location.timezone,
    }


def cancellation_json(cancellation: AppointmentMove | None) -> dict[str, Any] | None:
    if cancellation is None:
        return None
    who = cancellation.by.name if cancellation.by else ""
    return {"at": instant(cancellation.at), "by": who, "reason": cancellation.reason}


def note_json(note: AppointmentNote) -> dict[str, Any]:
    return {
        "id": str(note.id),
        "author": {"id": str(note.author_id), "name": note.author.name},
        "body": note.body,
        "is_private": note.is_private,
        "created_at": instant(note.created_at),
    }
