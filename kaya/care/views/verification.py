"""/staff/practitioners: staff look at papers, let people practise, say no, or take it back."""

from uuid import UUID

from flask import Blueprint, g, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from kaya.accounts.permissions import Permission
from kaya.care import directory, verification
from kaya.care.forms.profile import RulingForm
from kaya.care.models import Practitioner, Ruling
from kaya.db import db
from kaya.refusal import Refusal
from kaya.web.paging import Order, Page, counted, paged
from kaya.web.policy import allow, staff_with
from kaya.web.respond import done, find, flash_notice, page
from kaya.words import say

bp = Blueprint("verification", __name__, url_prefix="/staff/practitioners")

A_PAGE = 25
BY_NAME = Order(Practitioner.display_name, Practitioner.id, lambda row: row.display_name)
BY_WAIT = Order(Practitioner.applied_at, Practitioner.id, lambda row: row.applied_at)


@bp.get("")
@allow(staff_with(Permission.VERIFICATION))
def index() -> ResponseReturnValue:
    which = "verified" if request.args.get("show") == "verified" else "waiting"
    return page(
        "care/verification/index.html",
        which=which,
        practitioners=listed(which),
        waiting=counted(Practitioner.waiting()),
    )


@bp.get("/<uuid:practitioner_id>")
@allow(staff_with(Permission.VERIFICATION))
def show(practitioner_id: UUID) -> ResponseReturnValue:
    return shown(one(practitioner_id), RulingForm())


@bp.post("/<uuid:practitioner_id>/verification")
@allow(staff_with(Permission.VERIFICATION))
def verify(practitioner_id: UUID) -> ResponseReturnValue:
    practitioner = verification.verify(g.viewer, one(practitioner_id))
    flash_notice(say("%(name)s may practise here from now on.", name=practitioner.display_name))
    return done(see=url_for(".show", practitioner_id=practitioner_id))


@bp.post("/<uuid:practitioner_id>/refusal")
@allow(staff_with(Permission.VERIFICATION))
def decline(practitioner_id: UUID) -> ResponseReturnValue:
    practitioner, form = one(practitioner_id), RulingForm()
    if form.validate():
        try:
            act = verification.withdraw if practitioner.is_verified else verification.decline
            act(g.viewer, practitioner, form.reason.data or "")
            flash_notice(say("It is written down, and %(name)s is told why.", name=practitioner.display_name))
            return done(see=url_for(".show", practitioner_id=practitioner_id))
        except Refusal as refusal:
            form.explain(refusal)
    return shown(practitioner, form, status=422)


def listed(which: str) -> Page[Practitioner]:
    waiting = Practitioner.waiting().order_by(None).options(joinedload(Practitioner.verification))
    verified = everybody().where(Practitioner.verification.has())
    rows, order = (verified, BY_NAME) if which == "verified" else (waiting, BY_WAIT)
    try:
        return paged(rows, order, cursor=request.args.get("cursor"), limit=A_PAGE, bound_to=which)
    except Refusal:
        return paged(rows, order, limit=A_PAGE, bound_to=which)


def one(practitioner_id: UUID) -> Practitioner:
    return find(everybody(), practitioner_id)


def everybody() -> Select[Practitioner]:
    return select(Practitioner).options(joinedload(Practitioner.verification))


def shown(practitioner: Practitioner, form: RulingForm, status: int = 200) -> ResponseReturnValue:
    directory.furnish([practitioner])
    rulings = db.session.scalars(Ruling.on(practitioner)).all()
    return page("care/verification/show.html", status=status, practitioner=practitioner, form=form, rulings=rulings)
