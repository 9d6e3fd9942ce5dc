"""Pictures are checked, stripped, made small, kept under made-up names; what is not a picture is refused."""

import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Pillow

from kaya.config import settings as present_settings
from kaya.db import db
from kaya.media import keeping, store
from kaya.media.models import Image
from kaya.media.purposes import purpose, purposes
from kaya.refusal import Refusal
from tests.media.pictures import POLYGLOT, SVG, animation, bomb, picture, sideways


@pytest.fixture(autouse=True)
def media(app, tmp_path, settings):
    settings(instance_path=tmp_path)
    return tmp_path / "media"


def keep(owner, content, purpose="avatar", **more):
    return keeping.keep(owner, BytesIO(content), purpose, **more)


def opened(image, size):
    return Pillow.open(store.place_of(image.name, size))


def files(media):
    return sorted(path for path in media.rglob("*") if path.is_file()) if media.exists() else []


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_is_kept_as_webp_in_every_size(amara, media, format_):
    image = keep(amara, picture(format_, (2400, 1200)), alt="A pot of tea")
    sizes = {size: opened(image, size).size for size in ("320", "960", "1920", "square")}
    assert sizes == {"320": (320, 160), "960": (960, 480), "1920": (1920, 960), "square": (320, 320)}
    assert all(opened(image, size).format == "WEBP" for size in sizes)
    assert (image.owner_id, image.purpose, image.alt) == (amara.id, "avatar", "A pot of tea")
    assert image.bytes == sum(file.stat().st_size for file in files(media))
    assert files(media)[0].parent == media / image.name[:2] / image.name[2:4]


def test_a_small_picture_is_never_enlarged(amara):
    image = keep(amara, picture(size=(100, 60)))
    assert opened(image, "1920").size == (100, 60)
    assert opened(image, "square").size == (60, 60)


def test_a_picture_is_turned_upright_and_loses_what_it_knew(amara, media):
    image = keep(amara, sideways())
    assert (image.width, image.height) == (480, 640)
    assert not opened(image, "960").getexif()
    assert not [file for file in files(media) if b"secret" in file.read_bytes() or b"EXIF" in file.read_bytes()]


def test_what_is_transparent_stays_so(amara):
    image = keep(amara, picture("PNG", mode="RGBA", colour=(0, 0, 0, 0)))
    assert opened(image, "320").convert("RGBA").getpixel((0, 0))[3] == 0


def test_of_an_animation_the_first_frame_is_kept(amara):
    assert not getattr(opened(keep(amara, animation()), "320"), "is_animated", False)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no picture",
        SVG,
        POLYGLOT,
        picture()[:400],
        picture("BMP"),
        picture("TIFF"),
        b"%PDF-1.4",
        picture("PNG")[:60],
    ],
    ids=["nothing", "text", "svg", "polyglot", "cut jpeg", "bmp", "tiff", "pdf", "cut png"],
)
def test_what_is_no_picture_is_refused(amara, media, content):
    with pytest.raises(Refusal, match="image-unreadable") as refused:
        keep(amara, content)
    assert refused.value.field == "file"
    assert files(media) == []


@pytest.mark.parametrize("side", [7_000, 20_000, 1_000_000])
def test_too_many_pixels_are_refused_before_they_are_decoded(amara, side):
    with pytest.raises(Refusal, match="image-too-many-pixels"):
        keep(amara, bomb(side))


def test_too_many_bytes_are_refused(amara, settings):
    settings(media_max_bytes=1000)
    with pytest.raises(Refusal, match="image-too-large") as refused:
        keep(amara, picture() + b"\0" * 1000)
    assert refused.value.status == 413


def test_a_purpose_is_declared_and_may_be_for_some(amara, admin, monkeypatch):
    monkeypatch.setitem(purposes, "product", None)
    purpose("product", may_give=lambda user: user.is_staff)
    assert keep(admin, picture(), "product")
    with pytest.raises(Refusal, match="not-allowed"):
        keep(amara, picture(), "product")
    with pytest.raises(Refusal, match="unknown-purpose"):
        keep(amara, picture(), "../etc")


def test_a_picture_that_is_let_go_of_leaves_no_files(amara, media):
    keeping.remove(amara, keep(amara, picture()))
    assert files(media) == []
    assert db.session.query(Image).all() == []


def test_files_without_a_row_are_swept_a_day_later(amara, media, clock, run_jobs):
    kept = keep(amara, picture())
    orphan = store.new_name()
    store.write(orphan, {"320": picture("WEBP")})
    assert keeping.sweep() == 0
    clock.travel(hours=25)
    run_jobs()
    assert {file.name[:32] for file in files(media)} == {kept.name}


@pytest.mark.parametrize("name", ["../../../../etc/passwd", "a" * 32, "G" * 32, "a" * 31 + "/", "." * 32, "a" * 33])
def test_a_name_leads_nowhere_else(name):
    place = store.place_of(name, "320")
    assert place is None or Path(os.path.normpath(place)).is_relative_to(present_settings().instance_path)
    assert store.place_of("a" * 32, "../320") is None
