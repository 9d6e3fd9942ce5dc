"""Development's mailbox: a list, a mail, its HTML alone, and JSON; nowhere else."""

import pytest

from kaya import create_app
from kaya.db import db, transaction
from kaya.mail import post
from kaya.mail.models import Mail
from tests.databases import settings_for_tests


@pytest.fixture
def posted(amara):
    with transaction():
        return post("verify", amara.email, "123456 is your code", token="abc", code="123456", language="en", zone="UTC")


@pytest.fixture
def mail(posted, run_jobs):
    run_jobs()
    return db.session.get(Mail, posted.id, populate_existing=True)


def test_what_has_no_words_yet_is_not_shown_without_them(client, posted):
    assert client.get("/dev/mailbox.json").json == {"items": []}
    assert client.get(f"/dev/mailbox/{posted.id}").status_code == 404


def test_an_empty_box_says_what_could_lie_there(client):
    page = client.get("/dev/mailbox")
    assert page.status_code == 200
    assert "No mail yet" in page.text
    assert client.get("/dev/mailbox.json").json == {"items": []}


def test_the_list_shows_and_sifts(client, mail):
    assert mail.subject in client.get("/dev/mailbox").text
    assert mail.subject in client.get("/dev/mailbox?to=Amara@example.org").text
    assert mail.subject not in client.get("/dev/mailbox?to=ben@example.org").text


def test_one_mail_has_its_code_and_link_at_hand(client, mail):
    page = client.get(f"/dev/mailbox/{mail.id}").text
    assert ">123456</output>" in page
    assert 'href="http://localhost/verify/abc"' in page
    assert f'src="/dev/mailbox/{mail.id}/html"' in page
    assert "sandbox=" in page
    assert client.get("/dev/mailbox/01900000-0000-7000-8000-000000000001").status_code == 404


def test_its_html_may_do_nothing(client, mail):
    answer = client.get(f"/dev/mailbox/{mail.id}/html")
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("sandbox")
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert answer.text == mail.html


def test_json_is_as_the_contract_says(client, mail):
    [item] = client.get("/dev/mailbox.json?to=amara@example.org").json["items"]
    assert {"to", "subject", "text", "html", "at"} <= set(item)
    assert (item["to"], item["text"]) == ("amara@example.org", mail.text)
    assert item["at"].endswith("Z")
    assert client.get("/dev/mailbox.json?to=ben@example.org").json == {"items": []}


def test_outside_development_there_is_no_mailbox(tmp_path):
    house = create_app(
        settings_for_tests(
            tmp_path,
            KAYA_ENVIRONMENT="production",
            secret_key="x" * 40,
            public_url="https://kaya.example",
            argon2_memory_kib=19456,
            argon2_time_cost=2,
        )
    )
    assert not [rule.rule for rule in house.url_map.iter_rules() if rule.rule.startswith("/dev")]
