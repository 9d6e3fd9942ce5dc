"""The journal's pages: written in a browser, found again, shown as they were meant."""

from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest

from kaya import clock as kaya_clock
from kaya.db import db, uuid7
from kaya.journal import beside, looking, thanking, writing
from kaya.journal.looking import Sought
from kaya.journal.models import Entry, EntryPhoto, Gratitude
from kaya.journal.prompts import PROMPTS, matching, of_the_day
from kaya.journal.vocabulary import Need, Time
from kaya.journal.wording import Page
from kaya.media.models import Image
from tests.media.pictures import picture

NOON = datetime(2026, 3, 20, 12, tzinfo=UTC)


@pytest.fixture
def browser(amara, visit, clock):
    clock.travel(to=NOON)
    return visit(amara)


def test_a_page_is_written_and_read(browser, amara):
    sent = {"id": str(uuid7()), "title": "Low tide", "body": "We **walked** out.", "tags": "sea", "day": "2026-03-02"}
    answer = browser.post("/journal", data=sent)
    page = browser.get(answer.location).text
    assert "<strong>walked</strong>" in page
    assert "2026-03-02" in page
    assert "Low tide" in browser.get("/journal?month=2026-03").text
    browser.post("/journal", data=sent | {"body": "And back."})
    assert [entry.body for entry in db.session.scalars(Entry.of(amara))] == ["And back."]


def test_what_was_typed_is_still_there_when_something_is_wrong(browser):
    answer = browser.post("/journal", data={"title": "x" * 201, "body": "My words.", "day": "2031-01-01"})
    assert answer.status_code == 422
    assert "My words." in answer.text
    assert "This day has not come yet" in browser.post("/journal", data={"body": "x", "day": "2031-01-01"}).text


def test_a_page_that_was_changed_meanwhile_is_shown_beside_ones_own_words(browser, amara):
    entry = writing.write(amara, Page("A page", "First."))
    seen = entry.version
    writing.change(amara, entry, Page("A page", "From the tram."))
    mine = {"title": "A page", "body": "From the desk.", "seen": str(seen)}
    answer = browser.post(f"/journal/{entry.id}", data=mine)
    assert answer.status_code == 409
    assert "From the desk." in answer.text
    assert "From the tram." in answer.text
    assert browser.post(f"/journal/{entry.id}", data=mine | {"apart": "y"}).status_code == 303
    assert {each.body for each in db.session.scalars(Entry.of(amara))} == {"From the tram.", "From the desk."}


def test_a_page_that_was_let_go_is_taken_back_with_one_button(browser, amara):
    entry = writing.write(amara, Page("Too much", "Let it go."))
    answer = browser.post(f"/journal/{entry.id}/deletion")
    assert browser.get(answer.location).text.count("Take it back</button>") == 1
    later = browser.get("/journal").text
    assert "Too much" in later
    assert "Take it back</button>" in later
    browser.post(f"/journal/{entry.id}/restoration")
    assert "Take it back" not in browser.get("/journal").text
    assert "Let it go." in browser.get(f"/journal/{entry.id}").text


def test_markup_of_ones_own_does_nothing(browser, amara):
    words = "<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) ![y](https://e.vil/y.png)"
    entry = writing.write(amara, Page("<b>Bold</b>", words))
    page = browser.get(f"/journal/{entry.id}").text
    assert not [piece for piece in ("<script>alert", "<img src=x", 'href="javascript', "<b>Bold") if piece in page]
    assert "<img" not in page


def test_photos_are_their_owners_alone(browser, amara, ben, visit):
    entry = writing.write(amara, Page(body="With a picture."))
    sent = {"photos": [(BytesIO(picture()), "a.jpg"), (BytesIO(picture()), "b.jpg")]}
    assert browser.post(f"/journal/{entry.id}/photos", data=sent).status_code == 303
    first, second = db.session.scalars(EntryPhoto.of(amara)).all()
    path = f"/journal/photos/{first.id}-320.webp"
    answer = browser.get(path)
    assert (answer.mimetype, answer.headers["Cache-Control"]) == ("image/webp", "no-store")
    assert (visit(ben).get(path).status_code, visit().get(path).status_code) == (404, 303)
    browser.post(f"/journal/photos/{first.id}/caption", data={"caption": "A pot of tea"})
    assert "A pot of tea" in browser.get(f"/journal/{entry.id}").text
    browser.post(f"/journal/photos/{second.id}/removal")
    assert len(db.session.scalars(Image.of(amara)).all()) == 1
    no_picture = browser.post(f"/journal/{entry.id}/photos", data={"photos": [(BytesIO(b"words"), "a.jpg")]})
    assert no_picture.status_code == 422


def test_words_are_found_whatever_their_accents(browser, amara):
    writing.write(amara, Page("São João", "Fogo e *sardinhas*, ate tarde.", ("verão",)))
    writing.write(amara, Page("Winter", "Nothing of it."))
    page = browser.get("/journal/search?q=sao+tarde").text
    assert "São João" in page
    assert "Winter" not in page
    assert "São João" in browser.get("/journal/search?tag=Verão").text
    assert "Nothing found" in browser.get("/journal/search?q=pelican").text


