"""/staff/organisation/locations: the places where people meet, and their rooms."""

from uuid import UUID

from flask import Blueprint, g, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts.permissions import Permission
from kaya.organisation import furnishing
from kaya.organisation.forms import LocationForm, RoomForm
from kaya.organisation.models import Location, Organisation, Room
from kaya.organisation.views.said import said
from kaya.refusal import Refusal
from kaya.web.policy import allow, staff_with
from kaya.web.respond import done, find, flash_notice, page
from kaya.words import say

bp = Blueprint("locations", __name__, url_prefix="/staff/organisation/locations")


@bp.get("/new")
@allow(staff_with(Permission.OPERATIONS))
def new() -> ResponseReturnValue:
    return page("organisation/new_location.html", form=LocationForm(timezone=Organisation.here().timezone))


@bp.post("")
@allow(staff_with(Permission.OPERATIONS))
def create() -> ResponseReturnValue:
    form = LocationForm()
    if form.validate():
        try:
            location = furnishing.add_location(g.viewer, **said(form))
            flash_notice(say("%(name)s is there. Now it can have rooms.", name=location.name))
            return done(see=url_for(".edit", location_id=location.id))
        except Refusal as refusal:
            form.explain(refusal)
    return page("organisation/new_location.html", form=form, status=422)


@bp.get("/<uuid:location_id>")
@allow(staff_with(Permission.OPERATIONS))
def edit(location_id: UUID) -> ResponseReturnValue:
    location = find(Location.all(), location_id)
    return shown(location, LocationForm(obj=location), RoomForm(formdata=None))


@bp.post("/<uuid:location_id>")
@allow(staff_with(Permission.OPERATIONS))
def update(location_id: UUID) -> ResponseReturnValue:
    location, form = find(Location.all(), location_id), LocationForm()
    if form.validate():
        try:
            furnishing.change_location(g.viewer, location, **said(form))
            flash_notice(say("Saved."))
            return done(see=url_for(".edit", location_id=location_id))
        except Refusal as refusal:
            form.explain(refusal)
    return shown(location, form, RoomForm(formdata=None), status=422)


@bp.post("/<uuid:location_id>/removal")
@allow(staff_with(Permission.OPERATIONS))
def destroy(location_id: UUID) -> ResponseReturnValue:
    furnishing.remove_location(g.viewer, find(Location.all(), location_id))
    flash_notice(say("The place and its rooms are gone from here."))
    return done(see=url_for("organisation.house.edit"))


@bp.post("/<uuid:location_id>/rooms")
@allow(staff_with(Permission.OPERATIONS))
def add_room(location_id: UUID) -> ResponseReturnValue:
    location, form = find(Location.all(), location_id), RoomForm()
    if form.validate():
        try:
            furnishing.add_room(g.viewer, location, form.name.data or "")
            return done(see=url_for(".edit", location_id=location_id))
        except Refusal as refusal:
            form.explain(refusal)
    return shown(location, LocationForm(obj=location, formdata=None), form, status=422)


@bp.post("/rooms/<uuid:room_id>")
@allow(staff_with(Permission.OPERATIONS))
def rename_room(room_id: UUID) -> ResponseReturnValue:
    room, form = find(Room.all(), room_id), RoomForm()
    if form.validate():
        try:
            furnishing.rename_room(g.viewer, room, form.name.data or "")
            flash_notice(say("Saved."))
            return done(see=url_for(".edit", location_id=room.location_id))
        except Refusal as refusal:
            form.explain(refusal)
    return shown(room.location, LocationForm(obj=room.location, formdata=None), form, renamed=room, status=422)


@bp.post("/rooms/<uuid:room_id>/removal")
@allow(staff_with(Permission.OPERATIONS))
def remove_room(room_id: UUID) -> ResponseReturnValue:
    room = find(Room.all(), room_id)
    location_id = room.location_id
    furnishing.remove_room(g.viewer, room)
    return done(see=url_for(".edit", location_id=location_id))


def shown(
    location: Location, form: LocationForm, room_form: RoomForm, *, renamed: Room | None = None, status: int = 200
) -> ResponseReturnValue:
    """The place with its rooms; `room_form` is the one for a new room, or for the room that was `renamed`."""
    template = "organisation/location.html"
    return page(template, location=location, form=form, room_form=room_form, renamed=renamed, status=status)
