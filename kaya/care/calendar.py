"""Appointments as calendars know them (iCalendar, RFC 5545): an invitation, a withdrawal, a file, a feed."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from email.utils import parseaddr

from flask_babel import force_locale
from icalendar import Calendar, Event, vCalAddress, vText

from kaya import clock
from kaya.accounts.models import User
from kaya.care.models import Appointment, Mode, Status
from kaya.config import settings
from kaya.db import db
from kaya.organisation.models import Organisation
from kaya.words import say

PRODUCT = "-//Kaya//Appointments//EN"
STANDING = {Status.PENDING: "TENTATIVE", Status.CANCELLED: "CANCELLED"}
BY_VIDEO = say(
    "By video: the practitioner sends you the link for the video call before the hour, as a note on this appointment"
)
BY_YOUR_VIDEO = say("By video: send the link for the video call before the hour, as a note on this appointment")


def invitation(appointment: Appointment, reader: User) -> str:
    """What goes with a mail to one of the two: METHOD:REQUEST, or CANCEL once it was cancelled. Without the service."""
    is_off = appointment.status == Status.CANCELLED
    with read_in(reader.language):
        sheet = blank("CANCEL" if is_off else "REQUEST")
        event = told(appointment, reader, stamp=clock.now())
        event.add("organizer", organiser())
        event.add("attendee", attendee(appointment, reader))
        sheet.add_component(event)
    return text(sheet)


def download(appointment: Appointment, reader: User) -> str:
    """One appointment as a file for one of the two, with the service's name."""
    return published([appointment], reader)


def feed(appointments: Iterable[Appointment], reader: User, *, is_busy_only: bool) -> str:
    """Many, for someone's own calendar; `is_busy_only`: no more than when. The same appointments give the same text."""
    if not is_busy_only:
        return published(appointments, reader)
    with read_in(reader.language):
        sheet = kept_fresh(blank("PUBLISH"))
        for appointment in appointments:
            event = timed(appointment, stamp=appointment.updated_at)
            event.add("summary", str(say("Busy")))
            event.add("class", "PRIVATE")
            sheet.add_component(event)
    return text(sheet)


def published(appointments: Iterable[Appointment], reader: User) -> str:
    with read_in(reader.language):
        sheet = kept_fresh(blank("PUBLISH"))
        for appointment in appointments:
            event = told(appointment, reader, stamp=appointment.updated_at, says_what=True)
            sheet.add_component(event)
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


def timed(appointment: Appointment, *, stamp: datetime) -> Event:
    """When, and as which version of which appointment. Instants are in UTC, so no change of the clock can mislead."""
    event = Event()
    event.add("uid", f"{appointment.id}@kaya")
    event.add("sequence", appointment.calendar_sequence)
    event.add("dtstamp", stamp)
    event.add("dtstart", appointment.starts_at)
    event.add("dtend", appointment.ends_at)
    event.add("status", STANDING.get(Status(appointment.status), "CONFIRMED"))
    event.add("transp", "OPAQUE")
    return event


def told(appointment: Appointment, reader: User, *, stamp: datetime, says_what: bool = False) -> Event:
    """With whom, where, and the address of its page; `says_what`: for which service, too."""
    event, address = timed(appointment, stamp=stamp), page_of(appointment)
    event.add("summary", str(say("Appointment with %(name)s", name=other_name(appointment, reader))))
    event.add("location", where(appointment, reader))
    event.add("description", f"{appointment.service.name}\n{address}" if says_what else address)
    event.add("url", address)
    return event


def other_name(appointment: Appointment, reader: User) -> str:
    """Who the other one is, for either of the two."""
    return appointment.practitioner.display_name if appointment.is_taken_by(reader) else appointment.client.name


def where(appointment: Appointment, reader: User) -> str:
    """The place with its address, or in words how one meets."""
    if appointment.mode == Mode.IN_PERSON:
        place = appointment.location
        return ", ".join(part for part in (place.name, place.address) if part) if place else str(say("In person"))
    is_client, name = appointment.is_taken_by(reader), other_name(appointment, reader)
    if appointment.mode == Mode.VIDEO:
        return str(BY_VIDEO if is_client else BY_YOUR_VIDEO)
    if not appointment.phone:
        return str(say("By phone"))
    words = (
        say("By phone: %(name)s calls you at %(phone)s") if is_client else say("By phone: call %(name)s at %(phone)s")
    )
    return str(words) % {"name": name, "phone": appointment.phone}


def page_of(appointment: Appointment) -> str:
    return f"{settings().public_url}/appointments/{appointment.id}"


def organiser() -> vCalAddress:
    """The house invites: neither of the two learns the other's own address."""
    name, address = parseaddr(settings().mail_from)
    house = db.session.get(Organisation, 1)
    return called(vCalAddress(f"mailto:{address}"), house.name if house else name or address)


def attendee(appointment: Appointment, reader: User) -> vCalAddress:
    person = called(vCalAddress(f"mailto:{reader.email}"), reader.name)
    person.params["ROLE"] = vText("REQ-PARTICIPANT")
    person.params["PARTSTAT"] = vText("NEEDS-ACTION" if appointment.status == Status.PENDING else "ACCEPTED")
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
