"""/journal/prompts: questions to write from."""

from flask import Blueprint, g, request
from flask.typing import ResponseReturnValue

from kaya.accounts.days import day_of
from kaya.journal import prompts
from kaya.journal.vocabulary import NEEDS, TIMES, Need, Time
from kaya.web.policy import allow, members
from kaya.web.respond import page

bp = Blueprint("prompts", __name__, url_prefix="/journal/prompts")


@bp.get("")
@allow(members)
def index() -> ResponseReturnValue:
    need = next((each for each in Need if each == request.args.get("need")), None)
    time = next((each for each in Time if each == request.args.get("time")), None)
    return page(
        "journal/prompts.html",
        need=need,
        time=time,
        needs=NEEDS,
        times=TIMES,
        found=prompts.matching(need, time),
        today=prompts.of_the_day(g.viewer.id, day_of(g.viewer)),
    )
