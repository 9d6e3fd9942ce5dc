"""What people write stays text: in pages, in mails, in calendars, in headers, and in what is searched."""

import re

import pytest
from icalendar import Calendar

from kaya.accounts import profiles
from kaya.care import booking, feeds, notes, practising
from kaya.care.models import Practitioner
from kaya.db import db, transaction
from kaya.mail.models import Mail
from kaya.notifications.models import Notification
from tests.care.booking_scene import utc
from tests.care.directory_scene import profile

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'{{7*7}}"
LINES = 'Eve\r\nATTENDEE:mailto:eve@example.org\r\nEND:VEVENT\nX-EVIL:1;CN="x":y'
ALIVE = re.compile(r"<script>alert|<img src=x|onerror=alert\(2\)>[^&]*<|\"'\{\{7|[^0-9]49[^0-9px]*\{\{")


@pytest.fixture
def meeting(amara, okafor, ngozi, hour, run_jobs):
    """Everything that can be written about an appointment is written by somebody who means no good."""
    profiles.change(amara, name=f"Amara {SCRIPT}", bio=SCRIPT, pronouns=SCRIPT[:40])
    said = dict.fromkeys(("title", "headline", "bio", "credentials", "city", "first_before", "first_after"), SCRIPT)
    own = practising.profile_of(named(ngozi, f"Ngozi {SCRIPT}"))
    practising.change_profile(
        okafor, ngozi, profile(f"Ngozi {SCRIPT}", **said | {"kind": own.kind, "licence": own.licence})
    )
    appointment = booking.book(amara, hour, utc(10, 10), note=SCRIPT)
    notes.note(amara, appointment, SCRIPT)
    booking.reschedule(okafor, appointment, utc(10, 12), reason=SCRIPT)
    booking.cancel(okafor, appointment, reason=SCRIPT)
    run_jobs()
    return appointment


def named(practitioner, name):
    """As they stood there before anyone checked their papers."""
    with transaction() as session:
        row = session.get_one(Practitioner, practitioner.id)
        row.display_name = name
    return row


def test_on_every_page_it_is_only_words(visit, amara, okafor, admin, ngozi, meeting):
    places = {
        amara: ["/settings", f"/appointments/{meeting.id}", "/appointments?show=past", "/notifications", "/practise"],
        okafor: [f"/appointments/{meeting.id}", "/desk", "/desk/clients", "/desk/profile", "/notifications"],
        admin: [
            f"/staff/practitioners/{ngozi.id}",
            "/staff/practitioners?show=verified",
            f"/appointments/{meeting.id}",
        ],
    }
    shown = 0
    for reader, paths in places.items():
        for path in [*paths, "/practitioners", f"/practitioners/{ngozi.slug}", f"/practitioners/{ngozi.slug}/times"]:
            page = visit(reader).get(path)
            assert page.status_code == 200, path
            assert not ALIVE.search(page.text), path
            shown += "alert(1)" in page.text
    assert shown > 15


@pytest.mark.parametrize("path", ["/practitioners", "/services", "/desk/clients"])
def test_what_is_searched_for_is_only_words(visit, okafor, ngozi, path):
    page = visit(okafor).get(path, query_string={"q": SCRIPT, "category": SCRIPT, "sort": SCRIPT, "specialty": SCRIPT})
    assert page.status_code in (200, 422)
    assert not ALIVE.search(page.text)
    assert page.headers.get("HX-Replace-Url", "").isascii()


@pytest.mark.parametrize(
    "q", ['"', "'", "*", "a* OR b", "NEAR(a b)", "title:x", "-a", "a & !b", "(:*|", "\\", "%_", "\x00a"]
)
def test_a_search_has_no_operators(client, ngozi, q):
    for path in ("/practitioners", "/services", "/api/v1/practitioners", "/api/v1/services"):
        assert client.get(path, query_string={"q": q}).status_code == 200


def test_in_a_mail_it_is_only_words(meeting):
    mails = db.session.query(Mail).all()
    assert mails
    assert not [mail.kind for mail in mails if ALIVE.search(mail.html)]
    assert not [mail.subject for mail in mails if "\n" in mail.subject]


def test_a_notification_leads_to_a_page_of_this_house(meeting):
    paths = {each.path for each in db.session.query(Notification)}
    assert paths == {f"/appointments/{meeting.id}"}


def test_nothing_begins_a_line_of_its_own_in_a_calendar(client, amara, okafor, ngozi, hour, run_jobs):
    """A name with line ends, quotes and colons is one value of one line."""
    named(ngozi, LINES)
    profiles.change(amara, name=LINES)
    booking.book(amara, hour, utc(10, 10))
    run_jobs()
    sheets = [client.get(f"/calendar/{feeds.open_feed(user)}.ics").text for user in (amara, okafor)]
    sheets += [attached["text"] for mail in db.session.query(Mail) for attached in mail.attachments]
    assert len(sheets) == 4
    for sheet in sheets:
        unfolded = sheet.replace("\r\n ", "")
        assert not re.search(r"^(X-EVIL|ATTENDEE:mailto:eve)", unfolded, re.MULTILINE)
        [event] = Calendar.from_ical(sheet).walk("VEVENT")
        assert "eve@example.org" not in str(event.get("attendee", ""))


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "1899-12-31", "2200-01-01"])
@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Kiritimati"])
def test_a_time_that_no_calendar_reaches_is_none(client, ngozi, hour, day, zone):
    client.set_cookie("zone", zone)
    for path in (
        f"/times/{day}T00:00:00Z",
        f"/times/{day}T23:59:59-14:00",
        f"/times?day={day}",
        f"?wanted={day}T00:00Z",
    ):
        assert client.get(f"/practitioners/{ngozi.slug}{path}").status_code in (200, 404)
