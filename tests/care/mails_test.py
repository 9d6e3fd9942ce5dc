"""What the two are written when something becomes of their appointment."""

import pytest
from icalendar import Calendar
from sqlalchemy import select

from kaya.accounts import profiles
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


@pytest.fixture
def mails(run_jobs):
    """`mails(kind)`: the latest two of that kind, by recipient."""

    def written(kind):
        run_jobs()
        return latest(kind)

    return written


def latest(kind):
    rows = db.session.scalars(select(Mail).where(Mail.kind == kind).order_by(Mail.created_at, Mail.id)).all()
    return {mail.recipient: mail for mail in rows[-2:]}


def invitation(mail):
    [attached] = mail.attachments
    sheet = Calendar.from_ical(attached["text"])
    assert attached["type"].endswith(f"method={sheet['METHOD']}")
    [event] = sheet.walk("VEVENT")
    return str(sheet["METHOD"]), event


@pytest.fixture
def both(mails):
    """`both(kind)`: the latest to the two, of which neither says what it is for."""

    def written(kind):
        found = mails(kind)
        assert set(found) == {"amara@example.org", "okafor@example.org"}
        for mail in found.values():
            said = mail.subject + mail.text + mail.html + mail.attachments[0]["text"]
            assert not [secret for secret in SECRETS if secret in said]
        return found["amara@example.org"], found["okafor@example.org"]

    return written


def test_who_asks_and_who_is_asked_are_both_written_to(talk, both):
    hers, theirs = both("appointment-booked")
    assert hers.subject == "Asked for: your appointment, Tue 10 Mar, 10:00"
    assert theirs.subject == "Asked of you: an appointment, Tue 10 Mar, 10:00"
    assert "Your appointment is asked for</h1>" in hers.html
    assert "With Ngozi Okafor, 60 minutes." in hers.text
    assert "/notifications/preferences" in hers.text
    assert "/notifications/preferences" in hers.html
    assert "With Amara Obi, 60 minutes." in theirs.text
    method, event = invitation(hers)
    assert (method, event["STATUS"], event["SEQUENCE"]) == ("REQUEST", "TENTATIVE", 0)
    assert str(event["ATTENDEE"]) == "mailto:amara@example.org"
    assert str(invitation(theirs)[1]["ATTENDEE"]) == "mailto:okafor@example.org"


def test_each_reads_the_time_in_their_own_zone(amara, ngozi, both):
    with transaction() as session:
        session.get_one(User, amara.id).timezone = "Asia/Tokyo"
        session.get_one(type(ngozi), ngozi.id).timezone = "America/New_York"
    booking.book(amara, offering(ngozi, service()), utc(10, 14))
    hers, theirs = both("appointment-booked")
    assert hers.subject.endswith("Tue 10 Mar, 23:00")
    assert theirs.subject.endswith("Tue 10 Mar, 10:00")
    assert "Tokyo time" in hers.text
    assert "23:00" in hers.text
    assert "New York time" in theirs.text
    assert "10:00" in theirs.text
    assert invitation(hers)[1].start == invitation(theirs)[1].start == utc(10, 14)


def test_confirmed(talk, okafor, both):
    booking.confirm(okafor, talk)
    hers, theirs = both("appointment-confirmed")
    assert hers.subject == theirs.subject == "Confirmed: your appointment, Tue 10 Mar, 10:00"
    assert invitation(hers)[1]["STATUS"] == invitation(theirs)[1]["STATUS"] == "CONFIRMED"


def test_moved(talk, okafor, both):
    booking.reschedule(okafor, talk, utc(11, 12))
    hers, theirs = both("appointment-changed")
    assert "Ngozi Okafor moved your appointment." in hers.text
    assert "You moved your appointment." in theirs.text
    assert "10 March" in hers.text
    assert "11 March" in hers.text
    method, event = invitation(hers)
    assert (method, event["SEQUENCE"], event.start) == ("REQUEST", 1, utc(11, 12))


