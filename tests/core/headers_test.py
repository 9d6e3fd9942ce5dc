"""What every answer carries, errors too; and what the log says of a request."""

import io
import json
import logging
import re

import pytest
import structlog
from sqlalchemy import select

from kaya import logs
from kaya.audit.models import AuditEntry
from kaya.db import db

PAGES = [
    *("/login", "/notifications", "/nowhere", "/health", "/static/nowhere.css"),
    *("/api/v1/notifications", "/api/v1/nowhere"),
]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_every_answer_is_guarded(client, path, method):
    headers = getattr(client, method)(path).headers
    policy = headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    for rule in ("object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "default-src 'self'"):
        assert rule in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"]
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Permissions-Policy"]
    assert re.fullmatch(r"[0-9a-f]{32}", headers["X-Request-Id"])


def nonce_of(page):
    return re.search(r"'nonce-([^']+)'", page.headers["Content-Security-Policy"])[1]


def test_each_page_has_a_nonce_of_its_own(client):
    first, second = client.get("/login"), client.get("/login")
    assert nonce_of(first) != nonce_of(second)
    assert f'nonce="{nonce_of(first)}"' in first.text


def test_a_page_for_someone_is_kept_by_nobody(visit, amara):
    browser = visit()
    assert browser.get("/login").headers["Cache-Control"] == "private, no-cache"
    browser.sign_in(amara)
    assert browser.get("/notifications").headers["Cache-Control"] == "no-store"


def test_the_api_may_be_kept_only_by_who_asked(call, amara):
    headers = call(amara).get("/api/v1/notifications").headers
    assert headers["Cache-Control"] == "private, no-cache"
    assert "Authorization" in headers["Vary"]


def test_a_file_that_is_not_there_is_not_remembered_so(client):
    """The page that says so is somebody's; and tomorrow the file may be there."""
    missing = client.get("/static/dist/nowhere.css")
    assert missing.status_code == 404
    assert missing.headers["Cache-Control"] == "no-store"
    assert "Cookie" in missing.headers["Vary"]


def test_over_https_it_stays_https(client):
    assert "Strict-Transport-Security" not in client.get("/health").headers
    assert "max-age" in client.get("/health", base_url="https://localhost").headers["Strict-Transport-Security"]


def test_a_request_may_bring_its_id_if_that_is_one(client):
    assert client.get("/health", headers={"X-Request-Id": "phone-12345678"}).headers["X-Request-Id"] == "phone-12345678"
    for bad in ("short", "x" * 65, "a b c d e f g h", "<script>alert(1)"):
        assert client.get("/health", headers={"X-Request-Id": bad}).headers["X-Request-Id"] != bad


def test_its_own_id_is_echoed_and_stands_nowhere_in_the_trail(client, amara):
    """What is written down of a request is Kaya's own: nobody chooses how two requests look like one."""
    wrong = {"email": amara.email, "password": "wrong"}
    for _ in range(2):
        answer = client.post("/api/v1/auth/login", json=wrong, headers={"X-Request-Id": "phone-12345678"})
        assert answer.headers["X-Request-Id"] == answer.json["request_id"] == "phone-12345678"
    written = db.session.scalars(select(AuditEntry.request_id)).all()
    assert len(set(written)) == len(written) == 2
    assert all(re.fullmatch(r"[0-9a-f]{32}", each) for each in written)


def test_the_log_is_one_line_of_json_with_the_requests_id_and_no_address(app, client, monkeypatch):
    said = io.StringIO()
    root = logging.getLogger()
    before = list(root.handlers), root.level
    monkeypatch.setattr("sys.stderr", said)
    try:
        logs.configure(app.config["KAYA"].model_copy(update={"log_format": "json", "log_level": "INFO"}))
        answer = client.get("/media/" + "a" * 32 + "-320.webp?token=secret")
    finally:
        root.handlers, root.level = before
        structlog.reset_defaults()
        logs.configure(app.config["KAYA"])
    (line,) = [json.loads(line) for line in said.getvalue().splitlines() if "answered" in line]
    assert line["request_id"] == answer.headers["X-Request-Id"]
    assert (line["method"], line["status"], line["level"]) == ("GET", 404, "info")
    assert line["route"] == "/media/<string(length=32):name>-<size>.webp"
    assert "secret" not in said.getvalue()
