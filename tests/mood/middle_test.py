"""The word in the pad's middle: what it is called, also where it was said under its name from before."""

import pytest

from kaya.db import transaction
from kaya.mood import checking_in
from kaya.mood.models import MoodEntry
from kaya.mood.saying import Said


@pytest.fixture
def from_before(amara):
    entry = checking_in.check_in(amara, Said("so-so"))
    with transaction() as session:
        session.get(MoodEntry, entry.id).word = "neither"
    return entry.id


def test_the_middle_of_the_pad_is_so_so(amara, visit):
    pad = visit(amara).get("/mood").text
    assert 'value="so-so">So-so</label>' in pad
    assert "Neither" not in pad


def test_what_was_said_before_reads_as_it_is_called_today(amara, visit, call, from_before):
    browser = visit(amara)
    for path in ("/mood", "/mood/history", "/today"):
        assert "So-so" in browser.get(path).text
    form = browser.get(f"/mood/entries/{from_before}").text
    assert 'value="so-so" checked>So-so' in form
    assert "Your own word:" not in form
    assert ",so-so," in browser.get("/mood/history.csv").text
    assert call(amara).get(f"/api/v1/journal/mood/{from_before}").json["mood"] == "so-so"


def test_a_telephone_that_says_it_as_before_is_understood(amara, call):
    made = call(amara).post("/api/v1/journal/mood", json={"mood": "neither", "intensity": 5}).json
    assert (made["mood"], made["valence"], made["arousal"]) == ("so-so", -0.1, -0.08)
