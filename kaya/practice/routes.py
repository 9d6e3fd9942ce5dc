"""Every page of practice."""

from flask import Blueprint

from kaya.practice.views import rooms, sessions

bp = Blueprint("practice", __name__)
bp.register_blueprint(sessions.bp)  # /practice/sessions
bp.register_blueprint(rooms.bp)  # /practice/rooms
