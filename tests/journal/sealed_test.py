"""Sealed pages: the server keeps ciphertext, and what it could say of it, it does not."""

from datetime import date

import pytest
from sqlalchemy import select

from kaya.audit.models import AuditEntry
from kaya.db import db, uuid7
from kaya.journal import drafts, sealing_pages, writing
from kaya.journal.models import Draft, Entry, JournalLock, Kind
from kaya.journal.wording import Page
from kaya.mail.models import Mail
from kaya.refusal import Refusal
from tests.cast import PASSWORD
from tests.journal.sealing import CIPHER, LOCK, made_up


@pytest.fixture
def lock(amara):
    return sealing_pages.set_lock(amara, LOCK["salt"], int(LOCK["rounds"]), LOCK["wrapped"])


def test_a_page_comes_and_goes_as_it_was_encrypted(amara, lock, visit):
    id, browser = uuid7(), visit(amara)
    sent = {"id": str(id), "cipher": CIPHER, "day": "2026-01-02"}
    assert browser.post("/journal/sealed/pages", data=sent).status_code == 200
    [page] = browser.get("/journal/sealed/pages").json["items"]
    assert (page["id"], page["cipher"], page["day"]) == (str(id), CIPHER, "2026-01-02")


def test_before_there_is_a_passphrase_nothing_is_sealed(amara):
    with pytest.raises(Refusal, match="not-locked"):
        sealing_pages.keep(amara, uuid7(), CIPHER)


def test_the_passphrase_is_changed_once_at_a_time(amara, lock):
    seen, other = lock.version, made_up(60)
    changed = sealing_pages.set_lock(amara, made_up(16), 700_000, other, seen=seen)
    assert changed.wrapped == other
    with pytest.raises(Refusal, match="changed-elsewhere"):
        sealing_pages.set_lock(amara, made_up(16), 700_000, made_up(60), seen=seen)


@pytest.mark.parametrize(
    "wrong", [{"salt": made_up(8)}, {"rounds": 599_999}, {"wrapped": made_up(59)}, {"wrapped": "four herons"}]
)
def test_what_no_browser_of_ours_makes_is_refused(amara, wrong):
    said = {"salt": LOCK["salt"], "rounds": 600_000, "wrapped": LOCK["wrapped"]} | wrong
    with pytest.raises(Refusal, match="malformed"):
        sealing_pages.set_lock(amara, **said)


def test_words_in_the_clear_are_refused(amara, lock):
    with pytest.raises(Refusal, match="malformed"):
        sealing_pages.keep(amara, uuid7(), "The pelican knows where the key lies.")


def test_two_devices_do_not_undo_each_other(amara, lock):
    id = uuid7()
    page = sealing_pages.keep(amara, id, CIPHER)
    seen = page.version
    sealing_pages.keep(amara, id, made_up(600), seen=seen)
    with pytest.raises(Refusal, match="changed-elsewhere"):
        sealing_pages.keep(amara, id, made_up(700), seen=seen)


def test_a_sealed_page_is_read_nowhere_else(amara, lock, visit, call):
    id = uuid7()
    sealing_pages.keep(amara, id, CIPHER)
    for path in (f"/journal/{id}", f"/journal/{id}/edit"):
        assert visit(amara).get(path).status_code == 404
    assert "Sealed page" in visit(amara).get("/journal").text
    told = call(amara).get(f"/api/v1/journal/{id}").json
    assert (told["is_sealed"], told["body"], told["title"]) == (True, "", "")
    assert call(amara).patch(f"/api/v1/journal/{id}", json={"body": "Open?"}).status_code == 403
    for path in ("/journal?month=", "/journal/search?q=pelican", "/journal/calendar"):
        assert CIPHER not in visit(amara).get(path).text


def test_whoever_lost_the_passphrase_begins_anew(amara, lock, visit):
    id = uuid7()
    sealing_pages.keep(amara, id, CIPHER, day=date(2026, 1, 1))
    drafts.keep(amara, uuid7(), drafts.Typed(id, Page(body=CIPHER), Kind.SEALED))
    writing.write(amara, Page(body="Open, and staying."))
    wrong = visit(amara).post("/journal/sealed/removal", data={"word": "open"})
    assert wrong.status_code == 422
    assert visit(amara).post("/journal/sealed/removal", data={"word": " Unseal "}).status_code == 303
    assert [entry.body for entry in db.session.scalars(Entry.any_of(amara))] == ["Open, and staying."]
    assert not db.session.scalars(Draft.of(amara)).all()
    assert not db.session.scalars(JournalLock.of(amara)).all()


def test_another_passphrase_needs_a_fresh_sign_in_and_the_first_does_not(amara, visit, clock):
    browser = visit(amara)
    clock.travel(minutes=11)
    assert browser.post("/journal/sealed/lock", data={**LOCK, "seen": "0"}).status_code == 200
    another = {**LOCK, "wrapped": made_up(60), "seen": "1"}
    assert browser.post("/journal/sealed/lock", data=another).status_code == 403
    assert sealing_pages.lock_of(amara).wrapped == LOCK["wrapped"]
    browser.post("/reauthenticate", data={"password": PASSWORD})
    assert browser.post("/journal/sealed/lock", data=another).status_code == 200


def test_erasing_all_needs_a_fresh_sign_in_and_what_was_typed_is_still_there(amara, lock, visit, clock):
    browser = visit(amara)
    clock.travel(minutes=11)
    asked = browser.post("/journal/sealed/removal", data={"word": "unseal", "back": "/journal/sealed"})
    assert "/reauthenticate?next=/journal/sealed" in asked.location
    assert sealing_pages.lock_of(amara)
    assert browser.post("/reauthenticate", data={"password": PASSWORD, "next": "/journal/sealed"}).status_code == 303
    assert 'value="unseal"' in browser.get("/journal/sealed").text
    assert browser.post("/journal/sealed/removal", data={"word": "unseal"}).location == "/journal/sealed"
    assert not sealing_pages.lock_of(amara)


def written_to(member) -> list[Mail]:
    return db.session.scalars(Mail.newest(member.email)).all()


def test_what_becomes_of_the_lock_is_written_down_and_told(amara, lock):
    assert not written_to(amara)
    sealing_pages.set_lock(amara, made_up(16), 700_000, made_up(60), seen=lock.version)
    sealing_pages.remove_all(amara)
    assert {each.kind for each in written_to(amara)} == {"passphrase-changed", "sealed-pages-removed"}
    acts = db.session.scalars(select(AuditEntry.act).order_by(AuditEntry.sequence)).all()
    assert acts == ["journal-locked", "journal-locked-anew", "sealed-pages-removed"]
