"""/login/code: the second step of signing in."""

from uuid import UUID

from flask import Blueprint, make_response, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts import second_step
from kaya.accounts.forms import OtpForm
from kaya.accounts.models import Halfway
from kaya.accounts.views.arrival import let_in, marked
from kaya.accounts.views.throttles import few_tries
from kaya.refusal import Refusal
from kaya.web.policy import allow, everyone
from kaya.web.respond import flash_notice, page
from kaya.web.ways import local_path

bp = Blueprint("second_step", __name__, url_prefix="/login/code")

HALFWAY = "halfway"


def go_halfway(halfway: Halfway, *, next_path: str) -> ResponseReturnValue:
    """Ask this browser for the second proof."""
    session[HALFWAY] = str(halfway.id)
    onward = redirect(url_for("accounts.second_step.new", next=local_path(next_path) or None), 303)
    return marked(make_response(onward))


@bp.get("")
@allow(everyone)
def new() -> ResponseReturnValue:
    try:
        second_step.waiting(whose())
    except Refusal as refusal:
        return begin_anew(refusal)
    return page("accounts/second_step/new.html", form=OtpForm(next=local_path(request.args.get("next"))))


@bp.post("")
@few_tries
@allow(everyone)
def create() -> ResponseReturnValue:
    form, status = OtpForm(), 422
    if form.validate():
        try:
            sign_in = second_step.with_code(whose(), form.otp.data or "")
            session.pop(HALFWAY, None)
            return let_in(sign_in, next_path=form.next.data or "")
        except Refusal as refusal:
            if refusal.kind == "gone":
                return begin_anew(refusal)
            form.explain(refusal)
            status = refusal.status
    return page("accounts/second_step/new.html", form=form, status=status)


def whose() -> UUID:
    """Who stands on the threshold with this browser; nobody, when it never began."""
    return UUID(session.get(HALFWAY) or str(UUID(int=0)))


def begin_anew(refusal: Refusal) -> ResponseReturnValue:
    session.pop(HALFWAY, None)
    flash_notice(refusal.message)
    return redirect(url_for("accounts.sign_in.new", next=local_path(request.values.get("next")) or None), 303)
