"""/journal/…/photos: photos on a page. Their files are given to their owner alone."""

from uuid import UUID

from flask import Blueprint, Response, abort, g, url_for
from flask.typing import ResponseReturnValue

from kaya.journal import photos
from kaya.journal.forms import CaptionForm, PhotosForm
from kaya.journal.models import Entry, EntryPhoto
from kaya.journal.views.pages import shown
from kaya.media import private
from kaya.refusal import Refusal
from kaya.web.limits import limit
from kaya.web.policy import allow, members
from kaya.web.respond import done, find, flash_notice
from kaya.web.uploads import takes_files
from kaya.words import say

bp = Blueprint("photos", __name__, url_prefix="/journal")


@bp.post("/<uuid:entry_id>/photos")
@limit("picture")
@takes_files
@allow(members)
def create(entry_id: UUID) -> ResponseReturnValue:
    """As many as were chosen; the first that is refused is said, and those before it stay."""
    entry, form = find(Entry.open_of(g.viewer), entry_id), PhotosForm()
    chosen = [upload for upload in form.photos.data or [] if getattr(upload, "filename", "")]
    if form.carry_out(lambda: added(entry, chosen)) is None:
        return shown(find(Entry.open_of(g.viewer), entry_id), form, status=form.refused_with)
    return done(see=url_for("journal.pages.show", entry_id=entry.id))


def added(entry: Entry, chosen: list[object]) -> int:
    if not chosen:
        raise Refusal("blank", say("Please choose a photo first."), field="photos")
    for upload in chosen:
        try:
            photos.add(g.viewer, entry, upload.stream)  # type: ignore[attr-defined]
        except Refusal as refusal:
            raise Refusal(refusal.kind, refusal.message, field="photos", status=refusal.status) from None
    return len(chosen)


@bp.get("/photos/<uuid:photo_id>-<size>.webp")
@allow(members)
def show(photo_id: UUID, size: str) -> Response:
    """Kept by nobody: the next person at this browser finds nothing of it."""
    photo = find(EntryPhoto.of(g.viewer), photo_id)
    content = private.content_of(photo.image, size)
    if content is None:
        abort(404)
    response = Response(content, mimetype="image/webp")
    response.headers["Cache-Control"] = "no-store"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


@bp.post("/photos/<uuid:photo_id>/caption")
@allow(members)
def describe(photo_id: UUID) -> ResponseReturnValue:
    photo, form = find(EntryPhoto.of(g.viewer), photo_id), CaptionForm()
    if form.carry_out(lambda: photos.describe(g.viewer, photo, form.caption.data or "")) is None:
        entry = find(Entry.open_of(g.viewer), photo.entry_id)
        return shown(entry, PhotosForm(formdata=None), captions={photo.id: form}, status=form.refused_with)
    flash_notice(say("Kept."))
    return done(see=url_for("journal.pages.show", entry_id=photo.entry_id))


@bp.post("/photos/<uuid:photo_id>/removal")
@allow(members)
def destroy(photo_id: UUID) -> ResponseReturnValue:
    photo = find(EntryPhoto.of(g.viewer), photo_id)
    entry_id = photo.entry_id
    photos.remove(g.viewer, photo)
    flash_notice(say("The photo is gone."))
    return done(see=url_for("journal.pages.show", entry_id=entry_id))
