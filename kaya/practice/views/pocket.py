"""/practice/sessions/pocket: sessions that are no rows yet, kept on a device and begun there without a network."""

import hashlib
from collections.abc import Iterable
from uuid import UUID

from flask import Blueprint, Response, g, request, url_for

from kaya.accounts.models import User
from kaya.practice import pocket, shelf
from kaya.practice.days import day_of
from kaya.practice.models import Practice, PracticeSession
from kaya.practice.pocket import PURPOSES, Purpose
from kaya.practice.views.sessions import player
from kaya.web.assets import built
from kaya.web.devices import Keep, keeps
from kaya.web.policy import allow, members
from kaya.web.respond import find_by
from kaya.web.templating import reading_language

bp = Blueprint("pocket", __name__, url_prefix="/practice/sessions/pocket")

NOT_YET = UUID(int=0)  # the page's script puts an id of its own in its place
LONGEST_FIGURE = 3


@bp.get("/<slug>")
@allow(members)
def show(slug: str) -> Response:
    """`?minutes=` how long, else its usual length; `?to=` one of the purposes, which the list on the device tells."""
    practice = find_by(Practice.of(g.viewer), slug=slug)
    minutes = minutes_of(practice, request.args.get("minutes", ""))
    steps = [step.kept() for step in shelf.steps_of(practice, minutes)]
    held = PracticeSession(
        id=NOT_YET, practice=practice, kind=practice.kind, title=practice.title, minutes=minutes, steps=steps,
        seconds=0, played=0, notes="",
    )  # fmt: skip
    to = request.args.get("to", "")
    return player(held, purpose=PURPOSES[Purpose(to)] if to in list(Purpose) else "")


def minutes_of(practice: Practice, asked: str) -> int:
    minutes = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) <= LONGEST_FIGURE else 0
    return minutes if practice.can_last(minutes) else practice.minutes


@keeps
def sessions_in_the_pocket(member: User) -> Iterable[Keep]:
    """Each anew on the next of their days, in another language, and with another build, whose files it needs."""
    told = f"{day_of(member)} {reading_language()} {built().files['sw.js']}"
    stamp = hashlib.sha256(told.encode()).hexdigest()[:12]
    for each in pocket.pocket_of(member):
        yield Keep(
            url_for("practice.pocket.show", slug=each.practice.slug, minutes=each.minutes, to=each.purpose), stamp
        )
