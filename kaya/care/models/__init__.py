"""The rows that care owns."""

from kaya.care.models.appointment import (
    LIVE,
    Appointment,
    AppointmentMove,
    AppointmentNote,
    CalendarFeed,
    Hold,
    Status,
)
from kaya.care.models.availability import Availability
from kaya.care.models.claim import Claim, Reservation, Resource
from kaya.care.models.open_spell import OpenSpell
from kaya.care.models.practitioner import (
    Kind,
    Practitioner,
    PractitionerLanguage,
    PractitionerSpecialty,
    Ruling,
    Specialty,
    Verdict,
    Verification,
)
from kaya.care.models.service import Mode, Offering, Service, ServiceCategory

__all__ = [
    "LIVE",
    "Appointment",
    "AppointmentMove",
    "AppointmentNote",
    "Availability",
    "CalendarFeed",
    "Claim",
    "Hold",
    "Kind",
    "Mode",
    "Offering",
    "OpenSpell",
    "Practitioner",
    "PractitionerLanguage",
    "PractitionerSpecialty",
    "Reservation",
    "Resource",
    "Ruling",
    "Service",
    "ServiceCategory",
    "Specialty",
    "Status",
    "Verdict",
    "Verification",
]
