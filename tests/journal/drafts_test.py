"""What is being typed: kept, found again, and never undone by another device."""

from datetime import date
from uuid import uuid4

import pytest

from kaya.db import db, uuid7
from kaya.journal import drafts, writing
from kaya.journal.drafts import Typed
from kaya.journal.models import Draft, Entry, Kind
from kaya.journal.wording import Page
from kaya.refusal import Refusal
from kaya.web.devices import device_key
from tests.journal.sealing import CIPHER


def test_what_is_typed_is_kept_again_and_again(amara):
    id = uuid7()
    first = drafts.keep(amara, id, Typed(id, Page("Half", "Half a sent")))
    later = drafts.keep(amara, id, Typed(id, Page("Half", "Half a sentence"), seen=first.revision))
    assert (later.id, later.revision, later.body) == (id, 2, "Half a sentence")


def test_the_page_that_it_becomes_settles_it(amara):
    id = uuid7()
    drafts.keep(amara, id, Typed(id, Page("", "Half a sent")))
    writing.write(amara, Page("", "A whole sentence."), id=id, draft_id=id)
    assert not db.session.scalars(Draft.of(amara)).all()


def test_what_arrives_after_the_page_was_kept_is_no_draft_any_more(amara):
    id = uuid7()
    entry = writing.write(amara, Page("A title", "A whole sentence.", ("sea",)), id=id)
    assert drafts.keep(amara, id, Typed(id, Page("A title", "A whole sentence.", ("sea",), entry.day))) is None
    assert not db.session.scalars(Draft.of(amara)).all()


def test_a_device_that_did_not_see_the_latest_keeps_its_words_beside_it(amara):
    id = uuid7()
    drafts.keep(amara, id, Typed(id, Page("", "First.")))
    drafts.keep(amara, id, Typed(id, Page("", "First. From the desk."), seen=1))
    with pytest.raises(Refusal, match="changed-elsewhere"):
        drafts.keep(amara, id, Typed(id, Page("", "First. From the tram."), seen=1))
    drafts.keep(amara, uuid4(), Typed(id, Page("", "First. From the tram.")))
    assert {draft.body for draft in db.session.scalars(Draft.of(amara))} == {
        "First. From the desk.",
        "First. From the tram.",
    }


def test_a_device_asks_whether_its_words_are_a_page_by_now_and_none_is_no_mistake(amara, ben, visit):
    id = uuid7()
    asked = f"/journal/drafts/{id}/page"
    assert visit(amara).get(asked).json == {"is_there": False}
    writing.write(amara, Page("", "A whole sentence."), id=id)
    assert visit(amara).get(asked).json == {"is_there": True}
    assert visit(ben).get(asked).json == {"is_there": False}


def test_the_other_devices_draft_stays_when_this_one_becomes_the_page(amara):
    page_id, other = uuid7(), uuid4()
    drafts.keep(amara, page_id, Typed(page_id, Page("", "Mine.")))
    drafts.keep(amara, other, Typed(page_id, Page("", "From the tram.")))
    writing.write(amara, Page("", "Mine."), id=page_id, draft_id=page_id)
    assert [draft.id for draft in db.session.scalars(Draft.of(amara))] == [other]


def test_another_persons_draft_is_nobodys_to_write(amara, ben, visit):
    id = uuid7()
    drafts.keep(amara, id, Typed(id, Page("", "Mine.")))
    with pytest.raises(Refusal, match="id-taken"):
        drafts.keep(ben, id, Typed(id, Page("", "Yours."), seen=1))
    assert visit(ben).get(f"/journal/drafts/{id}").status_code == 404


def test_drafts_of_sealed_pages_are_ciphertext_and_stand_in_no_list(amara, visit):
    id = uuid7()
    drafts.keep(amara, id, Typed(id, Page(body=CIPHER, day=date(2026, 1, 1)), Kind.SEALED))
    assert visit(amara).get(f"/journal/drafts/{id}").status_code == 404
    assert "Not kept yet" not in visit(amara).get("/journal").text
    [told] = visit(amara).get("/journal/sealed/pages").json["drafts"]
    assert (told["cipher"], told["page_id"]) == (CIPHER, str(id))


def test_a_draft_is_gone_on_with_without_javascript(amara, visit):
    id, browser = uuid7(), visit(amara)
    drafts.keep(amara, id, Typed(id, Page("Half", "Half a sentence", ("sea",))))
    assert "Half" in browser.get("/journal").text
    page = browser.get(f"/journal/drafts/{id}").text
    assert "Half a sentence" in page
    sent = {"id": str(id), "draft": str(id), "title": "Whole", "body": "A whole sentence.", "tags": "sea"}
    assert browser.post("/journal", data=sent).status_code == 303
    assert db.session.scalars(Entry.of(amara)).one().id == id
    assert not db.session.scalars(Draft.of(amara)).all()


def test_the_devices_key_is_each_persons_own_and_always_the_same(amara, ben):
    keys = {device_key(each.id, what) for each in (amara, ben, amara) for what in ("journal drafts", "practice notes")}
    assert len(keys) == 4


def test_what_is_too_long_for_a_page_is_no_draft_too_long(amara):
    id = uuid7()
    assert drafts.keep(amara, id, Typed(id, Page("", "x" * 30_000))).body == "x" * 30_000


def test_there_is_an_end_to_drafts(amara, monkeypatch):
    monkeypatch.setattr(drafts, "MOST", 1)
    drafts.keep(amara, uuid7(), Typed(uuid7(), Page("", "One.")))
    with pytest.raises(Refusal, match="too-many"):
        drafts.keep(amara, uuid7(), Typed(uuid7(), Page("", "Two.")))


def test_a_device_does_not_take_the_end_to_drafts_for_words_that_are_a_page_already(amara, visit, monkeypatch):
    monkeypatch.setattr(drafts, "MOST", 1)
    drafts.keep(amara, uuid7(), Typed(uuid7(), Page("", "One.")))
    said = {"id": str(uuid7()), "page_id": str(uuid7()), "body": "Two."}
    answer = visit(amara).post("/journal/drafts", data=said, headers={"Accept": "application/json"})
    assert answer.status_code == 422
    assert "There are 1 drafts. Keep or discard some of them first." in answer.text


def test_a_device_that_never_heard_back_is_not_taken_for_another(amara):
    id, here, there = uuid7(), uuid4(), uuid4()
    drafts.keep(amara, id, Typed(id, Page("", "Monday"), hand=here))
    drafts.keep(amara, id, Typed(id, Page("", "Monday was"), hand=here))
    kept = drafts.keep(amara, id, Typed(id, Page("", "Monday was grey."), hand=here, seen=1))
    assert (kept.body, kept.revision) == ("Monday was grey.", 3)
    drafts.keep(amara, id, Typed(id, Page("", "Monday was blue."), hand=there, seen=3))
    with pytest.raises(Refusal, match="changed-elsewhere"):
        drafts.keep(amara, id, Typed(id, Page("", "Monday was grey again."), hand=here, seen=3))
