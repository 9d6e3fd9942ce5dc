"""/login/code: the second step of signing in."""

from collections.abc import Callable
from uuid import UUID

from flask import Blueprint, jsonify, make_response, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts import second_step
from kaya.accounts.forms import OtpForm, PasskeyForm
from kaya.accounts.models import Halfway, SignIn
from kaya.accounts.views.arrival import let_in, marked
from kaya.accounts.views.throttles import few_questions, few_tries
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


def go_in(arrived: SignIn | Halfway, *, next_path: str) -> ResponseReturnValue:
    """All the way, or to the second proof."""
    if isinstance(arrived, Halfway):
        return go_halfway(arrived, next_path=next_path)
    return let_in(arrived, next_path=next_path)


@bp.get("")
@allow(everyone)
def new() -> ResponseReturnValue:
    try:
        proofs = second_step.proofs_of(whose())
    except Refusal as refusal:
        return begin_anew(refusal)
    return page("accounts/second_step/new.html", form=OtpForm(next=wanted()), proofs=proofs)


@bp.post("")
@few_tries
@allow(everyone)
def create() -> ResponseReturnValue:
    form = OtpForm()
    return prove(form, lambda id: second_step.with_code(id, form.otp.data or ""))


@bp.post("/passkey/options")
@few_questions
@allow(everyone)
def ask() -> ResponseReturnValue:
    try:
        return jsonify(second_step.ask_for_passkey(whose()))
    except Refusal as refusal:
        return begin_anew(refusal)


@bp.post("/passkey")
@few_tries
@allow(everyone)
def create_with_passkey() -> ResponseReturnValue:
    form = PasskeyForm()
    return prove(form, lambda id: second_step.with_passkey(id, form.answer))


def prove(form: OtpForm | PasskeyForm, by: Callable[[UUID], SignIn]) -> ResponseReturnValue:
    """Let in by what the form holds; else the page again, or signing in anew when the threshold was left."""
    status, next_path = 422, form.next.data or ""
    try:
        proofs = second_step.proofs_of(whose())
        if form.validate():
            sign_in = by(whose())
            session.pop(HALFWAY, None)
            return let_in(sign_in, next_path=next_path)
    except Refusal as refusal:
        if refusal.kind == "gone":
            return begin_anew(refusal)
        form.explain(refusal)
        status = 422 if refusal.status == 401 else refusal.status
    typed = form if isinstance(form, OtpForm) else OtpForm(next=next_path)
    return page("accounts/second_step/new.html", form=typed, mistaken=form, proofs=proofs, status=status)


def whose() -> UUID:
    """Who stands on the threshold with this browser; nobody, when it never began."""
    return UUID(session.get(HALFWAY) or str(UUID(int=0)))


def begin_anew(refusal: Refusal) -> ResponseReturnValue:
    session.pop(HALFWAY, None)
    flash_notice(refusal.message)
    return redirect(url_for("accounts.sign_in.new", next=wanted() or None), 303)


def wanted() -> str:
    """Where on this site they were on their way to."""
    return local_path(request.values.get("next"))
