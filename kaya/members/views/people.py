"""/staff/people: who is here, and one of them with all that staff may do about it."""

from dataclasses import asdict
from uuid import UUID

from flask import Blueprint, g, request, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts import devices, granting, roles, signing_in, suspending
from kaya.accounts.models import Suspension, User
from kaya.accounts.permissions import Permission
from kaya.members import farewells
from kaya.members.figures import figures
from kaya.members.forms import PeopleForm, RoleForm, SuspensionForm
from kaya.members.people import Sought, everyone, last_seen, matching
from kaya.members.views.orders import ORDERS
from kaya.realtime import version_of
from kaya.refusal import Refusal
from kaya.web.paging import Page, counted, paged
from kaya.web.policy import allow, staff_with
from kaya.web.respond import done, every, find, flash_notice, page
from kaya.words import say

bp = Blueprint("people", __name__, url_prefix="/staff/people")

A_PAGE = 25
LOOK_AFTER = staff_with(Permission.SUPPORT, Permission.OPERATIONS)
OPERATE = staff_with(Permission.OPERATIONS)


@bp.get("")
@allow(LOOK_AFTER)
def index() -> ResponseReturnValue:
    version = version_of("people")
    form = PeopleForm.asked(request.args)
    found = listed(form.sought, form.order)
    return page(
        "members/people/index.html",
        fragment="members/people/_list.html",
        version=version,
        form=form,
        people=found,
        seen=last_seen(found.items),
        number=counted(matching(form.sought)),
        figures=figures(),
    )


def listed(sought: Sought, order: str) -> Page[User]:
    rows, bound_to = matching(sought), asdict(sought) | {"sort": order}
    try:
        return paged(rows, ORDERS[order], cursor=request.args.get("cursor"), limit=A_PAGE, bound_to=bound_to)
    except Refusal:
        return paged(rows, ORDERS[order], limit=A_PAGE, bound_to=bound_to)


@bp.get("/<uuid:user_id>")
@allow(LOOK_AFTER)
def show(user_id: UUID) -> ResponseReturnValue:
    return shown(user_id, SuspensionForm())


@bp.post("/<uuid:user_id>/role")
@allow(OPERATE, fresh=True)
def give_role(user_id: UUID) -> ResponseReturnValue:
    form, user = RoleForm(), one(user_id)
    if form.carry_out(lambda: roles.give(g.viewer, user, form.role.data or "")):
        flash_notice(say("Done. They were signed out, and come back with what they may do now."))
        return seen(user_id)
    return mistaken(form, user_id)


@bp.post("/<uuid:user_id>/permissions/<permission>")
@allow(OPERATE, fresh=True)
def grant(user_id: UUID, permission: str) -> ResponseReturnValue:
    granting.grant(g.viewer, one(user_id), named(permission))
    return seen(user_id)


@bp.post("/<uuid:user_id>/permissions/<permission>/withdrawal")
@allow(OPERATE, fresh=True)
def withdraw(user_id: UUID, permission: str) -> ResponseReturnValue:
    granting.withdraw(g.viewer, one(user_id), named(permission))
    return seen(user_id)


@bp.post("/<uuid:user_id>/sign-ins/end")
@allow(LOOK_AFTER, fresh=True)
def end_sign_ins(user_id: UUID) -> ResponseReturnValue:
    user = suspending.end_sign_ins(g.viewer, one(user_id))
    flash_notice(say("%(name)s is signed out everywhere.", name=user.name))
    return seen(user_id)


@bp.post("/<uuid:user_id>/suspension")
@allow(LOOK_AFTER, fresh=True)
def suspend(user_id: UUID) -> ResponseReturnValue:
    form, user = SuspensionForm(), one(user_id)
    if form.carry_out(lambda: suspending.suspend(g.viewer, user, form.reason.data or "")):
        flash_notice(say("%(name)s is out, and is told why.", name=user.name))
        return seen(user_id)
    return shown(user_id, form, status=form.refused_with)


@bp.post("/<uuid:user_id>/suspension/end")
@allow(LOOK_AFTER, fresh=True)
def reopen(user_id: UUID) -> ResponseReturnValue:
    user = suspending.reopen(g.viewer, one(user_id))
    flash_notice(say("%(name)s may come in again, and is told so.", name=user.name))
    return seen(user_id)


@bp.post("/<uuid:user_id>/removal")
@allow(LOOK_AFTER, fresh=True)
def destroy(user_id: UUID) -> ResponseReturnValue:
    farewells.begin(g.viewer, one(user_id))
    flash_notice(say("Their account is erased in fourteen days, unless they take that back. They are told."))
    return seen(user_id)


def one(user_id: UUID) -> User:
    return find(everyone(), user_id)


def named(permission: str) -> Permission:
    """Refuses ("unknown-permission", 404) what is none."""
    try:
        return Permission(permission)
    except ValueError:
        raise Refusal("unknown-permission", say("There is no such permission."), status=404) from None


def seen(user_id: UUID) -> ResponseReturnValue:
    return done(see=url_for("members.people.show", user_id=user_id))


def mistaken(form: RoleForm, user_id: UUID) -> ResponseReturnValue:
    return shown(user_id, SuspensionForm(formdata=None), role_form=form, status=form.refused_with)


def shown(
    user_id: UUID, form: SuspensionForm, *, role_form: RoleForm | None = None, status: int = 200
) -> ResponseReturnValue:
    version, user = version_of("people", user_id), one(user_id)
    return page(
        "members/people/show.html",
        fragment="members/people/_person.html",
        status=status,
        version=version,
        person=user,
        form=form,
        role_form=role_form or RoleForm(formdata=None, role=user.role),
        permissions=list(Permission),
        seen=last_seen([user]).get(user.id),
        sign_ins=signing_in.current(user),
        described=devices.described,
        place=devices.place,
        suspensions=every(Suspension.of(user)),
        is_own=user.id == g.viewer.id,
    )
