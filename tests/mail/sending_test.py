"""Sending: by SMTP to a real server, by Resend's API to one like it, and what becomes of a mail that is not taken."""

import json
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from aiosmtpd.controller import Controller
from sqlalchemy import select

from kaya.db import db, transaction
from kaya.jobs.models import Job
from kaya.mail import jobs, post
from kaya.mail.models import Mail
from tests.servers import free_port


@pytest.fixture
def mail(amara):
    with transaction():
        return post(
            "reset",
            amara.email,
            "Åse – a new password 🌿",
            user=amara,
            token="abc",
            secret=True,
            attachments=[{"name": "invite.ics", "type": "text/calendar", "text": "BEGIN:VCALENDAR\r\nEND:VCALENDAR"}],
        )


class PostOffice:
    """Takes mails, or says what it was told to say."""

    def __init__(self):
        self.taken, self.says = [], "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.says.startswith("250"):
            self.taken.append(envelope)
        return self.says


@pytest.fixture
def post_office(settings):
    office = PostOffice()
    controller = Controller(office, hostname="127.0.0.1", port=free_port())
    controller.start()
    settings(mail_transport="smtp", smtp_host=controller.hostname, smtp_port=controller.port)
    yield office
    controller.stop()


class Resend(ThreadingHTTPServer):
    """Resend's API, as far as it is asked: remembers keys, answers what it was told to."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), ResendRequest)
        self.requests, self.says, self.headers = [], [], {}


class ResendRequest(BaseHTTPRequestHandler):
    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.requests.append((self.path, dict(self.headers), body))
        status, answer = self.server.says.pop(0) if self.server.says else (200, {"id": "re_1"})
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    def log_message(self, *args):
        pass


@pytest.fixture
def resend(settings):
    server = Resend()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings(mail_transport="resend", resend_api_key="re_key", resend_api_url=f"http://127.0.0.1:{server.server_port}")
    yield server
    server.shutdown()
    server.server_close()


def waiting_jobs():
    return list(db.session.scalars(select(Job).where(Job.name == "mail.send", Job.state == "waiting")))


def again(mail):
    db.session.rollback()
    return db.session.get(Mail, mail.id, populate_existing=True)


def test_the_log_takes_everything_and_says_no_address(mail, run_jobs, capsys, settings):
    settings(log_level="INFO")
    run_jobs()
    assert again(mail).sent_at
    said = "".join(capsys.readouterr())
    assert "amara@example.org" not in said
    assert "/reset/abc" not in said


def test_smtp_carries_text_html_and_what_is_with_it(mail, post_office, run_jobs):
    run_jobs()
    [envelope] = post_office.taken
    assert envelope.rcpt_tos == ["amara@example.org"]
    sent = envelope.content.decode()
    assert f"Message-ID: <{mail.id}@localhost>" in sent
    assert "Subject: =?utf-8?" in sent
    assert "text/plain" in sent
    assert "text/html" in sent
    assert 'filename="invite.ics"' in sent
    assert again(mail).sent_at
    jobs.send(str(mail.id))
    assert len(post_office.taken) == 1


def test_a_server_that_is_busy_is_asked_again(mail, post_office, run_jobs, clock):
    post_office.says = "451 later, please"
    run_jobs()
    assert again(mail).sent_at is None
    assert waiting_jobs()
    post_office.says = "250 OK"
    clock.travel(minutes=1)
    run_jobs()
    assert len(post_office.taken) == 1
    assert again(mail).sent_at


def test_a_server_that_refuses_for_good_is_not_asked_again(mail, post_office, run_jobs):
    post_office.says = "554 never"
    run_jobs()
    assert again(mail).refused_because == "554 never"
    assert not waiting_jobs()


def test_tls_that_was_asked_for_is_not_done_without(mail, post_office, run_jobs, settings):
    settings(smtp_tls=True)
    run_jobs()
    assert post_office.taken == []
    assert again(mail).sent_at is None


def test_resend_gets_the_mail_under_its_own_key(mail, resend, run_jobs):
    run_jobs()
    [(path, headers, body)] = resend.requests
    assert (path, headers["Idempotency-Key"], headers["Authorization"]) == ("/emails", str(mail.id), "Bearer re_key")
    assert (body["to"], body["subject"], body["from"]) == (
        ["amara@example.org"],
        mail.subject,
        "Kaya <kaya@example.org>",
    )
    assert body["attachments"][0]["filename"] == "invite.ics"
    assert again(mail).provider_id == "re_1"


def test_resend_too_busy_is_asked_when_it_says(mail, resend, run_jobs, clock):
    resend.says, resend.headers = [(429, {"name": "rate_limit_exceeded"})], {"Retry-After": "90"}
    run_jobs()
    [later] = waiting_jobs()
    assert timedelta(seconds=80) < later.run_at - clock.now() <= timedelta(seconds=90)
    clock.travel(seconds=91)
    run_jobs()
    assert len(resend.requests) == 2
    assert {headers["Idempotency-Key"] for _, headers, _ in resend.requests} == {str(mail.id)}
    assert again(mail).sent_at


@pytest.mark.parametrize(
    ("status", "name"), [(409, "invalid_idempotent_request"), (422, "validation_error"), (400, "invalid_parameter")]
)
def test_resend_refusing_for_good_is_not_asked_again(mail, resend, run_jobs, status, name):
    resend.says = [(status, {"name": name})] * 5
    run_jobs()
    assert name in again(mail).refused_because
    assert not waiting_jobs()


@pytest.mark.parametrize(("status", "name"), [(409, "concurrent_idempotent_requests"), (500, "x"), (401, "no_key")])
def test_resend_stumbling_is_asked_again(mail, resend, run_jobs, clock, status, name):
    clock.stand()
    resend.says = [(status, {"name": name})]
    run_jobs()
    assert again(mail).sent_at is None
    [later] = waiting_jobs()
    clock.travel(to=later.run_at)
    run_jobs()
    assert again(mail).sent_at


def test_a_secret_mail_loses_its_words_once_sent_outside_development(mail, post_office, run_jobs, settings):
    settings(environment="production")
    run_jobs()
    assert "/reset/abc" in post_office.taken[0].content.decode().replace("=\r\n", "")
    assert (again(mail).text, again(mail).html, again(mail).subject) == ("", "", "")


def test_so_does_one_that_is_refused_for_good(mail, post_office, run_jobs, settings):
    settings(environment="production")
    post_office.says = "550 No such mailbox"
    run_jobs()
    assert again(mail).refused_because
    assert (again(mail).text, again(mail).html, again(mail).subject) == ("", "", "")


def test_mails_are_forgotten_after_thirty_days(mail, run_jobs, clock):
    clock.travel(days=29)
    jobs.purge()
    assert again(mail)
    clock.travel(days=2)
    mail_id = str(mail.id)
    jobs.purge()
    assert db.session.scalar(select(Mail)) is None
    jobs.send(mail_id)
