"""/staff/people/invitations: asking people in by mail."""

from uuid import UUID

from flask import Blueprint, g, request, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts import inviting
from kaya.accounts.models import Invitation
from kaya.members.figures import figures
from kaya.members.forms import InvitationForm
from kaya.members.people import invited
from kaya.members.views.orders import INVITED_LAST_FIRST
from kaya.members.views.people import LOOK_AFTER
from kaya.realtime import version_of
from kaya.refusal import Refusal
from kaya.web.paging import Page, paged
from kaya.web.policy import allow
from kaya.web.respond import done, find, flash_notice, page
from kaya.words import say

bp = Blueprint("invitations", __name__, url_prefix="/staff/people/invitations")

A_PAGE = 40


@bp.get("")
@allow(LOOK_AFTER)
def index() -> ResponseReturnValue:
    return shown(InvitationForm())


@bp.post("")
@allow(LOOK_AFTER, fresh=True)
def create() -> ResponseReturnValue:
    form = InvitationForm()
    invitation = form.carry_out(
        lambda: inviting.invite(g.viewer, form.email.data or "", form.name.data or "", form.role.data or "")
    )
    if invitation:
        flash_notice(say("An invitation is on its way to %(name)s.", name=invitation.name))
        return done(see=url_for(".index"))
    return shown(form, status=form.refused_with)


@bp.post("/<uuid:invitation_id>/mail")
@allow(LOOK_AFTER)
def send_again(invitation_id: UUID) -> ResponseReturnValue:
    invitation = inviting.send_again(g.viewer, find(invited(), invitation_id))
    flash_notice(say("A new link is on its way to %(name)s.", name=invitation.name))
    return done(see=url_for(".index"))


@bp.post("/<uuid:invitation_id>/removal")
@allow(LOOK_AFTER)
def destroy(invitation_id: UUID) -> ResponseReturnValue:
    inviting.withdraw(g.viewer, find(invited(), invitation_id))
    flash_notice(say("The invitation is taken back; its link opens nothing."))
    return done(see=url_for(".index"))


def shown(form: InvitationForm, *, status: int = 200) -> ResponseReturnValue:
    version = version_of("people")
    return page(
        "members/invitations/index.html",
        fragment="members/invitations/_list.html",
        status=status,
        version=version,
        form=form,
        invitations=listed(),
        figures=figures(),
    )


def listed() -> Page[Invitation]:
    try:
        return paged(invited(), INVITED_LAST_FIRST, cursor=request.args.get("cursor"), limit=A_PAGE)
    except Refusal:
        return paged(invited(), INVITED_LAST_FIRST, limit=A_PAGE)
