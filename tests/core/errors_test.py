"""How an error looks: a page for people, a notice for htmx, a problem for machines; nothing breaks twice."""

import json

import pytest
from flask import abort
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm.exc import StaleDataError

from kaya.db import db
from kaya.refusal import Refusal
from kaya.web.errors import TITLES
from kaya.web.policy import allow, everyone

PAGE, API = "health.show", "notifications_api.unread_count"
ADDRESS = {PAGE: "/health", API: "/api/v1/notifications/unread-count"}


@pytest.fixture
def answering(app, monkeypatch):
    """`answering(act)`: from here on the page and the endpoint do `act` instead."""

    def do(act):
        for endpoint in ADDRESS:
            monkeypatch.setitem(app.view_functions, endpoint, allow(everyone)(lambda **_: act()))

    app.config["TESTING"] = False
    return do


def fail(error):
    raise error


@pytest.mark.parametrize("status", [s for s in TITLES if s not in (401, 500, 503)])
def test_each_status_has_a_page_a_notice_and_a_problem(client, answering, status):
    answering(lambda: abort(status))
    page = client.get(ADDRESS[PAGE])
    assert page.status_code == status
    assert str(TITLES[status][0]).replace("'", "&#39;") in page.text
    notice = client.htmx_get(ADDRESS[PAGE])
    assert (notice.status_code, notice.headers["HX-Retarget"]) == (status, "#notices")
    assert "<html" not in notice.text
    problem = client.get(ADDRESS[API])
    assert problem.content_type == "application/problem+json"
    assert (problem.status_code, problem.json["status"]) == (status, status)
    assert set(problem.json) == {"type", "title", "status", "detail", "request_id"}
    assert problem.json["request_id"] == problem.headers["X-Request-Id"]


def test_what_breaks_is_a_calm_page_that_says_nothing_of_what_broke(client, answering):
    answering(lambda: 1 / 0)
    page = client.get(ADDRESS[PAGE])
    assert page.status_code == 500
    assert "Something broke on our side." in page.text
    assert page.headers["X-Request-Id"] in page.text
    assert "ZeroDivision" not in page.text
    assert client.get(ADDRESS[API]).json["type"] == "/problems/internal"


@pytest.mark.parametrize("ask", ["get", "htmx_get"])
def test_a_database_that_is_away_is_a_503_and_the_page_does_not_ask_it_again(client, answering, monkeypatch, ask):
    answering(lambda: fail(OperationalError("SELECT 1", {}, Exception("gone"))))
    monkeypatch.setattr(type(db.session()), "execute", lambda *a, **k: fail(AssertionError("asked again")))
    answer = getattr(client, ask)(ADDRESS[PAGE])
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert "Please try again shortly." in answer.text
    assert client.get(ADDRESS[API]).json["type"] == "/problems/unavailable"


def test_two_at_once_is_a_conflict(client, answering):
    answering(lambda: fail(StaleDataError()))
    assert client.get(ADDRESS[PAGE]).status_code == 409


def test_a_refusal_says_its_kind_and_its_details(client, answering):
    answering(lambda: fail(Refusal("slot-taken", "Someone was faster.", alternatives=["9:00"])))
    problem = client.get(ADDRESS[API])
    assert (problem.status_code, problem.json["type"]) == (409, "/problems/slot-taken")
    assert problem.json["alternatives"] == ["9:00"]
    assert "Someone was faster." in client.get(ADDRESS[PAGE]).text
    answering(lambda: fail(Refusal("too-long", "Shorter, please.", field="name")))
    problem = client.get(ADDRESS[API])
    assert (problem.status_code, problem.json["errors"]) == (422, {"name": ["Shorter, please."]})


def test_an_address_where_there_is_nothing(client):
    assert "There is nothing at this address." in client.get("/nowhere").text
    missing = client.get("/api/v1/nowhere")
    assert (missing.status_code, missing.json["type"]) == (404, "/problems/not-found")


def test_a_wrong_method_says_which_are_right(client):
    assert "GET" in client.post("/health").headers["Allow"]
    wrong = client.post("/api/v1/notifications/unread-count")
    assert (wrong.status_code, wrong.json["status"]) == (405, 405)


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b"{", "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b"[]", "application/json", 422),
        (b"a=b", "application/x-www-form-urlencoded", 415),
        (b"<a/>", "application/xml", 415),
        (json.dumps({"items": ["x" * 1_100_000]}).encode(), "application/json", 413),
    ],
    ids=["cut", "no utf-8", "deep", "no object", "a form", "xml", "too large"],
)
def test_a_body_that_cannot_be_is_a_problem(call, amara, body, content_type, status):
    answer = call(amara).put("/api/v1/notifications/preferences", data=body, content_type=content_type)
    assert answer.status_code == status
    assert answer.content_type == "application/problem+json"


def test_a_form_that_is_too_large_is_a_page(client):
    answer = client.post("/login", data={"email": "x" * 1_100_000})
    assert answer.status_code == 413
    assert "That is too large." in answer.text


def test_a_form_without_its_token_is_refused(client, csrf):
    assert client.post("/login", data={"email": "amara@example.org"}).status_code == 400


def test_a_host_that_is_not_ours_is_refused(client):
    assert client.get("/health", headers={"Host": "evil.example"}).status_code == 400
