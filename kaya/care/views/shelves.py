"""/staff/services/shelves: staff name the catalogue's shelves and put them in order."""

from uuid import UUID

from flask import Blueprint, Response, g, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from kaya.accounts.permissions import Permission
from kaya.care import shelving
from kaya.care.forms.shelves import ShelfForm
from kaya.care.models import ServiceCategory
from kaya.refusal import Refusal
from kaya.web.policy import allow, staff_with
from kaya.web.respond import done, find, flash_notice, page
from kaya.words import say

bp = Blueprint("shelves", __name__, url_prefix="/staff/services/shelves")


@bp.get("")
@allow(staff_with(Permission.CONTENT))
def index() -> ResponseReturnValue:
    return page("care/catalogue/shelves.html", shelves=shelving.shelves(), numbers=shelving.numbers())


@bp.get("/new")
@allow(staff_with(Permission.CONTENT))
def new() -> ResponseReturnValue:
    return shown(ShelfForm())


@bp.post("")
@allow(staff_with(Permission.CONTENT))
def create() -> ResponseReturnValue:
    form = ShelfForm()
    shelf = form.carry_out(lambda: shelving.add_shelf(g.viewer, form.name.data or "", form.about.data or ""))
    if shelf:
        return told(say("“%(name)s” is there. It is shown once a service stands on it.", name=shelf.name))
    return shown(form, status=form.refused_with)


@bp.get("/<uuid:category_id>")
@allow(staff_with(Permission.CONTENT))
def edit(category_id: UUID) -> ResponseReturnValue:
    shelf = one(category_id)
    return shown(ShelfForm(obj=shelf), shelf)


@bp.post("/<uuid:category_id>")
@allow(staff_with(Permission.CONTENT))
def update(category_id: UUID) -> ResponseReturnValue:
    shelf, form = one(category_id), ShelfForm()
    if form.carry_out(lambda: shelving.change_shelf(g.viewer, shelf, form.name.data or "", form.about.data or "")):
        return told(say("Your changes are kept."))
    return shown(form, shelf, status=form.refused_with)


@bp.post("/<uuid:category_id>/earlier")
@allow(staff_with(Permission.CONTENT))
def move_up(category_id: UUID) -> ResponseReturnValue:
    return shifted(one(category_id), -1)


@bp.post("/<uuid:category_id>/later")
@allow(staff_with(Permission.CONTENT))
def move_down(category_id: UUID) -> ResponseReturnValue:
    return shifted(one(category_id), 1)


@bp.post("/<uuid:category_id>/removal")
@allow(staff_with(Permission.CONTENT))
def destroy(category_id: UUID) -> ResponseReturnValue:
    shelf = one(category_id)
    try:
        shelving.remove_shelf(g.viewer, shelf)
    except Refusal as refusal:
        form = ShelfForm(obj=shelf, formdata=None)
        form.explain(refusal)
        return shown(form, shelf, status=refusal.status)
    return told(say("“%(name)s” is gone.", name=shelf.name))


def one(category_id: UUID) -> ServiceCategory:
    return find(select(ServiceCategory), category_id)


def shifted(shelf: ServiceCategory, by: int) -> ResponseReturnValue:
    shelving.shift_shelf(g.viewer, shelf, by)
    return done(see=url_for(".index", _anchor=f"shelf-{shelf.id}"))


def told(words: object) -> ResponseReturnValue:
    flash_notice(words)
    return done(see=url_for(".index"))


def shown(form: ShelfForm, shelf: ServiceCategory | None = None, status: int = 200) -> Response:
    number = shelving.numbers().get(shelf.id, (0, 0)) if shelf else (0, 0)
    return page("care/catalogue/shelf.html", status=status, form=form, shelf=shelf, number=number)
