"""/login/mail: signing in by six digits that come by mail."""

from flask import Blueprint, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts import mail_codes
from kaya.accounts.forms import MailCodeForm, SignInCodeForm
from kaya.accounts.views.arrival import device
from kaya.accounts.views.second_step import go_in
from kaya.accounts.views.throttles import few_mail_codes, few_mail_codes_to_one, few_tries, few_wrong_mail_codes
from kaya.refusal import Refusal
from kaya.web.policy import allow, everyone
from kaya.web.respond import page
from kaya.web.ways import local_path

bp = Blueprint("mail_codes", __name__, url_prefix="/login/mail")

EMAIL = "sign_in_email"


@bp.get("")
@allow(everyone)
def new() -> ResponseReturnValue:
    return page("accounts/mail_codes/new.html", form=MailCodeForm(next=local_path(request.args.get("next"))))


@bp.post("")
@few_mail_codes
@few_mail_codes_to_one
@allow(everyone)
def create() -> ResponseReturnValue:
    """The same answer whatever the address."""
    form = MailCodeForm()
    if form.validate():
        mail_codes.ask(form.email.data or "")
        session[EMAIL] = form.email.data
        return redirect(url_for(".edit", next=local_path(form.next.data) or None), 303)
    return page("accounts/mail_codes/new.html", form=form, status=422)


@bp.get("/code")
@allow(everyone)
def edit() -> ResponseReturnValue:
    form = SignInCodeForm(email=session.get(EMAIL, ""), next=local_path(request.args.get("next")))
    return page("accounts/mail_codes/edit.html", form=form)


@bp.post("/code")
@few_tries
@few_wrong_mail_codes
@allow(everyone)
def update() -> ResponseReturnValue:
    form, status = SignInCodeForm(), 422
    if form.validate():
        try:
            arrived = mail_codes.sign_in(form.email.data or "", form.digits, device=device())
            session.pop(EMAIL, None)
            return go_in(arrived, next_path=form.next.data or "")
        except Refusal as refusal:
            form.explain(refusal)
            status = refusal.status
    return page("accounts/mail_codes/edit.html", form=form, status=status)
