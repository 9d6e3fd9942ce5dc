"""After fourteen days nobody finds the person any more: not in the database, its file, the pictures, the archives."""

import io
import re

import pytest
from sqlalchemy import select

from kaya import audit
from kaya.accounts import inviting, photos, profiles, readdressing, registering, resetting, signing_in
from kaya.accounts.models import Device, User
from kaya.audit.models import AuditEntry, AuditPerson
from kaya.audit.verifying import verify
from kaya.care import booking, feeds, holds, notes
from kaya.care.models import Appointment, AppointmentMove, AppointmentNote, Practitioner
from kaya.db import db, transaction
from kaya.jobs import enqueue
from kaya.mail.models import Mail
from kaya.media import store
from kaya.notifications.models import Notification
from kaya.privacy import archiving, erasing, leaving, vault
from kaya.privacy.ledger import Person, entries
from kaya.privacy.mentions import forget_in_mails
from kaya.privacy.models import Archive, Deletion
from kaya.privacy.wiping import wipe
from kaya.sealing import is_erased
from kaya.sealing.models import DataKey
from tests.care.booking_scene import MONDAY, offering, practice, service, utc
from tests.media.pictures import picture
from tests.privacy.traces import in_files, in_the_database

CANARY = "zebrafinch"
PHONE = "+351 912 555 318"
WORDS = [CANARY, "Quenby", "Włodarczyk", "quenby@example.org", "912 555 318", "198.51.100.77"]


@pytest.fixture
def quenby(amara):
    """A member whose name nobody else's resembles."""
    with transaction() as session:
        user = session.merge(amara)
        user.name, user.email = "Quenby Włodarczyk", "quenby@example.org"
    return db.session.get(User, amara.id)


@pytest.fixture
def hour(okafor, clock):
    clock.travel(to=MONDAY)
    return offering(practice(okafor), service(), mode="phone")


@pytest.fixture
def lived(quenby, okafor, hour, visit, run_jobs, settings):
    """Quenby fills every field there is, meets Dr Okafor, and has more appointments to come."""
    person = quenby
    with transaction() as session:
        audit.record(next(iter(audit_acts())), actor=person, subject=person)
        session.flush()
    for _ in range(2):
        signing_in.arrive(person, device=Device(f"{CANARY} browser", "198.51.100.77", "mark"))
    profiles.change(person, bio=f"{CANARY} one", pronouns=CANARY)
    photos.show(person, io.BytesIO(picture()))
    resetting.ask(person.email)
    registering.register(person.email, "three herons on a wire", "Quenby Włodarczyk", timezone="UTC")
    seen = booking.confirm(okafor, booking.book(person, hour, utc(2, 9), note=f"{CANARY} two", phone=PHONE))
    notes.note(person, seen, f"{CANARY} three")
    notes.note(okafor, seen, f"{CANARY} four")
    booking.cancel(person, booking.book(person, hour, utc(6, 10)), f"{CANARY} five")
    booking.book(person, hour, utc(30, 10), phone=PHONE)
    holds.hold(person, hour, utc(7, 10))
    feeds.open_feed(person)
    with transaction():
        enqueue("accounts.tell-of-lock", run_at=utc(31, 10), email=person.email)
    archiving.ask(person)
    browser = visit(person)
    browser.get("/settings/data")
    browser.post("/login", data={"email": person.email, "password": "wrong"})
    run_jobs()
    return seen


def audit_acts():
    return audit.acts.acts.values()


def leave_and_wait(user, clock, run_jobs):
    leaving.ask(user)
    clock.travel(days=13, hours=2)
    run_jobs()
    clock.travel(days=1)
    run_jobs()
    clock.travel(hours=2)
    run_jobs()
    clock.travel(minutes=20)
    run_jobs()
    db.session.expire_all()


def test_nothing_is_found_of_whoever_left(quenby, okafor, lived, clock, run_jobs):
    id, person_id, photo = quenby.id, str(quenby.id), quenby.photo
    assert len(in_the_database(WORDS)) > 10
    assert in_files(["Quenby"]) or db.engine.dialect.name == "postgresql"
    leave_and_wait(quenby, clock, run_jobs)
    assert in_the_database(WORDS) == []
    assert in_files(WORDS) == []
    assert store.place_of(photo, "320").exists() is False
    assert vault.names() == []
    former = db.session.get(User, id)
    assert (former.name, former.bio, former.photo, former.is_active) == ("Former member", "", "", False)
    holding_the_id = {where.split(":")[0] for where in in_the_database([person_id])}
    assert holding_the_id == {
        *("users.id", "appointments.client_id", "appointment_moves.client_id", "appointment_moves.by_id"),
        *("account_deletions.user_id", "data_keys.owner_id"),
    }


