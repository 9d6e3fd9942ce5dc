"""Nobody gets into another's account by the way in: not by registering first, later or at the same time."""

from uuid import UUID

import pytest

from kaya.accounts import readdressing, registering, resetting, second_step, signing_in
from kaya.accounts.models import SignIn
from kaya.db import db
from kaya.refusal import Refusal
from tests.accounts.conftest import PASSWORD
from tests.cast import PASSWORD as HERS
from tests.cast import code

ATTACKERS = "the password of somebody else"
NEW = "seven lanterns at dusk"


@pytest.fixture
def twice(ana, letters):
    """Ana has registered; then somebody else did, with her address and a password of their own."""
    registering.register("ana@example.org", ATTACKERS, "Ana Luz")
    return letters("ana@example.org")[0]


def is_right(password):
    try:
        return bool(signing_in.with_password("ana@example.org", password))
    except Refusal:
        return False


def test_registering_somebody_elses_address_gives_nobody_their_password(twice, letters):
    """The newest letter is the one she will use; what opens is hers, and no password that a stranger knows fits it."""
    user = registering.verify(twice.token)
    assert user.name
    assert not is_right(ATTACKERS)
    assert not is_right(PASSWORD)
    reset = next(letter for letter in letters("ana@example.org") if letter.kind == "reset")
    resetting.reset(reset.token, NEW)
    assert is_right(NEW)


def test_nor_by_the_code(twice):
    registering.verify_code("ana@example.org", twice.code)
    assert not is_right(ATTACKERS)


def test_nor_by_ending_hers_first(ana, letters):
    for _ in range(5):
        with pytest.raises(Refusal):
            registering.verify_code("ana@example.org", "x")
    registering.register("ana@example.org", ATTACKERS, "Ana Luz")
    registering.verify(letters("ana@example.org")[0].token)
    assert not is_right(ATTACKERS)


def test_nor_by_asking_once_more(twice, letters):
    registering.register("ana@example.org", ATTACKERS, "Ana Luz")
    registering.verify(letters("ana@example.org")[0].token)
    assert not is_right(ATTACKERS)


def test_the_same_password_again_is_simply_hers(ana, letters):
    registering.register("ana@example.org", PASSWORD, "Ana Luz")
    registering.verify(letters("ana@example.org")[0].token)
    assert is_right(PASSWORD)
    assert "reset" not in {letter.kind for letter in letters("ana@example.org")}


def test_a_day_later_a_registration_stands_for_itself(ana, letters, clock):
    clock.travel(hours=25)
    registering.register("ana@example.org", NEW, "Ana Luz")
    registering.verify(letters("ana@example.org")[0].token)
    assert is_right(NEW)


def test_whoever_comes_in_so_is_told_why_on_the_page(client, twice):
    arrived = client.post(twice.path)
    assert "set your password" in client.get(arrived.location).text


def test_changing_the_password_makes_every_mailed_link_worthless(amara, letters):
    """Whoever fears for their mailbox changes the password: a link that lies there opens nothing from then on."""
    resetting.ask(amara.email)
    letter = letters(amara.email)[0]
    resetting.change(amara, HERS, NEW, here=None)
    with pytest.raises(Refusal, match="gone"):
        resetting.reset(letter.token, ATTACKERS)


def test_nor_does_a_link_that_has_mails_sent_elsewhere(amara, letters):
    """Whoever sat at her open page for a minute asked for her mails; her new password takes that back."""
    readdressing.ask(amara, "eve@example.net")
    [letter] = letters("eve@example.net")
    resetting.change(amara, HERS, NEW, here=None)
    with pytest.raises(Refusal, match="gone"):
        readdressing.confirm(letter.token)


def test_nor_a_sign_in_that_waits_for_its_second_proof(admin):
    halfway = signing_in.with_password(admin.email, HERS)
    resetting.change(admin, HERS, NEW, here=None)
    with pytest.raises(Refusal, match="gone"):
        second_step.with_code(halfway.id, code())


def test_a_planted_cookie_is_nobody_afterwards(visit, amara):
    """What a browser carried before signing in (its token too) is worth nothing after it."""
    browser = visit()
    browser.get("/login")
    with browser.session_transaction() as before:
        planted = dict(before)
    browser.post("/login", data={"email": amara.email, "password": HERS})
    with browser.session_transaction() as after:
        assert after.get("csrf_token") != planted["csrf_token"]
    stranger = visit()
    with stranger.session_transaction() as session:
        session.update(planted)
    assert stranger.get("/settings").status_code == 303


def test_a_cookie_names_a_sign_in_of_a_browser_and_no_other(visit, call, amara):
    """Even with a valid signature: neither a person's id nor an API client's sign-in is a session."""
    signing_in.tokens_for(signing_in.arrive(amara, medium="api"))
    phone = db.session.scalars(SignIn.of(amara)).one()
    for planted in (str(amara.id), str(phone.id), amara.email, "1", "' OR 1=1 --"):
        browser = visit()
        with browser.session_transaction() as session:
            session["_user_id"], session["_fresh"] = planted, True
        assert browser.get("/settings").status_code == 303


def test_signing_in_over_a_session_ends_the_one_before(client, amara, ben, session):
    """A browser is one person: what its earlier cookie named opens nothing, should anybody have kept it."""
    client.post("/login", data={"email": ben.email, "password": HERS})
    with client.session_transaction() as cookie:
        before = cookie["_user_id"]
    assert client.post("/login", data={"email": amara.email, "password": HERS}).status_code == 303
    assert "amara" in client.get("/settings/account").text
    assert session.get_one(SignIn, UUID(before)).ended_at is not None
    with client.session_transaction() as cookie:
        cookie["_user_id"] = before
    assert client.get("/settings").status_code == 303
