"""/practitioners/…/times: choosing a time, and the page of one time."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from flask import Blueprint, Response, abort, g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from kaya import clock
from kaya.care import directory
from kaya.care.diary import diary_of
from kaya.care.forms.booking import BookingForm
from kaya.care.models import Hold, Mode, Offering, Practitioner
from kaya.care.phones import last_phone
from kaya.care.views.picker import Picker
from kaya.care.views.times import read_day, read_moment
from kaya.care.views.visible import chosen, visible
from kaya.db import db
from kaya.realtime import version_of
from kaya.web.policy import allow, everyone
from kaya.web.respond import page, wants_fragment
from kaya.web.templating import reading_language, reading_zone

bp = Blueprint("slots", __name__, url_prefix="/practitioners/<slug>/times")

PAGES = {"profile": "care.practitioners.show", "times": "care.slots.index"}
FRAGMENT = "care/slots/_times.html"


@bp.get("")
@allow(everyone)
def index(slug: str) -> ResponseReturnValue:
    return times_page(visible(slug), "times")


@bp.get("/<start>")
@allow(everyone)
def show(slug: str, start: str) -> ResponseReturnValue:
    """One time, to be held by a button: where signing in leads back to. Opening it holds nothing."""
    practitioner, moment = visible(slug), read_moment(start) or abort(404)
    directory.furnish([practitioner], "offerings")
    offering = chosen(practitioner) or abort(404)
    shown = shown_times(practitioner, offering, "times", wanted=moment)
    if shown["picker"].held and shown["picker"].held.starts_at == moment:
        return redirect(shown["picker"].address(day=shown["picker"].day, wanted=moment), 303)
    return page("care/slots/show.html", **shown, wanted=shown["picker"].beside(moment))


def times_page(practitioner: Practitioner, home: str, status: int = 200, **changes: Any) -> Response:
    """The picker on a page of its own, or only itself for htmx."""
    directory.furnish([practitioner], "offerings")
    offering = chosen(practitioner)
    if offering is None:
        return page("care/slots/index.html", practitioner=practitioner, offering=None, picker=None)
    if is_public(changes):
        return kept(practitioner, offering, home)
    shown = shown_times(practitioner, offering, home, **changes)
    return page("care/slots/index.html", fragment=FRAGMENT, status=status, **shown)


def is_public(changes: dict[str, Any]) -> bool:
    """Is it what any stranger sees, so that it can be kept?"""
    return wants_fragment() and not changes and not g.viewer.is_authenticated


def kept(practitioner: Practitioner, offering: Offering, home: str) -> Response:
    version = version_of("availability", practitioner.id)
    asked = tuple(sorted((key, value[:64]) for key, value in request.args.items() if key in ASKED))
    minute = int(clock.now().timestamp()) // 60
    response = make_response(
        rendered(practitioner.id, version, offering.id, home, asked, reading_zone(), reading_language(), minute)
    )
    response.vary.add("HX-Request-Type")
    return response


ASKED = ("day", "view", "wanted", "offering", "service", "mode")


@lru_cache(maxsize=512)
def rendered(practitioner_id: UUID, version: int, offering_id: UUID, home: str, *_as_asked: Any) -> str:
    """What strangers see of one version of someone's times, within the minute."""
    offering = db.session.get_one(Offering, offering_id)
    practitioner = db.session.get_one(Practitioner, practitioner_id)
    return render_template(FRAGMENT, **shown_times(practitioner, offering, home))


def shown_times(
    practitioner: Practitioner,
    offering: Offering,
    home: str,
    *,
    wanted: datetime | None = None,
    day: Any = None,
    form: BookingForm | None = None,
    is_answer: bool = False,
) -> dict[str, Any]:
    """What the picker's templates need. `is_answer`: someone has just pressed something."""
    version = version_of("availability", practitioner.id)
    wanted = wanted or read_moment(request.values.get("wanted"))
    picker = Picker(
        diary_of(offering),
        address_of(practitioner, offering, home),
        zone=reading_zone(),
        day=day or read_day(request.values.get("day")),
        view="week" if request.values.get("view") == "week" else "day",
        wanted=wanted,
        held=held_by_viewer(practitioner),
    )
    return {
        "practitioner": practitioner,
        "offering": offering,
        "offerings": practitioner.offerings,
        "version": version,
        "picker": picker,
        "home": home,
        "form": form or BookingForm(formdata=None, note=request.form.get("note", ""), phone=phone_of(picker.held)),
        "is_answer": is_answer,
        "is_own": g.viewer.is_authenticated and practitioner.user_id == g.viewer.id,
    }


def address_of(practitioner: Practitioner, offering: Offering, home: str) -> Any:
    def address(**changes: Any) -> str:
        said = {"offering": offering.id, **changes}
        if said.get("view") == "day":
            del said["view"]
        if isinstance(said.get("wanted"), datetime):
            said["wanted"] = said["wanted"].isoformat().replace("+00:00", "Z")
        return url_for(PAGES[home], slug=practitioner.slug, **said)

    return address


def phone_of(held: Hold | None) -> str:
    """What they gave last, where they hold a time by phone."""
    return last_phone(g.viewer) if held and held.offering.mode == Mode.PHONE else ""


def held_by_viewer(practitioner: Practitioner) -> Hold | None:
    if not g.viewer.is_authenticated:
        return None
    return db.session.scalar(Hold.of(g.viewer).where(Hold.practitioner_id == practitioner.id))


def holds_of_viewer() -> Sequence[Hold]:
    return db.session.scalars(select(Hold).where(Hold.client_id == g.viewer.id)).all()
