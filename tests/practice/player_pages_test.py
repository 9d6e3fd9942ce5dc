"""A session's pages: it is started, played or read, completed or left, and nobody else's."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest

from kaya import clock as kaya_clock
from kaya.db import db, uuid7
from kaya.practice import composing, practising
from kaya.practice.composing import Wording
from kaya.practice.forms_sessions import lengths_offered
from kaya.practice.models import PracticeSession, SessionState
from kaya.practice.practising import Mood
from kaya.practice.score import score_of
from kaya.practice.steps import Step, StepKind, step_kept
from tests.practice.practised import practised

LINE = re.compile(r'data-kind="([a-z]+)" data-seconds="([\d.]+)"(?: data-times="(\d+)" data-phases="([^"]+)")?')


@pytest.fixture
def page(visit, amara, library):
    return visit(amara)


@pytest.fixture
def held(amara, library):
    return practising.begin(amara, library["even-breathing"], 6)


def newest():
    return db.session.scalars(db.select(PracticeSession).order_by(PracticeSession.id.desc())).first()


def test_a_session_is_started_from_a_form_and_played_on_its_own_page(page):
    form = page.get("/practice/sessions/new?practice=even-breathing&minutes=8")
    assert re.search(r'<input checked[^>]* name="minutes"[^>]* value="8"', form.text)
    sent = {"practice": "even-breathing", "minutes": "8", "mood_before": "2"}
    answer = page.post("/practice/sessions", data=sent)
    begun = newest()
    assert answer.status_code == 303
    assert answer.headers["Location"].endswith(f"/practice/sessions/{begun.id}")
    assert (begun.minutes, begun.mood_before) == (8, 2)
    assert "practice-player" in page.get(answer.headers["Location"]).text


def test_the_page_offers_the_lengths_that_the_shelf_names(page, library):
    shelf = page.get("/practice?q=four+even+sides").text
    assert "2 to 39 min" in shelf
    for slug, practice in library.items():
        offered = lengths_offered(practice, practice.minutes)
        assert (offered[0], offered[-1]) == (practice.shortest, practice.longest), slug
        assert practice.minutes in offered
        assert len(offered) <= 7
    shown = re.findall(r'name="minutes"[^>]* value="(\d+)"', page.get("/practice/four-even-sides?minutes=11").text)
    assert shown == ["2", "3", "5", "8", "11", "20", "39"]


@pytest.mark.parametrize("minutes", ["0", "61", "1", "many", "", "-5", "9" * 5000])
def test_a_length_that_cannot_be_is_said_beside_it(page, minutes):
    sent = {"practice": "even-breathing", "minutes": minutes, "mood_before": "4"}
    answer = page.post("/practice/sessions", data=sent)
    assert answer.status_code == 422
    assert "minutes-error" in answer.text
    assert newest() is None


def test_there_is_no_page_for_a_practice_that_is_not_there(page):
    for name in ("nothing-like-it", str(uuid4())):
        assert page.get("/practice/sessions/new", query_string={"practice": name}).status_code == 404
    assert page.get("/practice/sessions/new").headers["Location"] == "/practice"


def test_the_page_alone_holds_every_second_of_it(page, library, amara):
    """The player reads its steps from the list that is there for everyone, and needs nothing else."""
    for slug in ("even-breathing", "four-seven-eight", "muscle-by-muscle", "the-night-ferry"):
        held = practising.begin(amara, library[slug], library[slug].minutes)
        answer = page.get(f"/practice/sessions/{held.id}")
        lines = LINE.findall(answer.text)
        assert sum(float(seconds) for _, seconds, _, _ in lines) == held.length
        for _, seconds, times, phases in lines:
            if phases:
                round_of = sum(float(each.partition(":")[2]) for each in phases.split())
                assert round_of * int(times) == float(seconds)
        assert len(answer.data) < 60_000
        assert answer.headers["Kept-On-Device"]


def test_a_score_reads_as_it_was_composed(amara, library):
    """Breaths that are alike are one line, with each cue at its round."""
    for slug in ("four-even-sides", "the-long-sigh", "six-a-minute"):
        steps = [step_kept(each) for each in practising.begin(amara, library[slug], 10).steps]
        again = []
        for line in score_of(steps):
            cues = dict(line.cues)
            for number in range(line.times):
                for first, (kind, seconds) in enumerate(line.phases):
                    again.append((kind, seconds, "" if first else cues.get(number, "")))
            if not line.phases:
                again.append((line.kind, line.seconds, line.text))
        assert again == [(step.kind, step.seconds, step.cue or step.text) for step in steps]


def test_a_session_from_the_pocket_is_one_when_it_arrives(page, amara, library, clock):
    """Begun and done without a network: the page made its id, and the outbox sends both, one perhaps twice."""
    shown = page.get("/practice/sessions/pocket/even-breathing?minutes=6&to=calm")
    assert shown.headers["Kept-On-Device"]
    assert 'data-purpose="To come to rest"' in shown.text
    assert sum(float(seconds) for _, seconds, _, _ in LINE.findall(shown.text)) == 360
    assert newest() is None
    id, began = uuid7(), kaya_clock.now()
    clock.travel(days=5)
    said = {"practice": "even-breathing", "minutes": "6", "id": str(id), "started_at": began.isoformat()}
    for key in ("one", "two"):
        sent = page.post(
            "/practice/sessions", data=said, headers={"Idempotency-Key": key, "Outbox-Account": str(amara.id)}
        )
        assert sent.status_code == 204
    ended = began + timedelta(minutes=6)
    page.post(f"/practice/sessions/{id}/completion", data={"ended_at": ended.isoformat()})
    [held] = db.session.scalars(PracticeSession.of(amara))
    assert (held.id, held.started_at, held.ended_at, held.seconds) == (id, began, ended, 360)


def test_a_device_whose_clock_is_ahead_loses_nothing_of_its_session(page, amara, library):
    """Begun, practised and told of at once: the house's own time is taken, and its minutes are as the device says."""
    id, now = uuid7(), kaya_clock.now()
    said = {"practice": "even-breathing", "minutes": "6", "id": str(id)}
    for ahead, status in ((timedelta(days=2), 422), (timedelta(minutes=20), 303)):
        begun = page.post("/practice/sessions", data=said | {"started_at": (now + ahead).isoformat()})
        assert begun.status_code == status
    ended = (now + timedelta(minutes=26)).isoformat()
    page.post(f"/practice/sessions/{id}/completion", data={"ended_at": ended, "played": "360"})
    [held] = db.session.scalars(PracticeSession.of(amara))
    assert now <= held.started_at <= held.ended_at <= kaya_clock.now()
    assert (held.state, held.played) == (SessionState.COMPLETED, 360)


