"""/register and /verify: asking for an account, and making it."""

from flask import Blueprint, g, make_response, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts import registering
from kaya.accounts.forms import CodeForm, EmailForm, RegistrationForm
from kaya.accounts.models import User
from kaya.accounts.views.arrival import arrive, home
from kaya.accounts.views.throttles import few_registrations, few_registrations_of_one, few_tries
from kaya.refusal import Refusal
from kaya.web.policy import allow, everyone
from kaya.web.respond import flash_notice, page
from kaya.web.templating import default_zone, reading_language
from kaya.web.ways import local_path
from kaya.words import say

bp = Blueprint("registrations", __name__)
EMAIL = "registering"
NO_PASSWORD = say(
    "This account was asked for with different passwords, so none of them counts. "
    "A mail to set your password is on its way."
)


@bp.get("/register")
@allow(everyone)
def new() -> ResponseReturnValue:
    if g.viewer.is_authenticated:
        return redirect(local_path(request.args.get("next")) or home(g.viewer), 303)
    form = RegistrationForm(next=local_path(request.args.get("next")), timezone=request.cookies.get("zone", ""))
    return page("accounts/registrations/new.html", form=form)


@bp.post("/register")
@few_registrations
@few_registrations_of_one
@allow(everyone)
def create() -> ResponseReturnValue:
    form = RegistrationForm()
    if form.validate():
        try:
            session[EMAIL] = registering.register(
                form.email.data or "",
                form.password.data or "",
                form.name.data or "",
                timezone=form.timezone.data or default_zone(),
                language=reading_language(),
                next_path=local_path(form.next.data),
            )
            return redirect(url_for(".waiting"), 303)
        except Refusal as refusal:
            form.explain(refusal)
    return page("accounts/registrations/new.html", form=form, status=422)


@bp.get("/verify")
@allow(everyone)
def waiting() -> ResponseReturnValue:
    return page("accounts/registrations/waiting.html", form=CodeForm(email=session.get(EMAIL, "")))


@bp.post("/verify")
@few_tries
@allow(everyone)
def verify_code() -> ResponseReturnValue:
    form, status = CodeForm(), 422
    if form.validate():
        try:
            return welcome(registering.verify_code(form.email.data or "", form.digits))
        except Refusal as refusal:
            form.explain(refusal)
            status = refusal.status
    return page("accounts/registrations/waiting.html", form=form, status=status)


@bp.post("/verify/mail")
@few_registrations
@few_registrations_of_one
@allow(everyone)
def resend() -> ResponseReturnValue:
    """The same words whatever the address."""
    form = EmailForm()
    if form.validate():
        registering.resend(form.email.data or "")
        session[EMAIL] = form.email.data
        flash_notice(say("If a registration waits for that address, a new mail is on its way."))
        return redirect(url_for(".waiting"), 303)
    again = CodeForm()
    again.email.errors = form.email.errors
    return page("accounts/registrations/waiting.html", form=again, status=422)


@bp.get("/verify/<token>")
@allow(everyone)
def show(token: str) -> ResponseReturnValue:
    """A page with a button: mail scanners open links, so opening one changes nothing."""
    try:
        return page("accounts/registrations/show.html", registration=registering.waiting(token), token=token)
    except Refusal as refusal:
        return gone(refusal)


@bp.post("/verify/<token>")
@allow(everyone)
def verify(token: str) -> ResponseReturnValue:
    try:
        return welcome(registering.verify(token))
    except Refusal as refusal:
        return gone(refusal)


def welcome(user: User) -> ResponseReturnValue:
    """Signed in at once, and back to where they were on their way to."""
    session.pop(EMAIL, None)
    if not user.has_password:
        flash_notice(NO_PASSWORD)
    return arrive(user, next_path=registering.next_path_of(user))


def gone(refusal: Refusal) -> ResponseReturnValue:
    return make_response(page("accounts/registrations/gone.html", refusal=refusal), refusal.status or 410)
