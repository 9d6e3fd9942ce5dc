"""The rows that care owns."""

from kaya.care.models.appointment import LIVE, Appointment, Status
from kaya.care.models.availability import Availability
from kaya.care.models.calendar_feed import CalendarFeed
from kaya.care.models.claim import Claim, Reservation, Resource
from kaya.care.models.hold import Hold
from kaya.care.models.move import Act, AppointmentMove
from kaya.care.models.note import AppointmentNote
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
from kaya.care.models.reminder import Reminder
from kaya.care.models.service import Mode, Offering, Service, ServiceCategory

__all__ = [
    "LIVE",
    "Act",
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
    "Reminder",
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