@pytest.mark.parametrize(
    ("name", "wrong"), [("id", "7"), ("started_at", "noon"), ("started_at", "1999-01-01T00:00:00Z")]
)
def test_what_a_page_says_of_its_beginning_is_looked_at(page, name, wrong):
    said = {"practice": "even-breathing", "minutes": "6", name: wrong}
    assert page.post("/practice/sessions", data=said).status_code == 422
    assert newest() is None


def test_anothers_id_is_not_taken(visit, ben, held):
    said = {"practice": "even-breathing", "minutes": "6", "id": str(held.id)}
    assert visit(ben).post("/practice/sessions", data=said).status_code == 409


def test_without_script_it_can_be_read_and_said_to_be_done(page, held):
    text = page.get(f"/practice/sessions/{held.id}").text
    assert "The player needs JavaScript" in text
    assert "Breathe in 5.5 · Breathe out 5.5" in " ".join(text.split())
    sent = {"mood_after": "4", "rating": "5", "notes": "Lighter."}
    answer = page.post(f"/practice/sessions/{held.id}/completion", data=sent)
    assert answer.status_code == 303
    db.session.refresh(held)
    assert (held.state, held.mood_after, held.rating, held.notes) == (SessionState.COMPLETED, 4, 5, "Lighter.")
    over = page.get(answer.headers["Location"]).text
    assert "You have done it" in over
    assert "Lighter." in over


def test_what_is_said_afterwards_is_put_right_and_not_doubled(page, held):
    path = f"/practice/sessions/{held.id}/completion"
    page.post(path, data={})
    page.post(path, data={"mood_after": "3", "notes": "Slow."})
    page.post(path, data={"rating": "4"})
    db.session.refresh(held)
    assert (held.mood_after, held.rating, held.notes) == (3, 4, "Slow.")


def test_too_long_a_note_comes_back_with_a_word(page, held):
    sent = {"notes": "x" * 4001, "mood_after": "9"}
    answer = page.post(f"/practice/sessions/{held.id}/completion", data=sent)
    assert answer.status_code == 422
    assert "x" * 4001 in answer.text
    assert "notes-error" in answer.text
    db.session.refresh(held)
    assert held.is_open