def test_the_practice_keeps_that_they_met_and_no_word_of_it(quenby, okafor, lived, visit, clock, run_jobs):
    leave_and_wait(quenby, clock, run_jobs)
    rows = {row.id: row for row in db.session.scalars(select(Appointment))}
    assert (rows[lived.id].status, rows[lived.id].note, rows[lived.id].phone) == ("confirmed", "", "")
    assert sorted(row.status for row in rows.values()) == ["cancelled", "cancelled", "confirmed"]
    assert not [move.reason for move in db.session.scalars(select(AppointmentMove)) if move.reason]
    assert db.session.scalars(select(AppointmentNote)).all() == []
    page = visit(okafor).get(f"/appointments/{lived.id}")
    assert page.status_code == 200
    assert "Former member" in page.text
    assert {note.words["name"] for note in db.session.scalars(Notification.of(okafor))} == {"Former member"}


def test_the_practice_is_told_of_what_is_cancelled_before_the_name_goes(quenby, okafor, lived, clock, run_jobs):
    leaving.ask(quenby)
    clock.travel(days=14, minutes=1)
    run_jobs()
    told = db.session.scalar(Mail.newest("okafor@example.org"))
    assert told.subject.startswith("Cancelled")
    assert "Quenby" in told.text
    assert told.sent_at


def test_the_last_letter_goes_to_the_address_and_then_the_address_is_forgotten(quenby, lived, clock, run_jobs):
    sent = []
    leaving.ask(quenby)
    for step in ({"days": 14, "minutes": 1}, {"hours": 1, "minutes": 1}):
        clock.travel(**step)
        run_jobs()
    db.session.expire_all()
    sent = [mail.subject for mail in db.session.scalars(Mail.newest("quenby@example.org"))]
    assert sent == ["Your account is erased"]
    clock.travel(minutes=15)
    run_jobs()
    assert db.session.scalars(Mail.newest("quenby@example.org")).all() == []
    assert db.session.scalar(select(Deletion).execution_options(populate_existing=True)).closed_at


def test_the_trail_stays_whole_and_says_no_more_who_it_was(quenby, lived, clock, run_jobs):
    leave_and_wait(quenby, clock, run_jobs)
    assert verify().flaw in ("", "anchor", "anchors")
    acts = set(db.session.scalars(select(AuditEntry.act)))
    assert {"archive-asked", "deletion-asked", "keys-destroyed", "person-erased"} <= acts
    assert db.session.scalar(select(AuditPerson).where(AuditPerson.user_id == quenby.id)) is None
    assert not is_erased("")
    assert {key.wrapped for key in db.session.scalars(select(DataKey).where(DataKey.owner_id == quenby.id))} == {None}


def test_nobody_signs_in_as_them_and_the_address_is_free_again(quenby, lived, client, clock, run_jobs):
    leave_and_wait(quenby, clock, run_jobs)
    assert (
        "do not belong together"
        in client.post("/login", data={"email": "quenby@example.org", "password": "calm-otter-lantern-42"}).text
    )
    assert db.session.scalar(User.by_email("quenby@example.org")) is None


def test_who_never_met_anyone_leaves_no_row(ben, clock, run_jobs):
    id = ben.id
    leave_and_wait(ben, clock, run_jobs)
    assert db.session.get(User, id) is None
    found = {where.split(":")[0] for where in in_the_database([str(id)])}
    assert found == {"data_keys.owner_id"}
    assert in_the_database(["Castellanos", "ben@example.org"]) == []


def test_whoever_stays_is_not_erased(quenby, lived, clock, run_jobs):
    leaving.ask(quenby)
    leaving.withdraw(quenby)
    clock.travel(days=20)
    run_jobs()
    assert db.session.get(User, quenby.id, populate_existing=True).name == "Quenby Włodarczyk"


def test_once_it_has_begun_there_is_no_way_back(quenby, lived, visit, clock):
    browser = visit(quenby)
    leaving.ask(quenby)
    clock.travel(days=14, minutes=1)
    erasing.go_round()
    assert "/login" in browser.post("/settings/data/leaving/withdrawal").location


