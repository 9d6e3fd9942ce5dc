"""Kaya as a thing on a device: its manifest, the worker that keeps pages, and the page that needs no network."""

from flask import Blueprint, Response, g, json, jsonify, send_from_directory
from flask.typing import ResponseReturnValue

from kaya.accounts.greeting import nameless
from kaya.organisation.models import Organisation
from kaya.web.assets import asset, built
from kaya.web.devices import pages_to_keep
from kaya.web.policy import allow, everyone, members
from kaya.web.respond import page
from kaya.words import say

bp = Blueprint("installed", __name__)

PAPER, SPRUCE = "#faf7f0", "#12544d"
ICONS = [
    ("icon-192.png", "192x192", "any"),
    ("icon-512.png", "512x512", "any"),
    ("icon-maskable-512.png", "512x512", "maskable"),
]


@bp.get("/manifest.webmanifest")
@allow(everyone)
def manifest() -> Response:
    """Who this is, and what it looks like among other apps. It opens where a member's day begins."""
    house = Organisation.here()
    icons = [{"src": asset(name), "sizes": sizes, "type": "image/png", "purpose": use} for name, sizes, use in ICONS]
    described = {
        "id": "/",
        "name": house.name,
        "short_name": house.name[:12],
        "description": str(say("A home for wellness and care, kept by the people who run it.")),
        "start_url": "/today",
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "categories": ["health", "lifestyle"],
        "icons": [*icons, {"src": asset("favicon.svg"), "sizes": "any", "type": "image/svg+xml"}],
        "shortcuts": [{"name": str(say("Help now")), "url": "/help"}],
    }
    return Response(json.dumps(described), content_type="application/manifest+json")


@bp.get("/sw.js")
@allow(everyone)
def worker() -> ResponseReturnValue:
    """At the root, so that it stands before every page; asked for anew each time, so that a new build is noticed."""
    folder = built().folder
    answer = send_from_directory(folder, built().files["sw.js"], mimetype="text/javascript")
    answer.headers["Cache-Control"] = "no-cache"
    return answer


@bp.get("/offline")
@allow(everyone)
def offline() -> ResponseReturnValue:
    """The day that a device has without a network. It is kept there as it is for nobody."""
    return page("home/offline.html", greetings=nameless())


@bp.get("/kept")
@allow(members)
def kept() -> Response:
    """The pages of a member's own that this browser fetches before they are needed (static/js/player/filling.js)."""
    answer = jsonify(pages=[{"path": each.path, "stamp": each.stamp} for each in pages_to_keep(g.viewer)])
    answer.headers["Cache-Control"] = "no-store"
    return answer
