"""/desk/clients: those who came, and those who will."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from kaya.care.clients import clients_of
from kaya.care.views.profile import own
from kaya.web.forms import tidy
from kaya.web.policy import allow, practitioners
from kaya.web.respond import page

bp = Blueprint("people", __name__, url_prefix="/desk/clients")


@bp.get("")
@allow(practitioners)
def index() -> ResponseReturnValue:
    q = tidy(request.args.get("q", ""))[:100]
    clients = clients_of(own(), q)
    return page("care/desk/clients.html", fragment="care/desk/_clients.html", clients=clients, q=q)
