"""Whose socket it is: asked as it opens and at every event; a sign-in that ends takes its sockets along, everywhere."""

import contextlib

import pytest
import socketio.exceptions

from kaya.accounts import signing_in
from kaya.accounts.models import SignIn
from kaya.db import db
from tests.cast import person
from tests.databases import migrated_app
from tests.stage.process import wait_for

MINE = {"topic": "notifications"}


def sign_ins():
    return list(db.session.scalars(SignIn.live()))


def test_a_page_of_someone_who_signed_in_hears_what_is_theirs(visit, listen, amara):
    browser = visit()
    browser.sign_in(amara)
    assert listen(browser).ask("subscribe", **MINE)["key"] == str(amara.id)


def test_a_guest_hears_only_what_is_public(client, listen):
    page = listen(client)
    assert page.ask("subscribe", topic="availability")["ok"]
    assert page.ask("subscribe", **MINE)["problem"]["type"] == "/problems/not-found"


def test_a_wrong_token_is_refused_and_so_is_a_sign_in_that_ended(visit, listen, amara):
    assert not listen(visit(), token="rubbish").is_connected()
    browser = visit()
    browser.sign_in(amara)
    signing_in.end(sign_ins()[0])
    assert not listen(browser).is_connected()


def test_signing_out_closes_the_sockets_of_that_sign_in_alone(visit, listen, amara):
    here, there = visit(), visit()
    here.sign_in(amara)
    mine = sign_ins()[0]
    there.sign_in(amara)
    closed, open_ = listen(here), listen(there)
    signing_in.end(mine)
    assert not closed.is_connected()
    assert open_.ask("subscribe", **MINE)["ok"]


def test_after_a_sign_in_ran_out_the_next_word_closes_the_socket(visit, listen, amara, clock):
    browser = visit()
    browser.sign_in(amara)
    page = listen(browser)
    clock.travel(days=400)
    assert page.ask("subscribe", **MINE)["problem"]["status"] == 401
    assert not page.is_connected()


@pytest.mark.on("postgresql")
def test_signing_out_in_one_process_closes_sockets_in_another(stage, redis):
    app = migrated_app(stage.folder, stage.database_url)
    with app.app_context(), contextlib.ExitStack() as stack:
        sign_in = signing_in.arrive(person("Amara Obi"))
        signer = app.session_interface.get_signing_serializer(app)
        headers = {"Cookie": f"kaya={signer.dumps({'_user_id': str(sign_in.id)})}"}
        servers = [stack.enter_context(stage.serving(redis_url=redis.url)) for _ in range(2)]
        pages = [stack.enter_context(server.socket(headers=headers)) for server in servers]
        assert all(page.ask("subscribe", MINE)["ok"] for page in pages)
        servers[0].get(f"/stage/end/{sign_in.id}")
        assert [page.hears("signed-out") for page in pages] == [{}, {}]
        wait_for(lambda: not any(page.inner.connected for page in pages))
        signing_in.end(sign_in)
        with pytest.raises(socketio.exceptions.ConnectionError):
            stack.enter_context(servers[1].socket(headers=headers))
        db.session.remove()
        db.engine.dispose()
