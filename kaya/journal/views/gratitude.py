"""/journal/gratitude: what one was thankful for."""

from uuid import UUID

from flask import Blueprint, Response, g, request, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts.days import day_of
from kaya.journal import months, thanking
from kaya.journal.forms import LINES_SHOWN, GratitudeForm
from kaya.journal.models import Gratitude
from kaya.realtime import version_of
from kaya.refusal import Refusal
from kaya.web.limits import limit
from kaya.web.outbox import posted_once
from kaya.web.paging import Order, Page, paged
from kaya.web.policy import allow, members
from kaya.web.respond import done, find, flash_notice, page
from kaya.words import say

bp = Blueprint("gratitude", __name__, url_prefix="/journal/gratitude")

NEWEST_FIRST = Order(Gratitude.day, Gratitude.id, lambda kept: kept.day, descending=True)


@bp.get("")
@allow(members)
def index() -> ResponseReturnValue:
    day = months.day_named(request.args.get("day"), day_of(g.viewer))
    return listing(GratitudeForm(formdata=None, day=day))


def listing(form: GratitudeForm, *, status: int = 200) -> Response:
    version = version_of("journal", g.viewer.id)
    return page(
        "journal/gratitude.html",
        fragment="journal/_thanks.html",
        status=status,
        version=version,
        form=form,
        shown=LINES_SHOWN,
        today=day_of(g.viewer),
        lists=lists(),
        is_first_page="cursor" not in request.args,
    )


def lists() -> Page[Gratitude]:
    try:
        return paged(Gratitude.of(g.viewer), NEWEST_FIRST, cursor=request.args.get("cursor"))
    except Refusal:
        return paged(Gratitude.of(g.viewer), NEWEST_FIRST)


@bp.post("")
@limit("journal")
@posted_once
@allow(members)
def create() -> ResponseReturnValue:
    form = GratitudeForm()
    if form.carry_out(lambda: thanking.keep(g.viewer, form.lines, day=form.day.data, id=form.id.id_meant)) is None:
        return listing(form, status=form.refused_with)
    flash_notice(say("Kept."))
    return done(see=url_for(".index"))


@bp.post("/<uuid:gratitude_id>/deletion")
@allow(members)
def destroy(gratitude_id: UUID) -> ResponseReturnValue:
    thanking.remove(g.viewer, find(Gratitude.of(g.viewer), gratitude_id))
    flash_notice(say("The list is gone."))
    return done(see=url_for(".index"))
