"""Development's mailbox: what was written, as its reader would see it."""

from flask import Blueprint

from kaya.mail import views

bp = Blueprint("mailbox", __name__, url_prefix="/dev")
bp.get("/mailbox")(views.index)
bp.get("/mailbox.json")(views.listing)
bp.get("/mailbox/<uuid:mail_id>")(views.show)
bp.get("/mailbox/<uuid:mail_id>/html")(views.html)
