"""A new password: by mail when it is forgotten, or for the old one; the others are signed out."""

import pytest
from sqlalchemy import func, select

from kaya.accounts import resetting, signing_in
from kaya.accounts.models import PasswordReset
from kaya.db import db, transaction, uuid7
from kaya.refusal import Refusal
from tests.cast import PASSWORD

NEW = "seven lanterns at dusk"


@pytest.fixture
def letter(amara, letters):
    resetting.ask(" AMARA@example.org ")
    return letters(amara.email)[0]


def test_the_link_sets_a_new_password_once_and_signs_out_everywhere(amara, letter, letters):
    signing_in.arrive(amara)
    signing_in.arrive(amara, medium="api")
    assert letter.kind == "reset"
    assert resetting.waiting(letter.token).user_id == amara.id
    resetting.reset(letter.token, NEW)
    assert signing_in.current(amara) == []
    assert signing_in.with_password(amara.email, NEW)
    assert letters(amara.email)[0].kind == "password-changed"
    for again in (lambda: resetting.reset(letter.token, NEW), lambda: resetting.waiting(letter.token)):
        with pytest.raises(Refusal, match="gone") as refused:
            again()
        assert refused.value.status == 410


def test_setting_one_makes_every_other_link_worthless(amara, letter, letters):
    resetting.ask(amara.email)
    newest = letters(amara.email)[0]
    resetting.reset(newest.token, NEW)
    with pytest.raises(Refusal, match="gone"):
        resetting.reset(letter.token, "another fine phrase")


def test_a_link_lasts_an_hour(letter, clock):
    clock.travel(minutes=59)
    assert resetting.waiting(letter.token)
    clock.travel(minutes=2)
    with pytest.raises(Refusal, match="gone"):
        resetting.waiting(letter.token)
    clock.travel(days=2)
    resetting.purge()
    assert db.session.scalar(select(func.count()).select_from(PasswordReset)) == 0


def test_a_weak_password_is_refused_and_the_link_still_good(letter):
    with pytest.raises(Refusal, match="weak-password"):
        resetting.reset(letter.token, "password")
    assert resetting.reset(letter.token, NEW)


def test_nobody_is_written_to_when_nobody_is_there(app, letters):
    resetting.ask("nobody@example.org")
    assert letters("nobody@example.org") == []


def test_a_job_that_runs_twice_writes_once(amara, letters):
    reset_id = uuid7()
    resetting.send(amara.email, reset_id)
    resetting.send(amara.email, reset_id)
    assert len(letters(amara.email)) == 1


def test_resetting_works_while_the_password_rests(amara, letter):
    for _ in range(6):
        with pytest.raises(Refusal):
            signing_in.with_password(amara.email, "wrong")
    resetting.reset(letter.token, NEW)
    assert signing_in.with_password(amara.email, NEW)


def test_only_the_tokens_hash_is_kept(letter, session):
    kept = session.scalars(select(PasswordReset)).one()
    assert len(kept.token_hash) == 32
    assert letter.token.encode() != kept.token_hash


def test_changing_it_signs_out_everywhere_but_here(amara, letters):
    here, _, _ = (signing_in.arrive(amara) for _ in range(3))
    resetting.change(amara, PASSWORD, NEW, here=here)
    assert [s.id for s in signing_in.current(amara)] == [here.id]
    assert signing_in.with_password(amara.email, NEW)
    assert letters(amara.email)[0].kind == "password-changed"


def test_changing_it_asks_for_the_present_one(amara, letters):
    for _ in range(5):
        with pytest.raises(Refusal, match="wrong-password") as refused:
            resetting.change(amara, "wrong", NEW, here=None)
        assert refused.value.field == "current_password"
    with pytest.raises(Refusal, match="password-locked"):
        resetting.change(amara, PASSWORD, NEW, here=None)
    with pytest.raises(Refusal, match="weak-password"):
        resetting.change(amara, PASSWORD, "password", here=None)
    assert letters(amara.email)[0].kind == "password-locked"


def test_a_suspended_person_gets_no_link(amara, letter, letters, clock):
    with transaction() as session:
        session.merge(amara).suspended_at = clock.now()
    with pytest.raises(Refusal, match="gone"):
        resetting.waiting(letter.token)
    resetting.ask(amara.email)
    assert len(letters(amara.email)) == 1


# The pages


def test_from_forgotten_to_signed_in(client, amara, visit, letters):
    elsewhere = visit(amara)
    asked = client.post("/forgot", data={"email": amara.email})
    assert (asked.status_code, asked.location) == (303, "/forgot/sent")
    assert client.get("/forgot/sent").status_code == 200
    path = letters(amara.email)[0].path
    assert amara.email in client.get(path).text
    weak = client.post(path, data={"password": "password"})
    assert weak.status_code == 422
    assert "many people use it" in weak.text
    assert client.post(path, data={"password": NEW}).location == "/login"
    assert elsewhere.get("/settings").status_code == 303
    assert client.get(path).status_code == client.post(path, data={"password": NEW}).status_code == 410
    assert client.post("/login", data={"email": amara.email, "password": NEW}).status_code == 303


def test_asking_answers_the_same_for_whoever_is_not_there(visit, amara):
    known = visit().post("/forgot", data={"email": amara.email})
    unknown = visit().post("/forgot", data={"email": "nobody@example.org"})
    assert (known.status_code, known.location, known.text) == (unknown.status_code, unknown.location, unknown.text)
    assert visit().post("/forgot", data={}).status_code == 422


def test_asking_more_than_five_times_an_hour_is_too_much(client, settings):
    settings(rate_limit_scale=1)
    answers = [client.post("/forgot", data={"email": "a@example.org"}).status_code for _ in range(6)]
    assert answers == [303] * 5 + [429]


def test_the_account_page_changes_it_and_keeps_this_browser(visit, amara):
    here, there = visit(amara), visit(amara)
    assert here.get("/settings/account").status_code == 200
    wrong = here.post("/settings/password", data={"current_password": "wrong", "password": NEW})
    assert wrong.status_code == 422
    assert "not your present password" in wrong.text
    right = here.post("/settings/password", data={"current_password": PASSWORD, "password": NEW})
    assert (right.status_code, right.location) == (303, "/settings/account")
    assert "Your password is changed" in here.get("/settings/account").text
    assert there.get("/settings").status_code == 303


def test_a_password_change_closes_the_other_sockets(visit, listen, amara):
    here, there = visit(amara), visit(amara)
    mine, other = listen(here), listen(there)
    here.post("/settings/password", data={"current_password": PASSWORD, "password": NEW})
    assert mine.is_connected()
    assert not other.is_connected()
