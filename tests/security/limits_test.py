"""Limits that cannot be walked around: neither by a burst, another spelling, a header, nor another path."""

import io
import logging
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from kaya.accounts.views.throttles import typed_address
from tests.cast import PASSWORD
from tests.databases import migrated_app
from tests.visitor import Visitor

LOGIN = "/api/v1/auth/login"
FORGOTTEN = "/api/v1/auth/request-password-reset"
AT_ONCE = 40


@pytest.fixture
def strict(settings):
    """Limits as they are in production."""
    settings(rate_limit_scale=1)


def test_a_burst_gets_no_more_tries_than_a_queue(app, strict):
    """Forty wrong passwords at the same moment: the address is counted before the password is looked at."""
    start = Barrier(AT_ONCE)

    def guess(number):
        with app.app_context():
            visitor = Visitor(app)
            start.wait()
            return visitor.post(LOGIN, json={"email": f"n{number}@example.org", "password": "wrong"}).status_code

    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = list(pool.map(guess, range(AT_ONCE)))
    assert answers.count(401) <= 20
    assert set(answers) == {401, 429}


def test_what_is_not_counted_is_given_back(client, amara, strict):
    """Twenty-five right passwords, and the twenty wrong ones are still to be had."""
    right = {"email": amara.email, "password": PASSWORD}
    assert {client.post(LOGIN, json=right).status_code for _ in range(25)} == {200}
    wrong = [client.post(LOGIN, json={"email": f"n{n}@example.org", "password": "x"}).status_code for n in range(21)]
    assert wrong == [401] * 20 + [429]


def test_the_api_counts_all_its_paths_together(client, strict):
    paths = ["/api/v1/services", "/api/v1/practitioners", "/api/v1/auth/jwks.json", "/api/v1/openapi.json"]
    answers = [client.get(paths[n % len(paths)]).status_code for n in range(104)]
    assert answers == [200] * 100 + [429] * 4


def test_a_path_with_a_limit_of_its_own_counts_too(client, amara, strict):
    right = {"email": amara.email, "password": PASSWORD}
    answers = [client.post(LOGIN, json=right).status_code for _ in range(101)]
    assert answers == [200] * 100 + [429]


@pytest.mark.parametrize(
    "spelled",
    [
        "AMARA@Example.org",
        "  amara@example.org ",
        "am\x01ara@example.org",
        "amara@ｅxample．org",
    ],
)
def test_one_mailbox_is_counted_however_it_is_spelled(client, strict, spelled):
    """From as many places as one likes: five letters an hour for one mailbox."""
    for number in range(5):
        asked = client.post(
            FORGOTTEN, json={"email": "amara@example.org"}, environ_base={"REMOTE_ADDR": f"10.0.0.{number}"}
        )
        assert asked.status_code == 202
    sixth = client.post(FORGOTTEN, json={"email": spelled}, environ_base={"REMOTE_ADDR": "10.0.1.1"})
    assert sixth.status_code == 429
    page = client.post("/forgot", data={"email": spelled}, environ_base={"REMOTE_ADDR": "10.0.1.2"})
    assert page.status_code == 429


def test_a_limit_knows_no_address_by_name_and_takes_any_text(app):
    """What is counted is a hash: half a character cannot break the store, and nothing of it reaches a log."""
    with app.test_request_context(LOGIN, method="POST", json={"email": "\ud800amara@example.org"}):
        assert typed_address().isascii()
        assert "amara" not in typed_address()


def test_a_limit_that_is_reached_leaves_no_address_in_the_log(client, strict):
    said = io.StringIO()
    ear = logging.StreamHandler(said)
    log = logging.getLogger("flask-limiter")
    before = log.level
    log.addHandler(ear)
    log.setLevel(logging.INFO)
    try:
        for _ in range(6):
            client.post(FORGOTTEN, json={"email": "amara@example.org"})
    finally:
        log.removeHandler(ear)
        log.setLevel(before)
    assert "exceeded" in said.getvalue()
    assert "amara" not in said.getvalue()


@pytest.mark.parametrize("address", ["2001:db8:1:2::{:x}", "2001:db8:1:2:{:x}::9"])
def test_a_network_of_ones_own_is_one_address(client, strict, address):
    """Whoever has an IPv6 /64 has as many addresses as they like, and twenty tries; the neighbour has their own."""

    def guess(number, of):
        wrong = {"email": f"n{number}@example.org", "password": "x"}
        return client.post(LOGIN, json=wrong, environ_base={"REMOTE_ADDR": of.format(number)}).status_code

    assert [guess(number, address) for number in range(1, 22)] == [401] * 20 + [429]
    assert guess(22, "2001:db8:1:3::{:x}") == 401
    asked = [
        client.get("/api/v1/services", environ_base={"REMOTE_ADDR": f"2001:db8:9:9::{n:x}"}).status_code
        for n in range(1, 102)
    ]
    assert asked == [200] * 100 + [429]


def test_ipv4_written_as_ipv6_is_the_same_address(client, strict):
    for number, address in enumerate(["203.0.113.7", "::ffff:203.0.113.7"] * 10):
        client.post(
            LOGIN, json={"email": f"n{number}@example.org", "password": "x"}, environ_base={"REMOTE_ADDR": address}
        )
    last = {"email": "n@example.org", "password": "x"}
    assert client.post(LOGIN, json=last, environ_base={"REMOTE_ADDR": "::ffff:203.0.113.7"}).status_code == 429
    assert client.post(LOGIN, json=last, environ_base={"REMOTE_ADDR": "::ffff:203.0.113.8"}).status_code == 401


def test_a_header_is_no_other_address(client, strict):
    """No proxy is trusted, so nobody is elsewhere because they say so."""
    for number in range(20):
        told = {
            "X-Forwarded-For": f"10.0.0.{number}",
            "X-Real-IP": f"10.0.0.{number}",
            "Forwarded": f"for=10.0.0.{number}",
        }
        assert (
            client.post(LOGIN, json={"email": f"n{number}@example.org", "password": "x"}, headers=told).status_code
            == 401
        )
    last = client.post(LOGIN, json={"email": "n@example.org", "password": "x"}, headers={"X-Forwarded-For": "10.9.9.9"})
    assert last.status_code == 429


@pytest.mark.on("sqlite")
def test_behind_one_proxy_only_its_own_word_counts(database, tmp_path):
    """What the visitor wrote before it into X-Forwarded-For is no address."""
    house = migrated_app(tmp_path, database.copy(), trusted_proxies=1, rate_limit_scale=1)
    with house.app_context():
        visitor = Visitor(house)
        answers = [
            visitor.post(
                LOGIN,
                json={"email": f"n{number}@example.org", "password": "x"},
                headers={"X-Forwarded-For": f"10.0.0.{number}, 192.0.2.7"},
            ).status_code
            for number in range(21)
        ]
    assert answers == [401] * 20 + [429]
