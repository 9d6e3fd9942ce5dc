"""Questionnaires: chosen first, scored as their makers say, sealed; and a way to help where someone needs it."""

import json
from datetime import timedelta

import pytest
import sqlalchemy as sa

from kaya.db import db, uuid7
from kaya.mood import questionnaires
from kaya.mood.instruments import FREE, GAD_7, PHQ_8, PHQ_9
from kaya.mood.models import Sheet
from kaya.refusal import Refusal


@pytest.mark.parametrize(
    ("instrument", "points", "score", "band"),
    [
        (GAD_7, [0] * 7, 0, "minimal"),
        (GAD_7, [1] * 4 + [0] * 3, 4, "minimal"),
        (GAD_7, [1] * 5 + [0] * 2, 5, "mild"),
        (GAD_7, [2] * 5 + [0] * 2, 10, "moderate"),
        (GAD_7, [3] * 5 + [0] * 2, 15, "severe"),
        (GAD_7, [3] * 7, 21, "severe"),
        (PHQ_8, [2] * 7 + [0], 14, "moderate"),
        (PHQ_8, [2] * 7 + [1], 15, "moderately-severe"),
        (PHQ_8, [3] * 8, 24, "severe"),
        (PHQ_9, [2] * 9, 18, "moderately-severe"),
        (PHQ_9, [2] * 8 + [3], 19, "moderately-severe"),
        (PHQ_9, [3] * 6 + [2, 0, 0], 20, "severe"),
        (PHQ_9, [3] * 9, 27, "severe"),
    ],
)
def test_scores_fall_into_the_bands_of_their_makers(amara, instrument, points, score, band):
    questionnaires.choose(amara, instrument)
    result = questionnaires.fill_in(amara, instrument, points)
    assert (result.score, result.band.name, result.instrument.highest >= score) == (score, band, True)


def test_their_length_and_frame_are_as_published():
    assert [(each.name, len(each.items), each.highest) for each in FREE] == [
        ("GAD-7", 7, 21), ("PHQ-8", 8, 24), ("PHQ-9", 9, 27)
    ]  # fmt: skip
    assert all("last 2 weeks" in str(each.frame) and each.sources[0].doi for each in FREE)
    assert [each.alarm for each in FREE] == [None, None, 8]


def test_nobody_meets_one_that_they_did_not_choose(amara):
    with pytest.raises(Refusal, match="not-chosen"):
        questionnaires.fill_in(amara, GAD_7, [0] * 7)


def test_answers_are_sealed_in_the_database(amara):
    questionnaires.choose(amara, PHQ_9)
    questionnaires.fill_in(amara, PHQ_9, [3] * 8 + [1], difficulty=2)
    [kept] = db.session.execute(sa.text("SELECT answers FROM questionnaire_sheets")).scalars()
    assert b"3, 3" not in bytes(kept)
    [result] = questionnaires.results(amara, PHQ_9)
    assert (result.score, result.sheet.difficulty, result.is_alarming) == (25, 2, True)


@pytest.mark.parametrize("points", [[], [0] * 6, [0] * 6 + [4], [0] * 6 + [-1]])
def test_incomplete_and_made_up_answers_are_refused(amara, points):
    questionnaires.choose(amara, GAD_7)
    with pytest.raises(Refusal):
        questionnaires.fill_in(amara, GAD_7, points)


def test_whoever_thinks_of_being_better_off_dead_is_led_to_help_and_the_sheet_is_kept(amara, visit, session):
    browser = visit(amara)
    browser.post("/mood/questionnaires/phq-9/choice")
    said = {f"item_{n}": "0" for n in range(8)} | {"item_8": "1"}
    answer = browser.post("/mood/questionnaires/phq-9", data=said)
    assert (answer.status_code, answer.location) == (303, "/help")
    shown = browser.get("/help").text
    assert "Your answers are kept." in shown
    floating = shown.partition('id="notices"')[2].partition("<template")[0]
    assert "You need not be alone with them" in shown.partition('<h2 id="first"')[0]
    assert "You need not be alone with them" not in floating
    assert "You need not be alone with them" not in browser.get("/help").text.partition("<template")[0]
    assert "Whatever the sum, that deserves someone to talk to." in browser.get("/mood/questionnaires/phq-9").text
    session.rollback()
    [sheet] = session.scalars(Sheet.of(amara))
    assert sheet.score == 1


