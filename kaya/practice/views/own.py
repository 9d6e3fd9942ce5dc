"""/practice/own: sessions that a member makes of steps, row by row."""

from uuid import UUID

from flask import Blueprint, Response, g, request, url_for
from flask.typing import ResponseReturnValue

from kaya.practice import composing
from kaya.practice.forms_own import OwnForm
from kaya.practice.models import Practice
from kaya.practice.own_steps import MOST_STEPS
from kaya.practice.views.library import practice_page
from kaya.realtime import version_of
from kaya.web.policy import allow, members
from kaya.web.respond import done, every, find, flash_notice, page
from kaya.words import say

bp = Blueprint("own", __name__, url_prefix="/practice/own")


@bp.get("")
@allow(members)
def index() -> Response:
    version = version_of("practice", g.viewer.id)
    rows = Practice.by(g.viewer).order_by(Practice.updated_at.desc(), Practice.id)
    removed = Practice.removed_by(g.viewer).order_by(Practice.retired_at.desc())
    return page(
        "practice/own/index.html", fragment="practice/own/_list.html",
        practices=every(rows), removed=every(removed), version=version,
    )  # fmt: skip


@bp.get("/new")
@allow(members)
def new() -> Response:
    return editor(OwnForm.begun())


@bp.post("")
@allow(members)
def create() -> ResponseReturnValue:
    form = OwnForm()
    if act := request.form.get("act", ""):
        form.rearrange(act)
        return editor(form)
    made = form.carry_out(lambda: composing.make(g.viewer, form.wording()))
    if made is None:
        return editor(form, status=form.refused_with)
    return done(see=url_for(".show", practice_id=made.id))


@bp.get("/<uuid:practice_id>")
@allow(members)
def show(practice_id: UUID) -> Response:
    return practice_page(find(Practice.by(g.viewer), practice_id))


@bp.get("/<uuid:practice_id>/edit")
@allow(members)
def edit(practice_id: UUID) -> Response:
    practice = find(Practice.by(g.viewer), practice_id)
    return editor(OwnForm.showing(practice), practice)


@bp.post("/<uuid:practice_id>")
@allow(members)
def update(practice_id: UUID) -> ResponseReturnValue:
    practice, form = find(Practice.by(g.viewer), practice_id), OwnForm()
    if act := request.form.get("act", ""):
        form.rearrange(act)
        return editor(form, practice)
    changed = form.carry_out(lambda: composing.change(g.viewer, practice, form.wording(practice)))
    if changed is None:
        return editor(form, practice, status=form.refused_with)
    return done(see=url_for(".show", practice_id=changed.id))


@bp.post("/<uuid:practice_id>/removal")
@allow(members)
def destroy(practice_id: UUID) -> ResponseReturnValue:
    """For a day it can be had again."""
    composing.remove(g.viewer, find(Practice.by(g.viewer), practice_id))
    return done(see=url_for(".index"))


@bp.post("/<uuid:practice_id>/restoration")
@allow(members)
def restore(practice_id: UUID) -> ResponseReturnValue:
    practice = composing.restore(g.viewer, find(Practice.removed_by(g.viewer), practice_id))
    flash_notice(say("It is there again."))
    return done(see=url_for(".show", practice_id=practice.id))


def editor(form: OwnForm, practice: Practice | None = None, status: int = 200) -> Response:
    return page(
        "practice/own/edit.html", fragment="practice/own/_editor.html", status=status,
        form=form, practice=practice, is_full=len(form.rows) >= MOST_STEPS,
    )  # fmt: skip
