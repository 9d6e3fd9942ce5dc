"""Giving pictures through the API, and getting them as files."""

from io import BytesIO

import pytest

from kaya.media import keeping
from tests.media.pictures import SVG, picture

HOME = "/api/v1/media"


@pytest.fixture(autouse=True)
def _media(app, tmp_path, settings):
    settings(instance_path=tmp_path)


def give(client, content=None, name="tea.jpg", **more):
    body = {"file": (BytesIO(content or picture()), name)} | more
    return client.post(HOME, data=body, content_type="multipart/form-data")


def test_a_picture_is_given_fetched_and_taken_back(call, client, amara):
    mine = call(amara)
    given = give(mine, alt="A pot of tea")
    assert given.status_code == 201
    assert set(given.json) == {"id", "purpose", "alt", "width", "height", "urls", "created_at"}
    assert set(given.json["urls"]) == {"320", "960", "1920", "square"}
    file = client.get(given.json["urls"]["320"])
    assert (file.status_code, file.content_type) == (200, "image/webp")
    assert file.data[8:12] == b"WEBP"
    assert mine.delete(f"{HOME}/{given.json['id']}").status_code == 204
    assert client.get(given.json["urls"]["320"]).status_code == 404
    assert mine.delete(f"{HOME}/{given.json['id']}").status_code == 404


def test_a_file_may_be_kept_by_anyone_and_acts_as_nothing_but_a_picture(call, visit, amara):
    address = give(call(amara)).json["urls"]["square"]
    browser = visit()
    browser.sign_in(amara)
    headers = browser.get(address).headers
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "Set-Cookie" not in headers
    assert "Cookie" not in headers.get("Vary", "")
    assert browser.get(address, headers={"If-None-Match": headers["ETag"]}).status_code == 304


def test_anothers_picture_is_not_there_to_delete(call, amara, ben):
    id_ = give(call(amara)).json["id"]
    assert call(ben).delete(f"{HOME}/{id_}").status_code == 404


@pytest.mark.parametrize(
    ("content", "problem"), [(SVG, "/problems/image-unreadable"), (b"<html>", "/problems/image-unreadable")]
)
def test_what_is_no_picture_is_a_problem(call, amara, content, problem):
    answer = give(call(amara), content, name="../../evil.svg")
    assert (answer.status_code, answer.json["type"]) == (422, problem)
    assert "file" in answer.json["errors"]


def test_ten_mebibytes_and_no_more(call, amara):
    answer = give(call(amara), picture() + b"\0" * (10 * 1024 * 1024))
    assert answer.status_code == 413
    assert answer.content_type == "application/problem+json"
    assert give(call(amara), picture() + b"\0" * (11 * 1024 * 1024)).status_code == 413


@pytest.mark.parametrize("body", [{}, {"file": "text"}, {"purpose": "avatar"}])
def test_without_a_file_it_is_refused(call, amara, body):
    answer = call(amara).post(HOME, data=body, content_type="multipart/form-data")
    assert answer.status_code == 422


def test_fields_that_nobody_declared_are_refused(call, amara, ben):
    assert give(call(amara), owner_id=str(ben.id)).status_code == 422
    assert give(call(amara), purpose="rubbish").status_code == 422
    assert give(call(amara), alt="x" * 301).status_code == 422


def test_nobody_may_give(client):
    assert give(client).status_code == 401


@pytest.mark.parametrize(
    "path",
    [f"{'a' * 32}-320.webp", "..%2f..%2fkaya.db", f"{'a' * 32}-321.webp", f"{'.' * 32}-320.webp", "%00-320.webp"],
)
def test_a_file_that_is_not_there_is_not_found(client, path):
    assert client.get(f"/media/{path}").status_code == 404


def test_a_template_knows_the_address(app, amara):
    image = keeping.keep(amara, BytesIO(picture()), "avatar")
    with app.test_request_context():
        words = app.jinja_env.from_string("{{ image_url(name, 'square') }}").render(name=image.name)
    assert words == f"/media/{image.name}-square.webp"