def test_a_completion_that_comes_late_has_its_own_time_and_comes_once(page, held, clock, amara):
    """A phone without a network sends it hours later, and again when it does not know whether it arrived."""
    clock.travel(minutes=6)
    ended = kaya_clock.now()
    clock.travel(hours=9)
    headers = {"Idempotency-Key": "01890000-0000-7000-8000-000000000001", "Outbox-Account": str(amara.id)}
    said = {"ended_at": ended.isoformat().replace("+00:00", "Z")}
    for _ in range(2):
        answer = page.post(f"/practice/sessions/{held.id}/completion", data=said, headers=headers)
        assert answer.status_code == 204
    db.session.refresh(held)
    assert held.ended_at == ended
    assert held.seconds == 360


@pytest.mark.parametrize("said", ["2999-01-01T00:00:00Z", "1999-01-01T00:00:00Z"])
def test_it_never_ended_before_it_began_nor_tomorrow(page, held, said):
    page.post(f"/practice/sessions/{held.id}/completion", data={"ended_at": said})
    db.session.refresh(held)
    assert held.started_at <= held.ended_at <= kaya_clock.now()


@pytest.mark.parametrize("said", ["noon", "2026-02-30T00:00:00Z", "2026-03-01T10:00:00", "9" * 400])
def test_a_moment_that_is_none_is_refused(page, held, said):
    answer = page.post(f"/practice/sessions/{held.id}/completion", data={"ended_at": said})
    assert answer.status_code == 422


def test_progress_from_a_page_without_a_socket(page, held):
    path = f"/practice/sessions/{held.id}/progress"
    for seconds, status in (("90", 303), ("40", 303), ("soon", 422), ("-1", 422), ("99999", 422)):
        assert page.post(path, data={"seconds": seconds}).status_code == status
    db.session.refresh(held)
    assert held.seconds == 90
    assert 'data-at="90"' in page.get(f"/practice/sessions/{held.id}").text


def test_a_page_says_how_much_of_it_ran_and_nonsense_is_refused(page, held, clock):
    path = f"/practice/sessions/{held.id}"
    clock.travel(minutes=5)
    for played in ("soon", "-1", "99999", "²", "1e3", "9" * 5000):
        assert page.post(f"{path}/progress", data={"seconds": "90", "played": played}).status_code == 422
        assert page.post(f"{path}/completion", data={"played": played}).status_code == 422
    page.post(f"{path}/progress", data={"seconds": "300", "played": "45"})
    assert 'data-played="45"' in page.get(path).text
    page.post(f"{path}/completion", data={"played": "105", "mood_after": "4"})
    db.session.refresh(held)
    assert (held.seconds, held.played) == (360, 105)
    assert "one minute" in page.get(path).text


def test_leaving_counts_what_was_practised(page, held, amara, clock):
    clock.travel(seconds=130)
    practising.progress(amara, held, 130)
    page.post(f"/practice/sessions/{held.id}/abandonment", data={})
    text = page.get(f"/practice/sessions/{held.id}").text
    assert "That counts" in text
    assert "2 minutes" in text


def test_whether_it_helps_is_said_from_five_sessions_on(page, amara, library):
    for number in range(5):
        shown = page.get(f"/practice/sessions/{newest().id}").text if number else ""
        assert "Does it help?" not in shown
        held = practised(amara, library["even-breathing"], 6, before=Mood(2), after=Mood(4 if number else 2))
    text = " ".join(page.get(f"/practice/sessions/{held.id}").text.split())
    assert "before and after it 5 times: lighter after 4, the same after 1, heavier after 0." in text


def test_a_session_of_ones_own_steps_is_played_too(page, amara):
    steps = [Step(StepKind.SAY, "Look out of the <window>.", 5), Step(StepKind.SILENCE, "", 55)]
    own = composing.make(amara, Wording("By the window", steps))
    held = practising.begin(amara, own, 1)
    text = page.get(f"/practice/sessions/{held.id}").text
    assert "Look out of the &lt;window&gt;." in text


def test_nobody_elses_session_is_there(visit, ben, admin, held):
    for other in (visit(ben), visit(admin)):
        assert other.get(f"/practice/sessions/{held.id}").status_code == 404
        for what in ("progress", "completion", "abandonment"):
            sent = {"seconds": "9"}
            assert other.post(f"/practice/sessions/{held.id}/{what}", data=sent).status_code == 404


def test_another_accounts_letter_is_not_taken(page, held, ben):
    sent, headers = {"notes": "Mine"}, {"Outbox-Account": str(ben.id)}
    answer = page.post(f"/practice/sessions/{held.id}/completion", data=sent, headers=headers)
    assert answer.status_code == 409
    db.session.refresh(held)
    assert held.is_open
