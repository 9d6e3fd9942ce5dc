"""/media of the API."""

from typing import Annotated, Any

from flask import Response, g
from flask_openapi3 import APIBlueprint, FileStorage, Tag
from pydantic import AfterValidator, BaseModel, Field
from werkzeug.datastructures import FileStorage as UploadedFile

from kaya.media import keeping
from kaya.media.decoding import LONG_SIDES, Pictures
from kaya.media.models import Image
from kaya.media.purposes import private_purposes
from kaya.media.views.files import url_for_image
from kaya.refusal import Refusal
from kaya.web.api import Body, ById, Problem, Text, instant, nothing
from kaya.web.creates import once
from kaya.web.limits import limit
from kaya.web.policy import allow, members
from kaya.web.respond import find
from kaya.web.uploads import takes_files
from kaya.words import say

bp = APIBlueprint("media_api", __name__, url_prefix="/api/v1/media", abp_tags=[Tag(name="media")])


def a_file(value: FileStorage) -> FileStorage:
    if not isinstance(value, UploadedFile):
        raise ValueError("A file is needed, as multipart/form-data sends it.")
    return value


class ImageForm(Body):
    """multipart/form-data"""

    file: Annotated[FileStorage, AfterValidator(a_file)] = Field(
        description="JPEG, PNG, WebP or GIF (its first frame), at most 10 MiB"
    )
    purpose: Text = Field("avatar", max_length=40)
    alt: Text = Field("", max_length=300, description="What it shows, for those who cannot see it")


class ImageUrls(BaseModel):
    """Where it lies, by the length of its long side."""

    small: str = Field(alias="320")
    medium: str = Field(alias="960")
    large: str = Field(alias="1920")
    square: str


class ImageOut(BaseModel):
    id: str
    purpose: str
    alt: str
    width: int
    height: int
    urls: ImageUrls
    created_at: str


@bp.post(
    "",
    responses={201: ImageOut, 401: Problem, 403: Problem, 413: Problem, 422: Problem},
    summary="Give a picture",
)
@limit("picture")
@takes_files
@allow(members)
def create(form: ImageForm) -> Any:
    refuse_private(form.purpose)
    pictures = keeping.decoded(g.viewer, form.file.stream, form.purpose)
    return once(lambda: (kept(pictures, form), 201), lambda id: image_json(find(Image.of(g.viewer), id)))


def refuse_private(purpose: str) -> None:
    """They have no address to be shown at: their feature takes them."""
    if purpose in private_purposes:
        raise Refusal("unknown-purpose", say("Such pictures are given where they are shown."), field="purpose")


def kept(pictures: Pictures, form: ImageForm) -> dict[str, Any]:
    return image_json(keeping.keep_pictures(g.viewer, pictures, form.purpose, form.alt))


@bp.delete("/<uuid:id>", responses={204: None, 401: Problem, 404: Problem}, summary="Take a picture back")
@allow(members)
def destroy(path: ById) -> Response:
    keeping.remove(g.viewer, find(Image.of(g.viewer), path.id))
    return nothing()


def image_json(image: Image) -> dict[str, Any]:
    return {
        "id": str(image.id),
        "purpose": image.purpose,
        "alt": image.alt,
        "width": image.width,
        "height": image.height,
        "urls": {size: url_for_image(image.name, size) for size in [*LONG_SIDES, "square"]},
        "created_at": instant(image.created_at),
    }
