"""One's own picture: shown, exchanged, taken down; on the page and through the API."""

from io import BytesIO

import pytest
from sqlalchemy import func, select

from kaya.db import db
from kaya.media import keeping
from kaya.media.models import Image
from tests.media.pictures import SVG, picture

AVATAR = "/api/v1/users/me/avatar"


@pytest.fixture(autouse=True)
def _media(app, tmp_path, settings):
    settings(instance_path=tmp_path)


def give(client, path, content=None):
    body = {"file": (BytesIO(content or picture()), "me.jpg")}
    return client.post(path, data=body, content_type="multipart/form-data")


def pictures() -> int:
    return db.session.scalar(select(func.count()).select_from(Image))


def test_a_picture_is_shown_exchanged_and_taken_down(visit, amara, session):
    browser = visit(amara)
    assert give(browser, "/settings/photo").status_code == 303
    session.refresh(amara)
    first = amara.photo
    assert f"/media/{first}-square.webp" in browser.get("/settings").text
    assert give(browser, "/settings/photo").status_code == 303
    session.refresh(amara)
    assert amara.photo != first
    assert pictures() == 1
    assert browser.post("/settings/photo/removal").status_code == 303
    session.refresh(amara)
    assert (amara.photo, pictures()) == ("", 0)
    assert browser.post("/settings/photo/removal").status_code == 303


@pytest.mark.parametrize("content", [SVG, b"<html>", b""], ids=["svg", "html", "empty"])
def test_what_is_no_picture_is_said_so_beside_the_field(visit, amara, content):
    browser = visit(amara)
    body = {"file": (BytesIO(content), "me.jpg")}
    page = browser.post("/settings/photo", data=body, content_type="multipart/form-data")
    assert page.status_code == 422
    assert 'id="file-error"' in page.text
    assert 'value="Amara Obi"' in page.text
    assert browser.post("/settings/photo", data={}).status_code == 422


def test_a_picture_that_goes_elsewhere_goes_here_too(visit, amara, session):
    give(visit(amara), "/settings/photo")
    session.refresh(amara)
    keeping.remove(amara, session.scalars(Image.of(amara)).one())
    session.refresh(amara)
    assert amara.photo == ""


def test_the_api_does_the_same(call, amara):
    phone = call(amara)
    given = give(phone, AVATAR)
    assert given.status_code == 200
    assert given.json["avatar_url"].endswith("-square.webp")
    assert call().get(given.json["avatar_url"]).status_code == 200
    assert give(phone, AVATAR, SVG).status_code == 422
    assert phone.post(AVATAR, json={}).status_code in (415, 422)
    assert give(call(), AVATAR).status_code == 401
    assert phone.delete(AVATAR).status_code == 204
    assert phone.get("/api/v1/users/me").json["avatar_url"] is None
