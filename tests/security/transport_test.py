"""On the way: HTTPS outside development, nowhere else to connect to, no secret left in a cache, no header broken."""

import pytest

from kaya.accounts import resetting
from kaya.config import Environment
from tests.cast import PASSWORD


@pytest.fixture
def in_production(settings):
    settings(environment=Environment.PRODUCTION, public_url="https://kaya.example")


@pytest.mark.parametrize("path", ["/", "/login?next=/a", "/api/v1/services", "/nowhere", "/static/nowhere.css"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_comes_by_http_goes_on_by_https_at_our_own_address(client, in_production, path, method):
    answer = getattr(client, method)(path)
    assert (answer.status_code, answer.location) == (308, f"https://kaya.example{path}")


def test_not_to_where_a_host_header_says(client, in_production):
    answer = client.get("/login", headers={"Host": "evil.example", "X-Forwarded-Host": "evil.example"})
    assert "evil" not in (answer.location or "")


def test_the_machines_check_needs_no_certificate_and_https_no_redirect(client, in_production):
    assert client.get("/health").status_code == 200
    assert client.get("/login", base_url="https://localhost").status_code == 200


def test_in_development_http_will_do(client):
    assert client.get("/login").status_code == 200


def test_a_page_connects_to_this_house_and_nowhere_else(client, settings):
    def connects():
        policy = client.get("/login", base_url="https://localhost").headers["Content-Security-Policy"]
        return next(rule.split()[1:] for rule in policy.split("; ") if rule.startswith("connect-src"))

    assert connects() == ["'self'", "ws://localhost"]
    settings(public_url="https://kaya.example")
    assert connects() == ["'self'", "wss://kaya.example"]


def test_a_page_whose_address_is_a_secret_is_kept_by_nobody(client, amara, ana, letters):
    resetting.ask(amara.email)
    for path in (letters(amara.email)[0].path, ana.path, "/reset/made-up", "/verify/made-up"):
        assert client.get(path).headers["Cache-Control"] == "no-store"


def test_where_to_go_next_breaks_no_header(client, amara):
    """htmx is told in a header, and a header is ASCII: a path in another writing is written in percents."""
    data = {"email": amara.email, "password": PASSWORD, "next": "/wörter/☃?q=é"}
    answer = client.htmx_post("/login", data=data)
    assert answer.headers["HX-Redirect"] == "/w%C3%B6rter/%E2%98%83?q=%C3%A9"


def test_a_body_without_a_length_that_goes_on_and_on_is_too_large(client):
    """In chunks it says no length: what was read by then tells."""
    chunked = {"headers": {"Transfer-Encoding": "chunked"}, "environ_base": {"wsgi.input_terminated": True}}
    body = {"data": b'{"email": "' + b"a" * (1 << 20) + b'"}', "content_type": "application/json"}
    answer = client.post("/api/v1/auth/login", **body, **chunked, environ_overrides={"CONTENT_LENGTH": ""})
    assert (answer.status_code, answer.json["type"]) == (413, "/problems/too-large")


@pytest.mark.parametrize("given", [{"content_type": "text/plain"}, {"content_type": "application/json", "data": b"{"}])
def test_a_body_without_a_length_is_looked_at_like_any_other(client, given):
    """Sent in chunks it says no length, and is JSON of our size all the same."""
    chunked = {"headers": {"Transfer-Encoding": "chunked"}, "environ_base": {"wsgi.input_terminated": True}}
    body = {"data": b'{"email": "a@example.org", "password": "x"}'} | given
    length = {"environ_overrides": {"CONTENT_LENGTH": ""}}
    answer = client.post("/api/v1/auth/login", **body, **chunked, **length)
    assert answer.status_code == (415 if "text" in given["content_type"] else 400)
