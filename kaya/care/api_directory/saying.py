"""Practitioners, clients and services as the API tells them."""

from typing import Any

from flask import url_for

from kaya.accounts.models import User
from kaya.care.meetings import Meetings
from kaya.care.models import Offering, Practitioner, Service, ServiceCategory
from kaya.web.api import instant, money


def practitioner_json(practitioner: Practitioner) -> dict[str, Any]:
    """Furnished with all that belongs to them (see directory.furnish)."""
    verification, photo = practitioner.verification, practitioner.user.photo
    return {
        "id": str(practitioner.id),
        "slug": practitioner.slug,
        "name": practitioner.display_name,
        "kind": practitioner.kind,
        "title": practitioner.title,
        "headline": practitioner.headline,
        "bio": practitioner.bio,
        "credentials": practitioner.credentials,
        "licence": practitioner.licence,
        "city": practitioner.city,
        "photo_url": url_for("media.files.show", name=photo, size="960", _external=True) if photo else None,
        "timezone": practitioner.timezone,
        "specialties": [{"slug": each.slug, "name": each.specialty.name} for each in practitioner.specialties],
        "languages": sorted(each.code for each in practitioner.languages),
        "modes": sorted({each.mode for each in practitioner.offerings}),
        "services": [offered_json(each) for each in practitioner.offerings],
        "price_from": money(practitioner.price_from),
        "next_open_at": instant(practitioner.next_open_at),
        "is_accepting": practitioner.is_accepting,
        "verified_at": instant(verification.verified_at) if verification else None,
    }


def own_json(practitioner: Practitioner) -> dict[str, Any]:
    """With what only they themselves and staff see."""
    status = "verified" if practitioner.is_verified else "waiting" if practitioner.is_waiting else "declined"
    return practitioner_json(practitioner) | {
        "status": status,
        "auto_confirms": practitioner.auto_confirms,
        "first_visit": {
            "before": practitioner.first_before,
            "during": practitioner.first_during,
            "after": practitioner.first_after,
        },
    }


def offered_json(offering: Offering) -> dict[str, Any]:
    return {
        "id": str(offering.service_id),
        "slug": offering.service.slug,
        "name": offering.service.name,
        "mode": offering.mode,
        "duration_minutes": offering.minutes,
        "price": money(offering.price),
        "location": offering.location.name if offering.location else None,
    }


def client_json(client: User, meetings: Meetings) -> dict[str, Any]:
    return {
        "id": str(client.id),
        "name": client.name,
        "appointments": meetings.count,
        "last_appointment_at": instant(meetings.last_at),
        "next_appointment_at": instant(meetings.next_at),
    }


def category_json(category: ServiceCategory) -> dict[str, Any]:
    return {"id": str(category.id), "slug": category.slug, "name": category.name, "about": category.about}


def service_json(service: Service) -> dict[str, Any]:
    return {
        "id": str(service.id),
        "slug": service.slug,
        "name": service.name,
        "summary": service.summary,
        "about": service.about,
        "category": category_json(service.category),
        "duration_minutes": service.minutes,
        "price": money(service.price),
        "cancellation_notice_hours": service.cancellation_notice_hours,
    }
