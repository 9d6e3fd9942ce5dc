"""One archive of everything: asked for, made by a job, read, downloaded, and gone after seven days."""

import csv
import io
import json
import stat
from zipfile import ZipFile

import pytest
from sqlalchemy import select

from kaya.accounts import photos, profiles
from kaya.audit.models import AuditEntry
from kaya.care import booking, notes
from kaya.db import db, transaction
from kaya.mail.models import Mail
from kaya.notifications.models import Notification
from kaya.privacy import archiving, vault
from kaya.privacy.models import Archive
from kaya.refusal import Refusal
from tests.care.booking_scene import MONDAY, offering, practice, service, utc
from tests.media.pictures import picture


@pytest.fixture
def met(amara, okafor, clock):
    """Amara has a note of her own, one of Dr Okafor's for both, and one that is Dr Okafor's alone."""
    clock.travel(to=MONDAY)
    made = booking.book(amara, offering(practice(okafor), service()), utc(5, 10), note="It is about the nights.")
    notes.note(amara, made, "I slept a little.")
    notes.note(okafor, made, "We spoke of the sea.")
    notes.note(okafor, made, "Ask about her mother.", is_private=True)
    return made


def opened(archive):
    return ZipFile(io.BytesIO(vault.place_of(archive.name).read_bytes()))


def made_for(user, run_jobs):
    archive = archiving.ask(user)
    run_jobs()
    db.session.expire_all()
    return db.session.get(Archive, archive.id)


def test_it_holds_everything_opened_and_complete(amara, met, run_jobs):
    photos.show(amara, io.BytesIO(picture()))
    profiles.change(amara, bio="Sleeps better on Sundays.")
    archive = made_for(amara, run_jobs)
    assert (archive.status, archive.percent, archive.done) == ("ready", 100, archive.of)
    with opened(archive) as file:
        names = file.namelist()
        told = {name: json.loads(file.read(name)) for name in names if name.startswith("json/")}
        page = file.read("index.html").decode()
        pictures = [name for name in names if name.startswith("pictures/")]
    assert told["json/users.json"][0]["email"] == "amara@example.org"
    assert "password_hash" not in told["json/users.json"][0]
    [appointment] = told["json/appointments.json"]
    assert (appointment["note"], appointment["practitioner"]) == ("It is about the nights.", "Ngozi Okafor")
    assert {note["body"] for note in told["json/appointment_notes.json"]} == {
        "I slept a little.",
        "We spoke of the sea.",
    }
    assert told["json/audit_entries.json"]
    assert told["json/sign_ins.json"] == []
    assert [file.read(name)[:4] for name in pictures for file in [opened(archive)]] == [b"RIFF"]
    for words in ("Amara Obi", "It is about the nights.", "Sleeps better on Sundays.", pictures[0]):
        assert words in page
    assert "<script" not in page
    assert "Ask about her mother" not in page


def test_each_is_json_and_a_table_with_no_formula_in_it(amara, run_jobs):
    profiles.change(amara, name="=HYPERLINK(A1)", pronouns="@them", bio="-1+1\nand more")
    with opened(made_for(amara, run_jobs)) as file:
        names = set(file.namelist())
        assert all(f"csv/{name[5:-5]}.csv" in names for name in names if name.startswith("json/"))
        [row] = csv.DictReader(io.StringIO(file.read("csv/users.csv").decode()))
        [plain] = json.loads(file.read("json/users.json"))
    assert (row["name"], row["pronouns"], row["bio"]) == ("'=HYPERLINK(A1)", "'@them", "'-1+1\nand more")
    assert plain["name"] == "=HYPERLINK(A1)"


def test_another_is_in_no_part_of_it(amara, ben, met, run_jobs):
    with opened(made_for(ben, run_jobs)) as file:
        everything = b"".join(file.read(name) for name in file.namelist()).decode()
    assert "Castellanos" in everything
    assert not [word for word in ("amara", "Amara", "Obi", "nights", str(amara.id)) if word in everything]


def test_a_practitioner_gets_their_practice_and_none_of_their_clients(amara, okafor, met, run_jobs):
    with opened(made_for(okafor, run_jobs)) as file:
        told = {name: file.read(name).decode() for name in file.namelist()}
    assert json.loads(told["json/practitioners.json"])[0]["display_name"] == "Ngozi Okafor"
    assert json.loads(told["json/offerings.json"])[0]["service"] == "Talking"
    assert "slept" not in "".join(told.values())


def test_the_file_is_for_kaya_alone(amara, run_jobs):
    archive = made_for(amara, run_jobs)
    place = vault.place_of(archive.name)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700
    assert not [part for part in ("amara", str(amara.id), str(archive.id)) if part in place.name]


def test_its_owner_is_told_by_notification_and_mail(amara, run_jobs):
    made_for(amara, run_jobs)
    assert db.session.scalar(select(Notification.kind)) == "archive-ready"
    letter = db.session.scalar(Mail.newest("amara@example.org"))
    assert "/settings/data" in letter.text
    assert ".zip" not in letter.text


