"""Questionnaires as a phone uses them: chosen first, filled in once, and the operator's own one, the WHO-5."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest

from kaya.db import uuid7
from kaya.mood import questionnaires
from kaya.mood.instruments import GAD_7

PATH = "/api/v1/journal/questionnaires"
WORDS = {"frame": "Of the last two weeks:", "items": list("abcde"), "options": list("012345"), "source": "Licence"}


@pytest.fixture
def phone(amara, call):
    return call(amara)


@pytest.fixture
def who_5(settings, tmp_path):
    (tmp_path / "who5.json").write_text(json.dumps(WORDS))
    settings(who5_file=str(tmp_path / "who5.json"))


def offered(phone):
    return {each["kind"]: each for each in phone.get(PATH).json["items"]}


def test_one_is_chosen_before_its_questions_are_seen_or_answered(phone):
    assert offered(phone).keys() == {"gad-7", "phq-8", "phq-9"}
    assert offered(phone)["gad-7"]["items"] == []
    refused = phone.post(f"{PATH}/gad-7/sheets", json={"answers": [1] * 7})
    assert (refused.status_code, refused.json["type"]) == (409, "/problems/not-chosen")
    assert phone.put(f"{PATH}/gad-7/choice").status_code == 204
    assert len(offered(phone)["gad-7"]["items"]) == 7
    sheet = phone.post(f"{PATH}/gad-7/sheets", json={"answers": [1] * 7, "difficulty": 1}).json
    assert (sheet["score"], sheet["highest"], sheet["band"], sheet["help"]) == (7, 21, "mild", None)
    assert phone.delete(f"{PATH}/gad-7/choice").status_code == 204
    assert [each["id"] for each in phone.get(f"{PATH}/gad-7/sheets").json["items"]] == [sheet["id"]]


def test_the_same_id_and_the_same_key_are_one_sheet(phone):
    phone.put(f"{PATH}/phq-8/choice")
    id, key = str(uuid7()), {"Idempotency-Key": "one"}
    for headers in (key, key, {}):
        sent = phone.post(f"{PATH}/phq-8/sheets", json={"id": id, "answers": [2] * 8}, headers=headers)
        assert (sent.status_code, sent.json["id"], sent.json["score"]) == (201, id, 16)
    assert len(phone.get(f"{PATH}/phq-8/sheets").json["items"]) == 1


def test_thoughts_of_being_better_off_dead_lead_to_help(phone):
    phone.put(f"{PATH}/phq-9/choice")
    sheet = phone.post(f"{PATH}/phq-9/sheets", json={"answers": [0] * 8 + [1]}).json
    assert (sheet["score"], sheet["help"]) == (1, "/help")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"answers": [1] * 6}, "answers"),
        ({"answers": [1] * 6 + [4]}, "item_6"),
        ({"answers": [1] * 6 + ["1"]}, "answers.6"),
        ({"answers": [1] * 7, "difficulty": 9}, "difficulty"),
        ({}, "answers"),
        ({"answers": [1] * 7, "mood": "calm"}, "mood"),
    ],
)
def test_what_is_wrong_is_said_by_field(phone, body, field):
    phone.put(f"{PATH}/gad-7/choice")
    answer = phone.post(f"{PATH}/gad-7/sheets", json=body)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


def test_what_is_not_offered_or_another_ones_is_not_there(phone, ben, call):
    assert phone.put(f"{PATH}/who-5/choice").status_code == 404
    phone.put(f"{PATH}/gad-7/choice")
    sheet = phone.post(f"{PATH}/gad-7/sheets", json={"answers": [0] * 7}).json
    assert call(ben).delete(f"{PATH}/sheets/{sheet['id']}").status_code == 404
    assert call(ben).get(f"{PATH}/gad-7/sheets").json["items"] == []
    assert phone.delete(f"{PATH}/sheets/{sheet['id']}").status_code == 204
    assert phone.delete(f"{PATH}/sheets/{sheet['id']}").status_code == 404


def test_the_who_5_in_its_operators_words_goes_up_to_a_hundred(phone, who_5):
    assert offered(phone)["who-5"]["difficulties"] == []
    phone.put(f"{PATH}/who-5/choice")
    told = offered(phone)["who-5"]
    assert (told["items"], told["frame"], told["highest"]) == (WORDS["items"], WORDS["frame"], 100)
    assert told["sources"][0]["title"] == "Licence"
    sheet = phone.post(f"{PATH}/who-5/sheets", json={"answers": [4, 4, 3, 5, 4]}).json
    assert (sheet["score"], sheet["band"], sheet["help"]) == (80, None, None)
    assert phone.post(f"{PATH}/who-5/sheets", json={"answers": [6] * 5}).status_code == 422


def test_other_answers_under_the_same_id_are_refused_and_not_dropped(phone):
    phone.put(f"{PATH}/phq-9/choice")
    id = str(uuid7())
    assert phone.post(f"{PATH}/phq-9/sheets", json={"id": id, "answers": [0] * 9}).status_code == 201
    for body in ({"answers": [0] * 8 + [3]}, {"answers": [0] * 9, "difficulty": 1}):
        refused = phone.post(f"{PATH}/phq-9/sheets", json={"id": id} | body)
        assert (refused.status_code, refused.json["type"]) == (409, "/problems/id-taken")
    assert [sheet["score"] for sheet in phone.get(f"{PATH}/phq-9/sheets").json["items"]] == [0]


ALARMING = [0] * 8 + [1]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"answers": ALARMING, "difficulty": 9}, 422),
        ({"answers": [*ALARMING, 0]}, 422),
        ({"answers": [0] * 8 + [7]}, 422),
        ({"answers": [0] * 8 + ["2"]}, 422),
        ({"answers": ALARMING, "id": "mine"}, 422),
        ({"answers": ALARMING, "mood": "sad"}, 422),
    ],
)
def test_such_thoughts_lead_to_help_though_the_sheet_is_refused(phone, body, status):
    phone.put(f"{PATH}/phq-9/choice")
    refused = phone.post(f"{PATH}/phq-9/sheets", json=body)
    assert (refused.status_code, refused.json["help"]) == (status, "/help")
    assert refused.mimetype == "application/problem+json"


def test_whatever_conflicts_leads_to_help_too(phone):
    not_chosen = phone.post(f"{PATH}/phq-9/sheets", json={"answers": ALARMING})
    assert (not_chosen.status_code, not_chosen.json["help"]) == (409, "/help")
    phone.put(f"{PATH}/phq-9/choice")
    id, key = str(uuid7()), {"Idempotency-Key": "one"}
    kept = phone.post(f"{PATH}/phq-9/sheets", json={"id": id, "answers": [0] * 9}, headers=key)
    assert (kept.status_code, kept.json["help"]) == (201, None)
    for headers in ({}, key):
        refused = phone.post(f"{PATH}/phq-9/sheets", json={"id": id, "answers": ALARMING}, headers=headers)
        assert (refused.status_code, refused.json["help"]) == (422 if headers else 409, "/help")


def test_who_fills_in_too_often_for_now_is_led_to_help_as_well(phone, settings):
    phone.put(f"{PATH}/phq-9/choice")
    settings(rate_limit_scale=0.01)
    said = [phone.post(f"{PATH}/phq-9/sheets", json={"answers": ALARMING}) for _ in range(8)]
    assert said[-1].status_code == 429
    assert {each.json["help"] for each in said} == {"/help"}


@pytest.mark.parametrize("answers", [[0] * 8, [3] * 8, [3] * 8 + [0], "none", [], [3] * 8 + [None]])
def test_without_such_thoughts_a_refusal_says_nothing_of_help(phone, answers):
    refused = phone.post(f"{PATH}/phq-9/sheets", json={"answers": answers})
    assert refused.status_code in (409, 422)
    assert "help" not in refused.json
    endless = phone.post(f"{PATH}/phq-9/sheets", data="[" * 100_000, content_type="application/json")
    assert (endless.status_code, "help" in endless.json) == (400, False)
    assert "help" not in phone.post(f"{PATH}/gad-7/sheets", json={"answers": [3] * 9}).json


def test_sheets_come_by_the_day_that_they_are_of_page_after_page(phone, amara, clock):
    phone.put(f"{PATH}/gad-7/choice")
    now = clock.now()
    for days, point in ((0, 3), (9, 1), (2, 2), (2, 0)):
        questionnaires.fill_in(amara, GAD_7, [point] * 7, at=now - timedelta(days=days), id=uuid4())
    cursor, scores = "", []
    while cursor is not None:
        found = phone.get(f"{PATH}/gad-7/sheets?limit=1{cursor and f'&cursor={cursor}'}").json
        scores += [sheet["score"] for sheet in found["items"]]
        cursor = found["next_cursor"]
    assert scores == [7, 14, 0, 21]
