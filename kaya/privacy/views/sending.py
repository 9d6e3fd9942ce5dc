"""An archive as an answer: for its owner alone, kept by nobody on the way."""

from flask import Response, send_file

from kaya.privacy import vault
from kaya.privacy.models import Archive


def as_file(archive: Archive) -> Response:
    place = vault.place_of(archive.name)
    name = f"my-archive-{archive.asked_at:%Y-%m-%d}.zip"
    response = send_file(place, mimetype="application/zip", as_attachment=True, download_name=name, conditional=False)
    response.headers["Cache-Control"] = "private, no-store"
    return response
