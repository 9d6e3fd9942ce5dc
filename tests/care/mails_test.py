"""What the two are written when something becomes of their appointment."""

import pytest
from icalendar import Calendar
from sqlalchemy import select

from kaya.accounts.models import User
from kaya.care import booking
from kaya.db import db, transaction
from kaya.mail.models import Mail
from kaya.notifications.models import Notification, NotificationPreference
from kaya.notifications.telling import sentence_for
from kaya.refusal import Refusal
from tests.care.booking_scene import offering, service, utc

TEN = utc(10, 10)
SECRETS = ("Talking about diabetes", "diabetes", "therapist", "my father")


@pytest.fixture
def delicate(ngozi):
    """A service whose name says more than others need to know."""
    return offering(ngozi, service("Talking about diabetes"))


@pytest.fixture
def talk(amara, delicate):
    return booking.book(amara, delicate, TEN, note="It is about my father.")


def mails(kind):
    """The latest two mails of `kind`, by recipient."""
    rows = db.session.scalars(select(Mail).where(Mail.kind == kind).order_by(Mail.created_at, Mail.id)).all()
    return {mail.recipient: mail for mail in rows[-2:]}


def invitation(mail):
    [attached] = mail.attachments
    sheet = Calendar.from_ical(attached["text"])
    assert attached["type"].endswith(f"method={sheet['METHOD']}")
    [event] = sheet.walk("VEVENT")
    return str(sheet["METHOD"]), event


def both(kind):
    written = mails(kind)
    assert set(written) == {"amara@example.org", "okafor@example.org"}
    for mail in written.values():
        said = mail.subject + mail.text + mail.html + mail.attachments[0]["text"]
        assert not [secret for secret in SECRETS if secret in said]
    return written["amara@example.org"], written["okafor@example.org"]


def test_who_asks_and_who_is_asked_are_both_written_to(talk):
    hers, theirs = both("appointment-booked")
    assert hers.subject == "Your appointment is asked for"
    assert theirs.subject == "Someone asks for an appointment"
    assert "With Ngozi Okafor, 60 minutes." in hers.text
    assert "/notifications/preferences" in hers.text
    assert "/notifications/preferences" in hers.html
    assert "With Amara Obi, 60 minutes." in theirs.text
    method, event = invitation(hers)
    assert (method, event["STATUS"], event["SEQUENCE"]) == ("REQUEST", "TENTATIVE", 0)
    assert str(event["ATTENDEE"]) == "mailto:amara@example.org"
    assert str(invitation(theirs)[1]["ATTENDEE"]) == "mailto:okafor@example.org"


def test_each_reads_the_time_in_their_own_zone(amara, ngozi):
    with transaction() as session:
        session.get_one(User, amara.id).timezone = "Asia/Tokyo"
        session.get_one(type(ngozi), ngozi.id).timezone = "America/New_York"
    booking.book(amara, offering(ngozi, service()), utc(10, 14))
    hers, theirs = both("appointment-booked")
    assert "Tokyo time" in hers.text
    assert "23:00" in hers.text
    assert "New York time" in theirs.text
    assert "10:00" in theirs.text
    assert invitation(hers)[1].start == invitation(theirs)[1].start == utc(10, 14)


def test_confirmed(talk, okafor):
    booking.confirm(okafor, talk)
    hers, theirs = both("appointment-confirmed")
    assert hers.subject == theirs.subject == "Your appointment is confirmed"
    assert invitation(hers)[1]["STATUS"] == invitation(theirs)[1]["STATUS"] == "CONFIRMED"


def test_moved(talk, okafor):
    booking.reschedule(okafor, talk, utc(11, 12))
    hers, theirs = both("appointment-changed")
    assert "Ngozi Okafor moved your appointment." in hers.text
    assert "You moved your appointment." in theirs.text
    assert "10 March" in hers.text
    assert "11 March" in hers.text
    method, event = invitation(hers)
    assert (method, event["SEQUENCE"], event.start) == ("REQUEST", 1, utc(11, 12))


def test_cancelled_and_restored(talk, amara):
    booking.cancel(amara, talk, "I am ill with something private.")
    hers, theirs = both("appointment-cancelled")
    assert "You cancelled this appointment." in hers.text
    assert "Amara Obi cancelled this appointment." in theirs.text
    assert "private" not in theirs.text + theirs.html
    method, event = invitation(theirs)
    assert (method, event["STATUS"], event["SEQUENCE"]) == ("CANCEL", "CANCELLED", 1)
    booking.restore(amara, talk)
    hers, _ = both("appointment-restored")
    assert hers.subject == "Your appointment stands again"
    assert invitation(hers)[1]["SEQUENCE"] == 2


def test_the_other_one_finds_a_notification(talk, amara, okafor):
    [hers] = db.session.scalars(Notification.of(okafor))
    assert (hers.kind, hers.path) == ("appointment-asked", f"/appointments/{talk.id}")
    assert hers.words["name"] == "Amara Obi"
    assert not list(db.session.scalars(Notification.of(amara)))
    booking.confirm(okafor, talk)
    [mine] = db.session.scalars(Notification.of(amara))
    assert (mine.kind, mine.words["name"]) == ("appointment-confirmed", "Ngozi Okafor")
    assert sentence_for(mine.kind, mine.words, amara).startswith("Ngozi Okafor confirmed Tuesday, 10 March")


def test_who_wants_no_mail_gets_none(amara, delicate):
    with transaction() as session:
        session.add(NotificationPreference(user_id=amara.id, kind="appointment-booked", by_mail=False))
    booking.book(amara, delicate, TEN)
    assert set(mails("appointment-booked")) == {"okafor@example.org"}


def test_what_was_refused_is_written_to_nobody(talk, ben, delicate):
    before = len(db.session.scalars(select(Mail)).all())
    with pytest.raises(Refusal, match="slot-taken"):
        booking.book(ben, delicate, TEN)
    assert len(db.session.scalars(select(Mail)).all()) == before


def test_a_mails_page_is_the_appointments(talk):
    hers, _ = both("appointment-booked")
    assert f"http://localhost/appointments/{talk.id}" in hers.text
    assert f'href="http://localhost/appointments/{talk.id}"' in hers.html
