"""Pictures for their owner's eyes: sealed on the disk, without an address, gone with their owner's key."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from kaya.db import db
from kaya.journal import photos, writing
from kaya.journal.writing import Page
from kaya.media import keeping, private, store
from kaya.media.models import Image
from kaya.sealing import Unsealable, person
from kaya.sealing.keeping import erase
from tests.media.pictures import picture

SIZES = ("320", "960", "1920", "square")


@pytest.fixture
def photo(amara):
    return photos.add(amara, writing.write(amara, Page("Low tide", "We walked.")), BytesIO(picture()))


def files_of(image):
    return sorted((store.folder() / image.name[:2] / image.name[2:4]).glob(f"{image.name}-*"))


def test_on_the_disk_it_is_no_picture(photo):
    files = files_of(photo.image)
    assert [file.suffix for file in files] == [".sealed"] * 4
    assert all(b"WEBP" not in file.read_bytes() for file in files)


def test_its_owner_sees_it_in_every_size_and_takes_it_along(amara, ben, photo, visit):
    browser = visit(amara)
    for size in SIZES:
        shown = browser.get(f"/journal/photos/{photo.id}-{size}.webp")
        assert (shown.status_code, shown.mimetype, shown.data[8:12]) == (200, "image/webp", b"WEBP")
        assert shown.headers["Cache-Control"] == "no-store"
        assert browser.get(f"/media/{photo.image.name}-{size}.webp").status_code == 404
        assert visit(ben).get(f"/journal/photos/{photo.id}-{size}.webp").status_code == 404
    assert browser.get("/journal/export/journal.pdf").data.count(b"/Subtype /Image") >= 1
    with ZipFile(BytesIO(browser.get("/journal/export/journal.zip").data)) as archive:
        [taken] = [name for name in archive.namelist() if name.startswith("photos/")]
        assert archive.read(taken)[8:12] == b"WEBP"


def test_a_file_that_was_put_in_anothers_place_is_not_shown(amara, photo):
    small, large = (store.sealed_place_of(photo.image.name, size) for size in ("320", "960"))
    large.write_bytes(small.read_bytes())
    with pytest.raises(Unsealable):
        private.content_of(photo.image, "960")


def test_without_its_owners_key_it_is_nothing(amara, photo):
    erase(person(amara.id))
    assert private.content_of(photo.image, "320") is None


def test_what_lay_open_from_before_is_sealed_once(amara, photo):
    content = {size: private.content_of(photo.image, size) for size in SIZES}
    for file in files_of(photo.image):
        file.unlink()
    store.write(photo.image.name, content)
    keeping.keep(amara, BytesIO(picture()), "avatar")
    assert private.content_of(photo.image, "960") == content["960"]
    assert private.seal_open_ones() == 1
    assert private.seal_open_ones() == 0
    assert [file.suffix for file in files_of(photo.image)] == [".sealed"] * 4
    assert {size: private.content_of(photo.image, size) for size in SIZES} == content
    [avatar] = db.session.scalars(Image.of(amara).where(Image.purpose == "avatar"))
    assert {file.suffix for file in files_of(avatar)} == {".webp"}


def test_taken_away_its_files_go_too(amara, photo):
    image = photo.image
    photos.remove(amara, photo)
    assert files_of(image) == []


def test_none_is_given_where_it_would_have_an_address(call, amara):
    given = {"file": (BytesIO(picture()), "a.jpg"), "purpose": "journal"}
    answer = call(amara).post("/api/v1/media", data=given)
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["purpose"])
