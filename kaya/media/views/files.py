"""/media/<name>-<size>.webp: the files themselves, for everyone who was given their unguessable names."""

from flask import Blueprint, Response, abort, send_file, url_for

from kaya.media.store import place_of
from kaya.web.policy import allow, everyone
from kaya.web.viewer import files_for_everyone

bp = Blueprint("files", __name__, url_prefix="/media")
files_for_everyone.add("media.files.show")

A_YEAR = 365 * 24 * 3600


@bp.get("/<string(length=32):name>-<size>.webp")
@allow(everyone)
def show(name: str, size: str) -> Response:
    """What bears this name never changes; nothing in it may act as a page."""
    place = place_of(name, size)
    if place is None or not place.is_file():
        abort(404)
    response = send_file(place, mimetype="image/webp", max_age=A_YEAR)
    response.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


@bp.app_template_global("image_url")
def url_for_image(name: str, size: int | str = 960) -> str:
    """The address of the picture called `name`: 320, 960 or 1920 on its long side, or "square"."""
    return url_for("media.files.show", name=name, size=str(size))
