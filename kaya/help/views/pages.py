"""/help: for everyone, signed in or not, with or without a network."""

from flask import Blueprint, Response, g, request

from kaya.help import lines, planning
from kaya.help.views.devices import is_kept_here
from kaya.web.devices import kept_on_device
from kaya.web.forms import ZONES
from kaya.web.policy import allow, everyone
from kaya.web.respond import page
from kaya.web.templating import own_zone, reading_zone

bp = Blueprint("pages", __name__)


@bp.get("/help")
@allow(everyone)
def show() -> Response:
    """Every country's lines, with the reader's own first: by their zone, or the one that they chose."""
    chosen = request.args.get("country", "").upper()
    zone = request.args.get("zone", "")  # said by a device that keeps the page for when there is no network
    is_chosen, knows_zone = chosen in lines.codes(), zone in ZONES or bool(own_zone())
    here = chosen if is_chosen else lines.country_of(zone if zone in ZONES else reading_zone())
    countries = lines.by_country(here)
    plan = planning.plan_of(g.viewer) if g.viewer.is_authenticated else None
    contact = planning.contact_of(g.viewer) if g.viewer.is_authenticated else None
    kept_here = is_kept_here(plan) if plan or contact else False
    answer = page(
        "help/show.html",
        here=here,
        is_chosen=is_chosen,
        knows_zone=knows_zone,
        countries=countries,
        plan=plan,
        contact=contact,
        kept_here=kept_here,
    )
    return kept_on_device(answer) if kept_here else answer