def test_one_at_a_time_and_three_a_day(amara, run_jobs, clock):
    archiving.ask(amara)
    with pytest.raises(Refusal, match="archive-in-the-making"):
        archiving.ask(amara)
    for _ in range(2):
        run_jobs()
        archiving.ask(amara)
    run_jobs()
    with pytest.raises(Refusal, match="too-many-archives") as refused:
        archiving.ask(amara)
    assert refused.value.status == 429
    assert 0 < refused.value.details["retry_after"] <= 24 * 3600
    clock.travel(hours=25)
    assert archiving.ask(amara).status == "preparing"


def test_it_is_gone_after_seven_days(visit, amara, run_jobs, clock):
    archive = made_for(amara, run_jobs)
    clock.travel(days=7, minutes=1)
    browser = visit(amara)
    assert browser.get(f"/settings/data/archives/{archive.id}").location == "/settings/data"
    assert "no longer here" in browser.get("/settings/data").text
    assert vault.place_of(archive.name).exists()
    run_jobs()
    assert not vault.place_of(archive.name).exists()
    assert "Removed on" in browser.get("/settings/data").text


def test_one_that_nobody_finishes_is_given_up_and_can_be_asked_again(amara, run_jobs, clock):
    archive = archiving.ask(amara)
    clock.travel(hours=3)
    archiving.sweep()
    assert db.session.get(Archive, archive.id, populate_existing=True).status == "failed"
    assert archiving.ask(amara).status == "preparing"


def test_it_is_begun_anew_after_whoever_made_it_was_lost(amara):
    archive = archiving.ask(amara)
    with pytest.raises(ZeroDivisionError), vault.growing(archive.name) as file:
        file.write(b"half of it" * (1 // 0))
    archiving.make(archive.id)
    archiving.make(archive.id)
    assert opened(archive).testzip() is None


def test_files_that_no_row_knows_are_removed(amara, run_jobs):
    archive = made_for(amara, run_jobs)
    with transaction() as session:
        session.delete(session.get(Archive, archive.id))
    archiving.sweep()
    assert not vault.place_of(archive.name).exists()


# Pages


def test_asking_watching_and_downloading_in_the_browser(visit, amara, run_jobs):
    browser = visit(amara)
    assert "Make my archive" in browser.get("/settings/data").text
    assert browser.post("/settings/data/archives").location == "/settings/data"
    assert "is being made: 0" in browser.get("/settings/data").text
    again = browser.post("/settings/data/archives")
    assert again.status_code == 409
    assert "just now" in again.text
    run_jobs()
    page = browser.htmx_get("/settings/data").text
    assert page.startswith("<live-region")
    archive = db.session.scalar(select(Archive))
    answer = browser.get(f"/settings/data/archives/{archive.id}")
    assert answer.mimetype == "application/zip"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "attachment" in answer.headers["Content-Disposition"]
    assert ZipFile(io.BytesIO(answer.data)).testzip() is None
    acts = list(db.session.scalars(select(AuditEntry.act).order_by(AuditEntry.sequence)))
    assert [act for act in acts if "archive" in act] == ["archive-asked", "archive-downloaded"]


def test_both_need_a_fresh_session(visit, call, amara, run_jobs, clock):
    archive = made_for(amara, run_jobs)
    browser, phone = visit(amara), call(amara)
    clock.travel(minutes=11)
    assert "/reauthenticate" in browser.post("/settings/data/archives").location
    assert "/reauthenticate" in browser.get(f"/settings/data/archives/{archive.id}").location
    for answer in (
        phone.post("/api/v1/users/me/export"),
        phone.get(f"/api/v1/users/me/export/{archive.id}/archive.zip"),
    ):
        assert (answer.status_code, answer.json["type"]) == (403, "/problems/reauthenticate")


def test_its_owner_alone_finds_it(visit, ben, amara, run_jobs):
    archive = made_for(amara, run_jobs)
    assert visit(ben).get(f"/settings/data/archives/{archive.id}").status_code == 404


def test_progress_reaches_open_pages(amara, listen, visit, run_jobs):
    page = listen(visit(amara))
    assert page.ask("subscribe", topic="own-data")["ok"]
    archiving.ask(amara)
    page.heard("nudge")
    run_jobs()
    heard = [nudge for nudge in page.heard("nudge") if nudge["topic"] == "own-data"]
    assert len(heard) > 10
    assert [nudge["version"] for nudge in heard] == sorted(nudge["version"] for nudge in heard)


# API


def test_by_the_api(call, amara, run_jobs):
    phone = call(amara)
    asked = phone.post("/api/v1/users/me/export")
    assert asked.status_code == 202
    path = f"/api/v1/users/me/export/{asked.json['id']}"
    assert (asked.json["status"], asked.json["percent"], asked.json["download_url"]) == ("preparing", 0, None)
    refused = phone.post("/api/v1/users/me/export")
    assert (refused.status_code, refused.json["type"]) == (409, "/problems/archive-in-the-making")
    run_jobs()
    there = phone.get(path).json
    assert (there["status"], there["percent"]) == ("ready", 100)
    file = phone.get(there["download_url"])
    assert file.headers["Cache-Control"] == "private, no-store"
    assert len(file.data) == there["bytes"]
    assert phone.get("/api/v1/users/me/export/01890000-0000-7000-8000-000000000000").status_code == 404
