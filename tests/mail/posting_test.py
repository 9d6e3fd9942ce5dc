"""Writing a mail: in the caller's transaction, in its reader's language, and never a header too many."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from kaya.db import db, transaction
from kaya.jobs.models import Job
from kaya.mail import post
from kaya.mail.models import Mail
from kaya.words import say
from tests.cast import person


@pytest.fixture
def written(run_jobs):
    """`written(mail)`: the mail once its job was done."""

    def after_the_job(mail):
        run_jobs()
        return db.session.get(Mail, mail.id, populate_existing=True)

    return after_the_job


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


def test_it_says_where_to_go_on_this_sites_own_address(amara, written):
    with transaction():
        mail = post("reset", amara.email, "A new password", user=amara, token="abc")
    mail = written(mail)
    assert "http://localhost/reset/abc" in mail.text
    assert "http://localhost/reset/abc" in mail.html
    assert mail.user_id == amara.id
    assert "<script" not in mail.html


def test_times_are_the_readers_and_those_of_the_act(app, written, clock):
    clock.travel(to=datetime(2031, 5, 6, 11, 30, tzinfo=UTC))
    far = person("Kenji Mori", timezone="Pacific/Kiritimati")
    with transaction():
        mail = post("password-changed", far.email, "Changed", user=far)
    clock.travel(hours=3)
    assert "Wednesday, 7 May, 01:30 (Kiritimati)" in written(mail).text


def test_a_readers_name_is_only_text(app, written):
    odd = person("<b>Odd</b> & Co", email="odd@example.org")
    with transaction():
        mail = post("welcome", odd.email, "Hello", user=odd)
    assert "&lt;b&gt;Odd" in written(mail).html
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
    "kind",
    [
        "verify",
        "already-have-account",
        "welcome",
        "reset",
        "password-changed",
        "password-locked",
        "codes-locked",
        "recovery-codes-made",
        "recovery-code-used",
        "passphrase-changed",
        "sealed-pages-removed",
    ],
)
def test_every_kind_is_short_and_whole(amara, kind, written):
    with transaction():
        mail = post(kind, amara.email, "S", user=amara, token="abc", code="123456")
    mail = written(mail)
    assert 100 < len(mail.text) < 900
    assert "http://localhost/" in mail.text
    assert "None" not in mail.text + mail.html
    assert mail.html.count("<h1") == 1
    assert "https://" not in mail.html


def test_a_secret_lies_in_no_job_and_the_letter_is_there_at_once(amara):
    with transaction():
        mail = post("reset", amara.email, "A new password", user=amara, token="abc", secret=True)
    assert "/reset/abc" in mail.text
    assert "abc" not in str(db.session.scalars(select(Job)).one().arguments)


def test_a_letter_that_cannot_be_written_is_tried_again_and_ends_dead_with_its_mistake(amara, run_jobs, clock):
    with transaction():
        mail = post("unheard-of", amara.email, "Hello", user=amara)
    for _ in range(8):
        run_jobs()
        clock.travel(hours=2)
    job = db.session.scalars(select(Job).where(Job.name == "mail.send")).one()
    assert (job.state, job.attempts) == ("dead", 8)
    assert "TemplateNotFound" in job.error
    assert not db.session.get(Mail, mail.id, populate_existing=True).sent_at


def test_what_was_done_forgets_whom_it_was_about(amara, run_jobs):
    with transaction():
        post("welcome", amara.email, "Welcome", user=amara)
    assert "Amara" in str(db.session.scalars(select(Job)).one().arguments)
    run_jobs()
    job = db.session.scalars(select(Job).where(Job.name == "mail.send").execution_options(populate_existing=True)).one()
    assert (job.state, job.arguments) == ("done", {})


@pytest.mark.parametrize("name", ["أمل العلي", "נועה לוי"])
def test_a_name_that_runs_the_other_way_is_kept_apart_but_not_in_the_subject(app, written, name):
    reader = person(name, email="reader@example.org")
    first = name.split()[0]
    with transaction():
        mail = post("welcome", reader.email, say("Welcome, %(name)s", name=first), user=reader)
    assert mail.subject == f"Welcome, {first}"
    assert f"Welcome, \u2068{first}\u2069." in written(mail).text
    assert f"Welcome, \u2068{first}\u2069</h1>" in mail.html