def test_a_long_journal_is_looked_through_page_by_page(amara, monkeypatch):
    monkeypatch.setattr(looking, "AT_ONCE", 3)
    for day in range(1, 11):
        words = "the heron" if day % 2 else "a gull"
        writing.write(amara, Page(body=words, day=date(2026, 1, day)))
    first = looking.look(amara, Sought("heron"), enough=3)
    assert [entry.day.day for entry in first.entries] == [9, 7, 5]
    rest = looking.look(amara, Sought("heron"), beyond=first.reached, enough=3)
    assert ([entry.day.day for entry in rest.entries], rest.reached) == ([3, 1], None)


def test_the_calendar_marks_days_in_a_table(browser, amara):
    writing.write(amara, Page("Low tide", "We walked.", day=date(2026, 3, 4)))
    thanking.keep(amara, ["The tea"], day=date(2026, 3, 4))
    page = browser.get("/journal/calendar?month=2026-03").text
    assert page.count('scope="col"') == 7
    assert "1 page, what you were thankful for" in page
    assert "Low tide" in page
    assert "The tea" in page
    assert browser.get("/journal/calendar?month=nonsense&day=2026-02-31").status_code == 200


def test_what_others_say_of_a_day_stands_beside_it(browser, amara, monkeypatch):
    monkeypatch.setattr(beside, "_voices", [lambda member, days: {day: ["Calm, a little"] for day in days}])
    entry = writing.write(amara, Page("Low tide", "We walked."))
    assert "Calm, a little" in browser.get("/journal").text
    assert "Calm, a little" in browser.get(f"/journal/{entry.id}").text


def test_gratitude_is_one_to_ten_things(browser, amara):
    lines = {"items-0": "The tea", "items-1": " ", "items-2": "A seat", "day": "2026-03-19"}
    assert browser.post("/journal/gratitude", data=lines).status_code == 303
    kept = db.session.scalars(Gratitude.of(amara)).one()
    assert (kept.items, kept.day) == (["The tea", "A seat"], date(2026, 3, 19))
    assert "A seat" in browser.get("/journal/gratitude").text
    assert browser.post("/journal/gratitude", data={"items-0": ""}).status_code == 422
    browser.post(f"/journal/gratitude/{kept.id}/deletion")
    assert not db.session.scalars(Gratitude.of(amara)).all()


def test_a_list_from_the_outbox_is_kept_once(browser, amara):
    letter = {"items-0": "The tea", "id": str(uuid7()), "day": "2026-03-19"}
    for key in ("one", "two"):
        sent = {"Idempotency-Key": key, "Outbox-Account": str(amara.id)}
        assert browser.post("/journal/gratitude", data=letter, headers=sent).status_code == 204
    assert [kept.items for kept in db.session.scalars(Gratitude.of(amara))] == [["The tea"]]


def test_a_page_from_the_outbox_is_one_page(browser, amara):
    letter = {"body": "From the ridge.", "id": str(uuid7())}
    for key in ("one", "two"):
        sent = {"Idempotency-Key": key, "Outbox-Account": str(amara.id)}
        assert browser.post("/journal", data=letter, headers=sent).status_code == 204
    assert [entry.body for entry in db.session.scalars(Entry.of(amara))] == ["From the ridge."]


def test_a_page_that_comes_late_stands_on_the_day_when_it_was_kept(browser, amara, clock):
    kept_at = kaya_clock.now().isoformat()
    clock.travel(days=2)
    browser.post("/journal", data={"body": "From the train.", "at": kept_at})
    browser.post("/journal", data={"body": "From nowhere.", "at": "2199-01-01T00:00:00Z"})
    days = [entry.day for entry in db.session.scalars(Entry.of(amara).order_by(Entry.id))]
    assert days == [NOON.date(), date(2026, 3, 22)]


def test_there_are_enough_prompts_and_another_one_each_day(amara):
    assert len(PROMPTS) == len({str(prompt.words) for prompt in PROMPTS}) >= 60
    days = [date.fromordinal(740_000 + n) for n in range(len(PROMPTS))]
    assert len({of_the_day(amara.id, day).slug for day in days}) == len(PROMPTS)
    assert all(matching(need) for need in Need)
    assert all(matching(None, time) for time in Time)


def test_a_span_is_taken_along_as_files_and_on_paper(browser, amara):
    entry = writing.write(amara, Page("Low tide ☕ שלום", "- **one**\n- two\n\n> מרחבא 中", ("sea",), date(2026, 3, 4)))
    writing.write(amara, Page("Before", "Not in it.", day=date(2026, 2, 1)))
    thanking.keep(amara, ["The tea"], day=date(2026, 3, 5))
    browser.post(f"/journal/{entry.id}/photos", data={"photos": [(BytesIO(picture()), "a.jpg")]})
    answer = browser.get("/journal/export/journal.zip?since=2026-03-01&until=")
    with ZipFile(BytesIO(answer.data)) as archive:
        names = archive.namelist()
        [page] = [archive.read(name).decode() for name in names if name.startswith("pages/")]
        assert "# Low tide ☕ שלום" in page
        assert "Before" not in archive.read("journal.json").decode()
        assert [name for name in names if name.startswith("photos/")]
    paper = browser.get("/journal/export/journal.pdf?since=2026-03-01")
    assert (paper.mimetype, paper.data[:5]) == ("application/pdf", b"%PDF-")
    assert b"Not in it" not in paper.data


def test_to_take_it_along_one_proves_again_who_one_is(browser, clock):
    clock.travel(minutes=20)
    assert browser.get("/journal/export/journal.zip").status_code == 303