def test_killed_after_any_table_it_goes_on(quenby, lived, clock, run_jobs):
    """Each table is wiped twice, as after a crash between any two of them."""
    leaving.ask(quenby)
    clock.travel(days=14, minutes=1)
    erasing.go_round()
    db.session.rollback()
    whom = Person.behind(db.session.get(User, quenby.id))
    for entry in [each for each in entries.values() if each.table != "users"][:20]:
        wipe(entry, whom)
        wipe(entry, whom)
    clock.travel(hours=2)
    run_jobs()
    clock.travel(minutes=20)
    run_jobs()
    assert in_the_database(WORDS) == []


def test_it_waits_for_an_appointment_that_can_no_longer_be_cancelled(quenby, hour, clock, run_jobs):
    leaving.ask(quenby)
    made = booking.book(quenby, hour, utc(16, 12))
    clock.travel(days=14, minutes=1)
    erasing.go_round()
    deletion = db.session.scalar(select(Deletion).execution_options(populate_existing=True))
    assert deletion.begun_at is None
    assert deletion.due_at > made.ends_at
    clock.travel(to=deletion.due_at)
    erasing.go_round()
    assert db.session.scalar(select(Deletion).execution_options(populate_existing=True)).begun_at


def test_an_erased_practitioner_is_found_nowhere_and_their_clients_records_go_on(
    ben, okafor, hour, visit, clock, run_jobs
):
    with transaction() as session:
        keeper = session.merge(okafor)
        keeper.name, keeper.email = "Quenby Włodarczyk", "quenby@example.org"
        practitioner = session.scalar(select(Practitioner))
        practitioner.display_name, practitioner.slug = "Quenby Włodarczyk", "quenby"
        practitioner.bio = practitioner.licence = CANARY
    keeper = db.session.get(User, okafor.id)
    met = booking.confirm(keeper, booking.book(ben, hour, utc(2, 9)))
    notes.note(keeper, met, "Slept well.")
    clock.travel(days=1)
    run_jobs()
    leave_and_wait(keeper, clock, run_jobs)
    assert in_the_database([*WORDS, "quenby"]) == []
    assert in_files([*WORDS, "quenby"]) == []
    page = visit(ben).get(f"/appointments/{met.id}")
    assert "Former practitioner" in page.text
    assert "Slept well." in page.text
    assert visit().get("/practitioners/quenby").status_code == 404


def test_bites_are_small(quenby, clock, run_jobs, monkeypatch):
    monkeypatch.setattr("kaya.privacy.wiping.AT_ONCE", 2)
    for _ in range(5):
        signing_in.arrive(quenby)
    wipe(entries["sign_ins"], Person.behind(quenby))
    assert in_the_database(["Quenby"])
    assert not [where for where in in_the_database([str(quenby.id)]) if where.startswith("sign_ins")]
    assert db.session.scalar(select(Archive)) is None


def test_nothing_is_found_of_an_address_that_was_given_up_before(app, letters_to, clock, run_jobs):
    """She registered with one address, and left with another: the first letters were hers too."""
    registering.register("quenby.before@example.org", "three herons on a wire", "Quenby Luz")
    person = registering.verify(letters_to("quenby.before@example.org")[0])
    readdressing.ask(person, "quenby.later@example.org")
    readdressing.confirm(letters_to("quenby.later@example.org")[0])
    run_jobs()
    assert in_the_database(["quenby.before"])
    leave_and_wait(person, clock, run_jobs)
    assert in_the_database(["quenby.before", "quenby.later"]) == []


def test_whom_someone_invited_keeps_no_letter_with_their_name(admin, run_jobs):
    with transaction() as session:
        session.merge(admin).name = "Quenby Marques"
    inviting.invite(admin, "new@example.org", "New Member")
    run_jobs()
    assert [where for where in in_the_database(["Quenby Marques"]) if where.startswith("mails")]
    forget_in_mails(Person.behind(admin))
    found = in_the_database(["Quenby Marques", str(admin.id)])
    assert not [where for where in found if where.startswith("mails") and not where.startswith("mails.user_id")]


@pytest.fixture
def letters_to(app, run_jobs):
    """The tokens of the links that came to an address, the newest first."""

    def tokens(email):
        run_jobs()
        found = [
            re.search(r"http://localhost/\S+/([\w-]{40,})", m.text) for m in db.session.scalars(Mail.newest(email))
        ]
        return [each[1] for each in found if each]

    return tokens
