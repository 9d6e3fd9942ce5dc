"""Every page of staff's list of people."""

from flask import Blueprint

from kaya.members.forms import ROLE_NAMES
from kaya.members.people import status_of
from kaya.members.views import invitations, people
from kaya.web.places import place
from kaya.words import say

bp = Blueprint("members", __name__)
bp.register_blueprint(people.bp)  # /staff/people
bp.register_blueprint(invitations.bp)  # /staff/people/invitations

place("staff", say("People"), "users-round", "members.people.index", 20, prefixes=("members.",))

bp.app_template_filter("role_name")(lambda role: ROLE_NAMES.get(role, role))
bp.app_template_filter("standing")(status_of)