def test_whoever_opens_another_page_instead_of_help_is_told_there(amara, visit):
    browser = visit(amara)
    browser.post("/mood/questionnaires/phq-9/choice")
    browser.post("/mood/questionnaires/phq-9", data={f"item_{n}": "1" for n in range(9)})
    shown = browser.get("/mood/questionnaires/phq-9")
    assert shown.status_code == 200
    assert "The latest is 9 of 27" in shown.text
    assert "You need not be alone with them" in shown.text.partition('id="notices"')[2].partition("<template")[0]


def test_what_is_missing_is_named_and_what_was_answered_stays(amara, visit):
    browser = visit(amara)
    browser.post("/mood/questionnaires/gad-7/choice")
    answer = browser.post("/mood/questionnaires/gad-7", data={"item_0": "2", "item_1": "x"})
    assert answer.status_code == 422
    assert "Please answer each of the questions." in answer.text
    assert 'name="item_0" value="2" checked' in answer.text
    assert 'href="#item_2-0"' in answer.text


def test_putting_one_away_is_asked_about_and_stands_far_from_keeping(amara, visit):
    questionnaires.choose(amara, GAD_7)
    page = visit(amara).get("/mood/questionnaires/gad-7").text
    keeping, _, after = page.partition("Keep these answers")
    assert "/choice/deletion" not in keeping
    assert after.index("</section>") < after.index("Put this questionnaire away") < after.index("Put GAD-7 away?")
    asked = after[after.index("Put GAD-7 away?") :]
    assert asked.index("/choice/deletion") < asked.index("Put it away") < asked.index("Keep using it")
    assert after.count("/choice/deletion") == 1
    assert visit(amara).post("/mood/questionnaires/gad-7/choice/deletion").location == "/mood/questionnaires"


def test_scores_stand_over_time_with_their_table_and_can_be_deleted(amara, visit, clock, session):
    questionnaires.choose(amara, GAD_7)
    for points in ([2] * 7, [1] * 7):
        questionnaires.fill_in(amara, GAD_7, points)
        clock.travel(days=20)
    browser = visit(amara)
    shown = browser.get("/mood/questionnaires/gad-7").text
    assert "The latest is 7 of 21: mild." in shown
    assert "GAD-7 scores, one after the other: 14, 7." in shown
    assert "not a diagnosis" in shown
    first = questionnaires.results(amara, GAD_7)[0].sheet
    browser.post(f"/mood/questionnaires/sheets/{first.id}/deletion")
    assert [result.score for result in questionnaires.results(amara, GAD_7)] == [7]


def test_the_who_5_is_there_only_where_the_operator_has_its_words(amara, visit, settings, tmp_path):
    browser = visit(amara)
    assert browser.get("/mood/questionnaires/who-5").status_code == 404
    words = {"frame": "Of the last two weeks:", "items": list("abcde"), "options": list("012345"), "source": "Licence"}
    (tmp_path / "who5.json").write_text(json.dumps(words))
    settings(who5_file=str(tmp_path / "who5.json"))
    assert "Of the last two weeks:" not in browser.get("/mood/questionnaires/who-5").text
    browser.post("/mood/questionnaires/who-5/choice")
    browser.post("/mood/questionnaires/who-5", data={f"item_{n}": "4" for n in range(5)})
    assert "The latest is 80 of 100." in browser.get("/mood/questionnaires/who-5").text


def test_whoever_goes_back_and_answers_otherwise_is_led_to_help_and_both_are_kept(amara, visit, session):
    browser = visit(amara)
    browser.post("/mood/questionnaires/phq-9/choice")
    said = {f"item_{n}": "0" for n in range(9)} | {"id": str(uuid7())}
    for _ in range(2):
        assert browser.post("/mood/questionnaires/phq-9", data=said).location == "/mood/questionnaires/phq-9"
    assert browser.post("/mood/questionnaires/phq-9", data=said | {"item_8": "3"}).location == "/help"
    session.rollback()
    assert [sheet.score for sheet in session.scalars(Sheet.of(amara))] == [0, 3]


def test_whoever_thinks_of_being_better_off_dead_is_led_to_help_though_answers_are_missing(amara, visit, session):
    browser = visit(amara)
    browser.post("/mood/questionnaires/phq-9/choice")
    answer = browser.post("/mood/questionnaires/phq-9", data={"item_0": "1", "item_8": "2"})
    assert (answer.status_code, answer.location) == (303, "/help")
    assert "Your answers are not kept yet" in browser.get("/help").text
    session.rollback()
    assert session.scalars(Sheet.of(amara)).all() == []


