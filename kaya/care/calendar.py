"""Appointments as calendars know them (iCalendar, RFC 5545): an invitation, a withdrawal, a file, a feed.

None says what an appointment is for: calendars are kept by others, shared, and shown on locked screens.
"""

from collections.abc import Iterable
from datetime import timedelta
from email.utils import parseaddr

from flask_babel import force_locale
from icalendar import Calendar, Event, vCalAddress, vText

from kaya.accounts.models import User
from kaya.care.models import Appointment, Status
from kaya.care.standing import Standing
from kaya.config import settings
from kaya.db import db
from kaya.organisation.models import Organisation
from kaya.words import say

PRODUCT = "-//Kaya//Appointments//EN"
STANDING = {Status.PENDING: "TENTATIVE", Status.CANCELLED: "CANCELLED"}


def invitation(standing: Standing, *, name: str, email: str, language: str) -> str:
    """What goes with a letter to one of the two: METHOD:REQUEST, or CANCEL once it was cancelled."""
    with read_in(language):
        sheet = blank(method_of(standing))
        event = told(standing)
        event.add("organizer", organiser())
        event.add("attendee", attendee(standing, name, email))
        sheet.add_component(event)
    return text(sheet)


def method_of(standing: Standing) -> str:
    return "CANCEL" if standing.is_off else "REQUEST"


def download(appointment: Appointment, reader: User) -> str:
    """One appointment as a file for one of the two."""
    return feed([appointment], reader)


def feed(appointments: Iterable[Appointment], reader: User, *, is_busy_only: bool = False) -> str:
    """Many, for someone's own calendar; `is_busy_only`: no more than when. The same appointments give the same text."""
    with read_in(reader.language):
        sheet = kept_fresh(blank("PUBLISH"))
        for appointment in appointments:
            standing = Standing.of(appointment, reader, seen_at=appointment.updated_at)
            sheet.add_component(taken(standing) if is_busy_only else told(standing))
    return text(sheet)


def blank(method: str) -> Calendar:
    sheet = Calendar()
    sheet.add("prodid", PRODUCT)
    sheet.add("version", "2.0")
    sheet.add("calscale", "GREGORIAN")
    sheet.add("method", method)
    return sheet


def kept_fresh(sheet: Calendar) -> Calendar:
    """With the name that a calendar shows it by, and how often to look again."""
    house = db.session.get(Organisation, 1)
    sheet.add("x-wr-calname", house.name if house else "Kaya")
    sheet.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    sheet.add("x-published-ttl", "PT1H")
    return sheet


def timed(standing: Standing) -> Event:
    """When, and as which version of which appointment. Instants are in UTC, so no change of the clock can mislead."""
    event = Event()
    event.add("uid", f"{standing.appointment_id}@kaya")
    event.add("sequence", standing.sequence)
    event.add("dtstamp", standing.seen_at)
    event.add("dtstart", standing.starts_at)
    event.add("dtend", standing.ends_at)
    event.add("status", STANDING.get(Status(standing.status), "CONFIRMED"))
    event.add("transp", "OPAQUE")
    return event


def taken(standing: Standing) -> Event:
    """That one is busy, and nothing else."""
    event = timed(standing)
    event.add("summary", str(say("Busy")))
    event.add("class", "PRIVATE")
    return event


def told(standing: Standing) -> Event:
    """With whom, where, and the address of its page."""
    event = timed(standing)
    event.add("summary", str(say("Appointment with %(name)s", name=standing.other)))
    event.add("location", str(standing.where))
    event.add("description", standing.address)
    event.add("url", standing.address)
    return event


def organiser() -> vCalAddress:
    """The house invites: neither of the two learns the other's own address."""
    name, address = parseaddr(settings().mail_from)
    house = db.session.get(Organisation, 1)
    return called(vCalAddress(f"mailto:{address}"), house.name if house else name or address)


def attendee(standing: Standing, name: str, email: str) -> vCalAddress:
    person = called(vCalAddress(f"mailto:{email}"), name)
    person.params["ROLE"] = vText("REQ-PARTICIPANT")
    person.params["PARTSTAT"] = vText("NEEDS-ACTION" if standing.status == Status.PENDING else "ACCEPTED")
    return person


def called(address: vCalAddress, name: str) -> vCalAddress:
    # A parameter cannot hold a quotation mark.
    address.params["CN"] = vText(name.replace('"', "’"))
    return address


def text(sheet: Calendar) -> str:
    return str(sheet.to_ical().decode())


def read_in(language: str) -> force_locale:
    spoken = settings().languages
    return force_locale(language if language in spoken else spoken[0])
