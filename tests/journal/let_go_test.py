"""A sealed page that is let go: whoever merely holds the device loses nobody's words, and its writer sees it."""

import pytest
from sqlalchemy import select

from kaya.audit.models import AuditEntry
from kaya.db import db, uuid7
from kaya.journal import drafts, sealing_pages, writing
from kaya.journal.drafts import Typed
from kaya.journal.models import Draft, Entry, Kind
from kaya.journal.wording import Page
from kaya.refusal import Refusal
from tests.cast import PASSWORD
from tests.journal.sealing import CIPHER, LOCK, made_up


@pytest.fixture
def page(amara):
    sealing_pages.set_lock(amara, LOCK["salt"], int(LOCK["rounds"]), LOCK["wrapped"])
    return sealing_pages.keep(amara, uuid7(), CIPHER).id


def kept(amara, id):
    db.session.rollback()
    return db.session.scalar(Entry.any_of(amara).where(Entry.id == id))


def acts():
    db.session.rollback()
    return db.session.scalars(select(AuditEntry.act).order_by(AuditEntry.sequence)).all()


def test_it_can_be_taken_back_for_thirty_days_and_an_open_page_for_one(amara, page, visit, clock):
    browser = visit(amara)
    opened = writing.write(amara, Page("Too much", "Let it go.")).id
    for id in (page, opened):
        browser.post(f"/journal/{id}/deletion")
    assert "For thirty days you can take it back" in browser.get(f"/journal?deleted={page}").text
    clock.travel(days=29)
    writing.sweep()
    assert (kept(amara, page).body, kept(amara, opened).body) == (CIPHER, "")
    browser = visit(amara)
    assert "Let go lately" in browser.get("/journal/sealed").text
    assert browser.post(f"/journal/{page}/restoration").location == "/journal/sealed"
    assert kept(amara, page).deleted_at is None
    assert "Let go lately" not in browser.get("/journal/sealed").text


def test_after_thirty_days_its_ciphertext_goes(amara, page, visit, clock):
    visit(amara).post(f"/journal/{page}/deletion")
    clock.travel(days=31)
    writing.sweep()
    assert kept(amara, page).body == ""
    assert "Let go lately" not in visit(amara).get("/journal/sealed").text
    assert visit(amara).post(f"/journal/{page}/restoration").status_code == 410


def test_each_step_stands_in_the_trail_and_an_open_pages_does_not(amara, page, visit):
    browser, opened = visit(amara), writing.write(amara, Page("Too much", "Let it go.")).id
    for act in ("deletion", "restoration", "deletion"):
        browser.post(f"/journal/{page}/{act}")
        browser.post(f"/journal/{opened}/{act}")
    browser.post(f"/journal/sealed/pages/{page}/erasure")
    told = [act for act in acts() if act.startswith("sealed-page")]
    assert told == [f"sealed-page-{word}" for word in ("let-go", "taken-back", "let-go", "erased")]


def test_through_the_api_it_is_let_go_as_gently(amara, page, call):
    assert call(amara).delete(f"/api/v1/journal/{page}").status_code == 204
    assert kept(amara, page).body == CIPHER
    assert "sealed-page-let-go" in acts()


def test_to_erase_it_at_once_one_proves_who_one_is(amara, page, visit, clock):
    browser = visit(amara)
    browser.post(f"/journal/{page}/deletion")
    clock.travel(minutes=11)
    assert "/reauthenticate" in browser.post(f"/journal/sealed/pages/{page}/erasure").location
    assert kept(amara, page).body == CIPHER
    browser.post("/reauthenticate", data={"password": PASSWORD})
    assert browser.post(f"/journal/sealed/pages/{page}/erasure").location == "/journal/sealed"
    assert kept(amara, page).body == ""


def test_what_is_kept_open_or_anothers_is_not_erased(amara, ben, page, visit):
    with pytest.raises(Refusal, match="not-let-go"):
        sealing_pages.erase(amara, kept(amara, page))
    opened = writing.delete(amara, writing.write(amara, Page("Too much", "Let it go.")))
    for member, entry in ((ben, kept(amara, page)), (amara, opened)):
        with pytest.raises(Refusal, match="not-allowed"):
            sealing_pages.erase(member, entry)
    assert visit(ben).post(f"/journal/sealed/pages/{page}/erasure").status_code == 404
    assert "Let go lately" not in visit(ben).get("/journal/sealed").text


@pytest.fixture
def begun(amara, ben, page):
    """Her drafts of the page and of another, and one of Ben's that says it is of her page."""
    typed = [(amara, page), (amara, uuid7()), (ben, page)]
    return [drafts.keep(who, uuid7(), Typed(of, Page("", made_up(540)), Kind.SEALED)).id for who, of in typed]


def drafts_left():
    db.session.rollback()
    return set(db.session.scalars(select(Draft.id)))


def test_what_was_being_typed_of_it_is_erased_with_it(amara, page, begun, visit):
    browser = visit(amara)
    browser.post(f"/journal/{page}/deletion")
    assert drafts_left() == set(begun)
    browser.post(f"/journal/sealed/pages/{page}/erasure")
    assert drafts_left() == set(begun[1:])
    assert [each["id"] for each in browser.get("/journal/sealed/pages").json["drafts"]] == [str(begun[1])]


def test_after_thirty_days_what_was_being_typed_of_it_goes_too(amara, page, begun, visit, clock):
    visit(amara).post(f"/journal/{page}/deletion")
    clock.travel(days=29)
    writing.sweep()
    assert drafts_left() == set(begun)
    clock.travel(days=2)
    writing.sweep()
    assert drafts_left() == set(begun[1:])


def test_nobody_floods_the_trail_with_letting_go_and_taking_back(amara, page, visit, call, settings):
    settings(rate_limit_scale=1, rate_limits="journal=4/hour")
    browser = visit(amara)
    answers = [browser.post(f"/journal/{page}/{act}").status_code for act in ("deletion", "restoration") * 3]
    assert answers == [303] * 4 + [429] * 2
    assert browser.post(f"/journal/sealed/pages/{page}/erasure").status_code == 429
    assert call(amara).delete(f"/api/v1/journal/{page}").status_code == 429
    assert len([act for act in acts() if act.startswith("sealed-page")]) == 4