def test_cancelled_and_restored(talk, amara, both):
    booking.cancel(amara, talk, "I am ill with something private.")
    hers, theirs = both("appointment-cancelled")
    assert "You cancelled this appointment." in hers.text
    assert "Amara Obi cancelled this appointment." in theirs.text
    assert "private" not in theirs.text + theirs.html
    method, event = invitation(theirs)
    assert (method, event["STATUS"], event["SEQUENCE"]) == ("CANCEL", "CANCELLED", 1)
    booking.restore(amara, talk)
    hers, _ = both("appointment-restored")
    assert hers.subject == "It stands again: your appointment, Tue 10 Mar, 10:00"
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


def test_who_wants_no_mail_gets_none(amara, delicate, mails):
    with transaction() as session:
        session.add(NotificationPreference(user_id=amara.id, kind="appointment-booked", by_mail=False))
    booking.book(amara, delicate, TEN)
    assert set(mails("appointment-booked")) == {"okafor@example.org"}


def test_what_was_refused_is_written_to_nobody(talk, ben, delicate):
    before = len(db.session.scalars(select(Mail)).all())
    with pytest.raises(Refusal, match="slot-taken"):
        booking.book(ben, delicate, TEN)
    assert len(db.session.scalars(select(Mail)).all()) == before


def test_a_mails_page_is_the_appointments(talk, both):
    hers, _ = both("appointment-booked")
    assert f"http://localhost/appointments/{talk.id}" in hers.text
    assert f'href="http://localhost/appointments/{talk.id}"' in hers.html


def test_a_letter_says_what_was_so_when_it_happened(talk, okafor, run_jobs, monday):
    """Moved twice before anybody wrote a letter: each still tells of its own move."""
    booking.reschedule(okafor, talk, utc(11, 12))
    monday.travel(minutes=5)
    booking.reschedule(okafor, talk, utc(12, 14))
    booking.cancel(okafor, talk, "Ill")
    run_jobs()
    rows = select(Mail).where(Mail.kind == "appointment-changed", Mail.recipient == "amara@example.org")
    first, second = db.session.scalars(rows.order_by(Mail.created_at, Mail.id))
    assert first.subject == "Moved: your appointment, now Wed 11 Mar, 12:00"
    assert "It was to be Tuesday, 10 March, 10:00." in first.text
    assert second.subject == "Moved: your appointment, now Thu 12 Mar, 14:00"
    assert "It was to be Wednesday, 11 March, 12:00." in second.text
    told = [invitation(mail) for mail in (first, second)]
    assert [(method, event["SEQUENCE"], event.start) for method, event in told] == [
        ("REQUEST", 1, utc(11, 12)),
        ("REQUEST", 2, utc(12, 14)),
    ]
    assert told[0][1]["DTSTAMP"].dt < told[1][1]["DTSTAMP"].dt
    method, event = invitation(latest("appointment-cancelled")["amara@example.org"])
    assert (method, event["SEQUENCE"]) == ("CANCEL", 3)


def test_a_letter_is_written_by_its_job_and_not_while_booking(talk):
    mail = latest("appointment-booked")["amara@example.org"]
    assert mail.subject
    assert (mail.text, mail.html, mail.attachments) == ("", "", [])


@pytest.mark.parametrize("name", ["أمل العلي", "נועה לוי"])
def test_a_name_that_runs_the_other_way_turns_no_sentence_round(amara, okafor, hour, both, name):
    profiles.change(amara, name=name)
    booking.cancel(amara, booking.book(amara, hour, TEN))
    _, theirs = both("appointment-cancelled")
    assert f"\u2068{name}\u2069 cancelled this appointment." in theirs.text
    assert f"\u2068{name}\u2069 cancelled this appointment." in theirs.html
    assert f"With \u2068{name}\u2069, 60 minutes." in theirs.text
    assert "\u2068" not in theirs.subject
    told = db.session.scalars(Notification.of(okafor).order_by(Notification.created_at)).first()
    assert sentence_for(told.kind, told.words, okafor).startswith(f"\u2068{name}\u2069 asks for")
