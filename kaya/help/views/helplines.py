"""/staff/helplines: the operator's list, and when each was last looked up."""

from uuid import UUID

from flask import Blueprint, Response, g, url_for
from flask.typing import ResponseReturnValue

from kaya import clock
from kaya.accounts.permissions import Permission
from kaya.help import lines, listing
from kaya.help.forms import HelplineForm
from kaya.help.models import Helpline
from kaya.web.policy import allow, staff_with
from kaya.web.respond import done, find, flash_notice, page
from kaya.words import say

bp = Blueprint("helplines", __name__, url_prefix="/staff/helplines")
KEEPERS = staff_with(Permission.SUPPORT, Permission.OPERATIONS)


@bp.get("")
@allow(KEEPERS)
def index() -> ResponseReturnValue:
    return page("help/helplines/index.html", countries=lines.by_country())


@bp.get("/new")
@allow(KEEPERS)
def new() -> ResponseReturnValue:
    return shown(HelplineForm(checked_on=clock.now().date()))


@bp.post("")
@allow(KEEPERS)
def create() -> ResponseReturnValue:
    form = HelplineForm()
    if line := form.carry_out(lambda: listing.add_line(g.viewer, **form.said())):
        return told(say("%(name)s is on every help page now.", name=line.name))
    return shown(form, status=form.refused_with)


@bp.get("/<uuid:helpline_id>")
@allow(KEEPERS)
def edit(helpline_id: UUID) -> ResponseReturnValue:
    line = find(Helpline.all(), helpline_id)
    return shown(HelplineForm(obj=line), line)


@bp.post("/<uuid:helpline_id>")
@allow(KEEPERS)
def update(helpline_id: UUID) -> ResponseReturnValue:
    line, form = find(Helpline.all(), helpline_id), HelplineForm()
    if form.carry_out(lambda: listing.change_line(g.viewer, line, **form.said())):
        return told(say("Your changes are kept."))
    return shown(form, line, status=form.refused_with)


@bp.post("/<uuid:helpline_id>/check")
@allow(KEEPERS)
def check(helpline_id: UUID) -> ResponseReturnValue:
    line = listing.check_line(g.viewer, find(Helpline.all(), helpline_id))
    return told(say("%(name)s: checked today.", name=line.name))


@bp.post("/<uuid:helpline_id>/removal")
@allow(KEEPERS)
def destroy(helpline_id: UUID) -> ResponseReturnValue:
    line = find(Helpline.all(), helpline_id)
    listing.remove_line(g.viewer, line)
    return told(say("%(name)s is gone from the help pages.", name=line.name))


def told(words: object) -> ResponseReturnValue:
    flash_notice(words)
    return done(see=url_for(".index"))


def shown(form: HelplineForm, line: Helpline | None = None, status: int = 200) -> Response:
    return page("help/helplines/edit.html", form=form, line=line, status=status)
