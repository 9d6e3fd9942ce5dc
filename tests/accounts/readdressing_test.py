"""A new mail address: proved by a link, in a fresh session; the old one is told."""

import re

import pytest

from kaya.accounts import readdressing, resetting
from kaya.refusal import Refusal
from tests.cast import PASSWORD

NEW = "amara@example.com"


@pytest.fixture
def link(letters):
    def of(address):
        [text] = [letter.text for letter in letters(address) if "/settings/email/" in letter.text]
        return re.search(r"/settings/email/\S+", text)[0]

    return of


def test_it_changes_once_the_link_was_used_and_not_before(visit, amara, link, letters):
    browser = visit(amara)
    asked = browser.post("/settings/email", data={"email": f" {NEW.upper()} "})
    assert asked.location == "/settings/account"
    way = link(NEW)
    assert NEW in visit().get(way).text
    assert visit().post("/login", data={"email": NEW, "password": PASSWORD}).status_code == 422
    assert visit().post(way).status_code == 303
    assert visit().post("/login", data={"email": NEW, "password": PASSWORD}).status_code == 303
    assert visit().post("/login", data={"email": "amara@example.org", "password": PASSWORD}).status_code == 422
    assert [letter for letter in letters("amara@example.org") if "another address" in letter.subject]
    assert visit().get(way).status_code == visit().post(way).status_code == 410


def test_it_needs_a_fresh_session(visit, call, amara, clock):
    browser, phone = visit(amara), call(amara)
    clock.travel(minutes=11)
    assert browser.get("/settings/email").location == "/reauthenticate?next=/settings/email"
    stale = phone.post("/api/v1/users/me/email", json={"email": NEW})
    assert (stale.status_code, stale.json["type"]) == (403, "/problems/reauthenticate")


def test_a_known_address_gets_the_same_answer_and_a_word(visit, call, amara, ben, letters):
    answers = [visit(amara).post("/settings/email", data={"email": email}) for email in (ben.email, NEW)]
    assert answers[0].location == answers[1].location
    said = [call(amara).post("/api/v1/users/me/email", json={"email": email}) for email in (ben.email, NEW)]
    assert [answer.status_code for answer in said] == [202, 202]
    assert said[0].json == said[1].json
    assert [letter for letter in letters(ben.email) if "already" in letter.subject]
    assert not [letter for letter in letters(ben.email) if "/settings/email/" in letter.text]


def test_an_address_that_somebody_took_meanwhile_stays_theirs(amara, ben, visit, letters):
    for person in (amara, ben):
        visit(person).post("/settings/email", data={"email": NEW})
    ways = [re.search(r"/settings/email/\S+", letter.text)[0] for letter in letters(NEW)]
    assert sorted(visit().post(way).status_code for way in ways) == [303, 410]


def test_a_mailed_reset_is_worth_nothing_afterwards(visit, amara, link, letters):
    resetting.ask(amara.email)
    [reset] = [re.search(r"/reset/\S+", letter.text)[0] for letter in letters(amara.email) if "/reset/" in letter.text]
    visit(amara).post("/settings/email", data={"email": NEW})
    visit().post(link(NEW))
    assert visit().get(reset).status_code == 410


def test_what_is_no_address_or_the_same_is_said_beside_the_field(visit, amara):
    browser = visit(amara)
    for typed, word in (("nowhere", "address"), (amara.email, "already")):
        answer = browser.post("/settings/email", data={"email": typed})
        assert answer.status_code == 422
        assert word in answer.text
        assert f'value="{typed}"' in answer.text


def test_a_link_that_never_was(app):
    with pytest.raises(Refusal, match="gone"):
        readdressing.confirm("never")
