"""Every page of the style guide."""

from flask import Blueprint

from kaya.styleguide import views

bp = Blueprint("styleguide", __name__, url_prefix="/styleguide")
bp.get("/")(views.index)
bp.get("/<any(home, public, member, desk, staff, plain, calm):layout>")(views.layout)
bp.post("/form")(views.create)
