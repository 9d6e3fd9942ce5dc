"""Writing a mail: in the caller's transaction, in its reader's language, and never a header too many."""

import pytest
from sqlalchemy import func, select

from kaya.db import db, transaction
from kaya.jobs.models import Job
from kaya.mail import post
from kaya.mail.models import Mail
from tests.cast import person


def count(model):
    return db.session.scalar(select(func.count()).select_from(model))


def test_a_mail_is_there_if_and_only_if_the_verb_was(amara):
    def stumble() -> None:
        with transaction():
            post("welcome", amara.email, "Welcome", user=amara)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stumble()
    assert count(Mail) == count(Job) == 0
    with transaction():
        post("welcome", amara.email, "Welcome", user=amara)
    assert count(Mail) == count(Job) == 1


def test_it_says_where_to_go_on_this_sites_own_address(amara):
    with transaction():
        mail = post("reset", amara.email, "A new password", user=amara, token="abc")
    assert "http://localhost/reset/abc" in mail.text
    assert "http://localhost/reset/abc" in mail.html
    assert mail.user_id == amara.id
    assert "<script" not in mail.html


def test_times_are_the_readers(app):
    far = person("Kenji Mori", timezone="Pacific/Kiritimati")
    with transaction():
        mail = post("password-changed", far.email, "Changed", user=far)
    assert "Kiritimati" in mail.text


def test_a_readers_name_is_only_text(app):
    odd = person("<b>Odd</b> & Co", email="odd@example.org")
    with transaction():
        mail = post("welcome", odd.email, "Hello", user=odd)
    assert "<b>Odd" not in mail.html


@pytest.mark.parametrize(
    "line", ["Hi\r\nBcc: all@example.org", "Hi\nthere", "Hi\x00\x1b[31m", "Hi\u2028there", "x" * 400]
)
def test_nothing_reaches_a_header_but_one_line(amara, line):
    with transaction():
        mail = post("welcome", f"amara@example.org{line[:40]}", line, user=amara)
    assert not any(c in mail.subject + mail.recipient for c in "\r\n\x00\x1b\u2028")
    assert len(mail.subject) <= 300


@pytest.mark.parametrize(
    "kind", ["verify", "already-have-account", "welcome", "reset", "password-changed", "password-locked"]
)
def test_every_kind_is_short_and_whole(amara, kind):
    with transaction():
        mail = post(kind, amara.email, "S", user=amara, token="abc", code="123456")
    assert 100 < len(mail.text) < 900
    assert "http://localhost/" in mail.text
    assert "None" not in mail.text + mail.html
    assert mail.html.count("<h1") == 1
    assert "https://" not in mail.html
