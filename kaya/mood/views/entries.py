"""/mood/entries: one of them, to be mended, let go and taken back."""

from uuid import UUID

from flask import Blueprint, Response, g, url_for
from flask.typing import ResponseReturnValue

from kaya.mood import checking_in, looking
from kaya.mood.forms import PadForm
from kaya.mood.models import MoodEntry
from kaya.mood.views.history import taken_back_from
from kaya.web.limits import limit
from kaya.web.policy import allow, members
from kaya.web.respond import done, find, flash_notice, page
from kaya.words import say

bp = Blueprint("entries", __name__, url_prefix="/mood/entries")


@bp.get("/<uuid:entry_id>")
@allow(members)
def edit(entry_id: UUID) -> Response:
    entry = find(MoodEntry.of(g.viewer), entry_id)
    return mending(entry, PadForm.showing(entry))


@bp.post("/<uuid:entry_id>")
@limit("mood")
@allow(members)
def update(entry_id: UUID) -> ResponseReturnValue:
    entry, form = find(MoodEntry.of(g.viewer), entry_id), PadForm()
    mended = form.carry_out(
        lambda: checking_in.mend(g.viewer, entry, form.said, at=form.when(entry.timezone, entry.at))
    )
    if mended is None:
        return mending(entry, form, status=form.refused_with)
    flash_notice(say("Changed."))
    return done(see=url_for("mood.history.index"))


@bp.post("/<uuid:entry_id>/deletion")
@allow(members)
def destroy(entry_id: UUID) -> ResponseReturnValue:
    """For a day it can be taken back."""
    entry = checking_in.let_go(g.viewer, find(MoodEntry.of(g.viewer), entry_id))
    return done(see=taken_back_from(entry))


@bp.post("/<uuid:entry_id>/restoration")
@allow(members)
def restore(entry_id: UUID) -> ResponseReturnValue:
    checking_in.take_back(g.viewer, find(MoodEntry.any_of(g.viewer), entry_id))
    flash_notice(say("It is back."))
    return done(see=url_for("mood.history.index"))


def mending(entry: MoodEntry, form: PadForm, *, status: int = 200) -> Response:
    form.offer(looking.own_activities(g.viewer))
    return page("mood/edit.html", status=status, entry=entry, form=form)
