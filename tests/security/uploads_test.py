"""What people upload becomes a picture and nothing else, whatever it was besides."""

from io import BytesIO
from pathlib import Path

import pytest

from tests.media.pictures import SVG, animation, bomb, picture, sideways

HOME = "/api/v1/media"
SCRIPT = b"*/=1;alert('planted')//<script>alert('planted')</script>"


@pytest.fixture(autouse=True)
def _media(app, tmp_path, settings):
    settings(instance_path=tmp_path)


def give(client, content, name="tea.gif"):
    body = {"file": (BytesIO(content), name)}
    return client.post(HOME, data=body, content_type="multipart/form-data")


@pytest.mark.parametrize(
    "polyglot",
    [animation() + SCRIPT, picture("JPEG", comment=SCRIPT) + SCRIPT, picture("PNG") + b"<?php " + SCRIPT],
    ids=["gif", "jpeg", "png"],
)
def test_of_a_picture_that_is_a_script_too_only_the_picture_is_kept(call, client, amara, polyglot, tmp_path):
    given = give(call(amara), polyglot)
    assert given.status_code == 201
    for address in given.json["urls"].values():
        file = client.get(address)
        assert (file.mimetype, file.headers["X-Content-Type-Options"]) == ("image/webp", "nosniff")
        assert b"planted" not in file.data
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and b"planted" in path.read_bytes()]


def test_what_a_picture_knew_of_its_maker_is_gone(call, client, amara):
    for address in give(call(amara), sideways(), "me.jpg").json["urls"].values():
        assert not [word for word in (b"secret", b"EXIF", b"Exif", b"GPS") if word in client.get(address).data]


@pytest.mark.parametrize("content", [SVG, b"<?xml version='1.0'?>" + SVG, b"<html><script>1</script>", b"%PDF-1.4"])
@pytest.mark.parametrize("name", ["a.svg", "a.png", "a.jpg.svg"])
def test_a_drawing_with_a_script_is_no_picture_whatever_it_is_called(call, amara, content, name):
    assert give(call(amara), content, name).status_code == 422


@pytest.mark.parametrize("side", [30_000, 1_000_000])
def test_a_flood_of_pixels_is_refused_before_it_is_unpacked(call, amara, side):
    assert give(call(amara), bomb(side), "a.png").json["type"] == "/problems/image-too-many-pixels"


@pytest.mark.parametrize(
    "name", ["../../../evil.gif", "..\\..\\evil.gif", "/etc/evil.gif", "evil\x00.gif", "evil;.gif"]
)
def test_a_name_of_theirs_is_in_no_path(call, amara, name, tmp_path):
    """Files have made-up names, below the folder for them, whatever theirs was."""
    given = give(call(amara), picture("GIF"), name)
    assert given.status_code == 201
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not [path for path in files if "evil" in path.name]
    assert {path.relative_to(tmp_path).parts[0] for path in files if path.suffix == ".webp"} == {"media"}
    assert not Path("/etc/evil.gif").exists()
