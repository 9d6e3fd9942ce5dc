"""Mails, notifications and calendars pass through other hands: none names a drug, a diagnosis or a specialty."""

import json
import string

import pytest
from icalendar import Calendar
from sqlalchemy import select

from kaya.accounts import profiles
from kaya.care import booking, feeds, notes
from kaya.care.models import Practitioner
from kaya.db import db, transaction
from kaya.mail.models import Mail
from kaya.notifications.kinds import kinds
from kaya.notifications.models import Notification
from kaya.notifications.telling import sentence_for
from tests.care.booking_scene import offering, service, utc

TELLING = ("Methadone", "methadone", "addiction", "Addiction", "psychiatrist", "relapse", "hepatitis")
NAMES = ("שרה כהן", "سارة الخطيب")


@pytest.fixture
def course(amara, okafor, ngozi, run_jobs, monday):
    """Everything that becomes of an appointment, and everything written about it, which says what it is for."""
    with transaction() as session:
        her = session.get_one(Practitioner, ngozi.id)
        her.kind, her.title, her.headline = "psychiatrist", "Addiction psychiatrist", "Methadone and after"
    meant = offering(ngozi, service("Methadone clinic"))
    appointment = booking.book(amara, meant, utc(10, 10), note="I fear a relapse.")
    booking.confirm(okafor, appointment)
    notes.note(okafor, appointment, "Looks at hepatitis.")
    booking.reschedule(okafor, appointment, utc(11, 12), reason="The methadone comes later.")
    booking.cancel(okafor, appointment, "A relapse of mine.")
    booking.restore(okafor, appointment)
    for moment in (utc(10, 12, 1), utc(11, 11, 1)):
        monday.travel(to=moment)
        run_jobs()
    return appointment


def test_no_mail_says_what_an_appointment_is_for(course):
    mails = db.session.scalars(select(Mail)).all()
    assert {mail.kind.removeprefix("appointment-") for mail in mails} >= {
        "booked", "confirmed", "changed", "cancelled", "restored", "reminder",
    }  # fmt: skip
    for mail in mails:
        assert mail.text
        assert mail.attachments
        said = f"{mail.subject}{mail.text}{mail.html}{json.dumps(mail.attachments)}"
        assert not [word for word in TELLING if word in said], mail.kind
        assert f"/appointments/{course.id}" in mail.text


def test_no_notification_says_it(course, amara, okafor):
    told = db.session.scalars(select(Notification)).all()
    assert len(told) >= 5
    for each in told:
        said = sentence_for(each.kind, each.words, amara) + str(each.words) + each.path
        assert not [word for word in TELLING if word in said], each.kind


def test_no_kind_of_notification_has_a_place_for_it():
    """What a sentence may name: people, times, numbers and things of the house."""
    for kind in kinds.values():
        named = {name for _, name, _, _ in string.Formatter().parse(str(kind.sentence)) if name}
        assert not named & {"service", "title", "specialty", "note", "reason", "category", "drug"}, kind.name


def test_no_calendar_says_it(course, amara, okafor, visit, client):
    for user in (amara, okafor):
        sheets = [
            client.get(f"/calendar/{feeds.open_feed(user, is_busy_only=busy)}.ics").text for busy in (False, True)
        ]
        sheets.append(visit(user).get(f"/appointments/{course.id}/calendar.ics").text)
        for sheet in sheets:
            assert len(Calendar.from_ical(sheet).walk("VEVENT")) == 1
            assert not [word for word in TELLING if word in sheet.replace("\r\n ", "")]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_cannot_turn_round_the_words_beside_it(amara, okafor, hour, run_jobs, visit, name):
    """Also one that brings signs of direction of its own."""
    profiles.change(amara, name=f"{name}\u202e\u2066")
    appointment = booking.book(amara, hour, utc(10, 10))
    run_jobs()
    told = db.session.scalars(Notification.of(okafor)).one()
    kept_apart = f"\u2068{name}\u2069"
    assert sentence_for(told.kind, told.words, okafor).startswith(f"{kept_apart} asks for")
    assert f"{kept_apart} asks for" in visit(okafor).get("/notifications").text
    mail = db.session.scalars(select(Mail).where(Mail.recipient == okafor.email)).one()
    assert f"With {kept_apart}, 60 minutes." in mail.text
    assert f"With {kept_apart}, 60 minutes." in mail.html
    assert name in visit(okafor).get(f"/appointments/{appointment.id}").text
