"""Fewer bytes on the way: built files, pages and JSON, for whoever can take them so."""

import gzip

import brotli
import pytest

from kaya.config import ROOT

pytestmark = pytest.mark.on("sqlite")


def take(encoding, **more):
    return {"Accept-Encoding": encoding, **more}


@pytest.fixture
def stylesheet(app):
    with app.test_request_context():
        return app.jinja_env.globals["asset"]("app.css")


@pytest.mark.parametrize(
    ("asked", "sent"), [("gzip, br", "br"), ("gzip", "gzip"), ("gzip, br;q=0", "gzip"), ("", None)]
)
def test_a_built_file_comes_as_the_client_can_take_it_and_is_kept_for_good(client, stylesheet, asked, sent):
    answer = client.get(stylesheet, headers=take(asked))
    assert (answer.status_code, answer.mimetype) == (200, "text/css")
    assert answer.headers.get("Content-Encoding") == sent
    assert set(answer.headers["Cache-Control"].split(", ")) == {"public", "max-age=31536000", "immutable"}
    assert "Accept-Encoding" in answer.headers["Vary"]
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[sent]
    assert unpack(answer.data) == (ROOT / stylesheet.lstrip("/")).read_bytes()


def test_each_form_of_a_built_file_has_an_etag_of_its_own(client, stylesheet):
    pressed, plain = (client.get(stylesheet, headers=take(asked)) for asked in ("br", ""))
    assert pressed.headers["ETag"] != plain.headers["ETag"]
    again = client.get(stylesheet, headers=take("br", **{"If-None-Match": pressed.headers["ETag"]}))
    assert (again.status_code, again.data) == (304, b"")


def test_a_file_without_a_hash_is_asked_for_again(client):
    assert "no-cache" in client.get("/static/dist/manifest.json").headers["Cache-Control"]
    assert client.get("/static/dist/../../wsgi.py", headers=take("br")).status_code == 404


@pytest.mark.parametrize("path", ["/login", "/api/v1/openapi.json"])
def test_pages_and_json_come_pressed(client, path):
    pressed, plain = (client.get(path, headers=take(asked)) for asked in ("br, gzip", ""))
    assert pressed.headers["Content-Encoding"] == "br"
    assert "Content-Encoding" not in plain.headers
    assert all("Accept-Encoding" in answer.headers["Vary"] for answer in (pressed, plain))
    assert len(pressed.data) == int(pressed.headers["Content-Length"]) < len(plain.data) / 2
    assert gzip.decompress(client.get(path, headers=take("gzip")).data)[:9] == plain.data[:9]


def test_what_came_pressed_is_known_again(client):
    first = client.get("/api/v1/openapi.json", headers=take("br"))
    assert first.headers["ETag"].startswith('W/"')
    again = client.get("/api/v1/openapi.json", headers=take("br", **{"If-None-Match": first.headers["ETag"]}))
    assert (again.status_code, again.data) == (304, b"")


def test_what_is_short_or_sent_comes_as_it_is(client):
    assert "Content-Encoding" not in client.get("/health", headers=take("br")).headers
    assert "Content-Encoding" not in client.post("/login", data={"email": "x"}, headers=take("br")).headers


def test_another_site_learns_nothing_from_the_length(client):
    client.get("/login")
    from_elsewhere = take("br", **{"Sec-Fetch-Site": "cross-site"})
    assert "Content-Encoding" not in client.get("/login", headers=from_elsewhere).headers
    from_here = take("br", **{"Sec-Fetch-Site": "same-origin"})
    assert client.get("/login", headers=from_here).headers["Content-Encoding"] == "br"