def test_alarming_answers_of_a_device_that_cannot_be_taken_are_told_no_so_that_they_stay_there(visit, amara):
    questionnaires.choose(amara, PHQ_9)
    whole = {f"item_{n}": "2" for n in range(9)}
    for key, answers, status in (("a", {"item_0": "1", "item_8": "2"}, 422), ("b", whole, 409)):
        letter = {"Idempotency-Key": key, "Outbox-Account": str(amara.id)}
        assert visit(amara).post("/mood/questionnaires/phq-9", data=answers, headers=letter).status_code == status
        questionnaires.put_away(amara, PHQ_9)
    assert questionnaires.results(amara, PHQ_9) == []


def test_a_sheet_from_a_device_without_a_network_is_of_the_day_on_which_it_was_filled_in(visit, amara, clock):
    questionnaires.choose(amara, GAD_7)
    filled = clock.now()
    clock.travel(days=3)
    answers = {f"item_{n}": "1" for n in range(7)} | {"id": str(uuid7()), "at": filled.isoformat()}
    letter = {"Idempotency-Key": answers["id"], "Outbox-Account": str(amara.id)}
    for _ in range(2):
        answer = visit(amara).post("/mood/questionnaires/gad-7", data=answers, headers=letter)
        assert (answer.status_code, answer.headers.get("Location", "")[-6:]) in [(204, "/gad-7"), (204, "")]
    [result] = questionnaires.results(amara, GAD_7)
    assert (result.score, result.sheet.day) == (7, filled.date())


def sent_later(browser, points, at):
    said = {f"item_{n}": str(point) for n, point in enumerate(points)} | {"id": str(uuid7()), "at": at.isoformat()}
    return browser.post("/mood/questionnaires/gad-7", data=said)


def test_a_sheet_that_arrives_after_a_younger_one_takes_its_place_in_time(visit, amara, clock):
    questionnaires.choose(amara, GAD_7)
    questionnaires.fill_in(amara, GAD_7, [1] * 7)
    browser = visit(amara)
    assert sent_later(browser, [2] * 7, clock.now() - timedelta(days=2)).status_code == 303
    shown = browser.get("/mood/questionnaires/gad-7")
    assert shown.status_code == 200
    assert "The latest is 7 of 21: mild." in shown.text
    assert "GAD-7 scores, one after the other: 14, 7." in shown.text
    assert "7 of 21" in browser.get("/mood/questionnaires").text


def test_an_old_sheet_that_arrives_today_hides_no_younger_one_from_who_wonders_whether_it_is_soon(visit, amara, clock):
    questionnaires.choose(amara, GAD_7)
    questionnaires.fill_in(amara, GAD_7, [1] * 7)
    sent_later(visit(amara), [2] * 7, clock.now() - timedelta(days=20))
    latest = questionnaires.results(amara, GAD_7)[-1]
    assert (latest.score, questionnaires.is_soon_after(amara, latest)) == (7, True)


def test_several_of_one_day_stand_as_they_came(visit, amara, clock):
    questionnaires.choose(amara, GAD_7)
    noon = clock.now() - timedelta(days=1)
    for points in ([1] * 7, [3] * 7, [2] * 7):
        sent_later(visit(amara), points, noon)
        clock.travel(minutes=1)
    assert "one after the other: 7, 21, 14." in visit(amara).get("/mood/questionnaires/gad-7").text


def test_what_a_device_kept_for_longer_than_thirty_days_is_refused_with_what_was_answered(visit, amara, clock):
    questionnaires.choose(amara, GAD_7)
    assert sent_later(visit(amara), [1] * 7, clock.now() - timedelta(days=29)).status_code == 303
    for at in (clock.now() - timedelta(days=31), clock.now() - timedelta(days=45_000)):
        answer = sent_later(visit(amara), [2] * 7, at)
        assert (answer.status_code, "it can be added for up to 30 days" in answer.text) == (422, True)
        assert 'name="item_0" value="2" checked' in answer.text
    assert [result.score for result in questionnaires.results(amara, GAD_7)] == [7]


def test_what_has_not_come_yet_is_refused(amara, clock):
    questionnaires.choose(amara, GAD_7)
    with pytest.raises(Refusal, match="in-the-future"):
        questionnaires.fill_in(amara, GAD_7, [1] * 7, at=clock.now() + timedelta(days=1))
