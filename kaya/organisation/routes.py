"""Every page of the organisation, for staff."""

from flask import Blueprint

from kaya.organisation.views import house, locations, shown
from kaya.web.places import place
from kaya.words import say

__all__ = ["bp", "shown"]

bp = Blueprint("organisation", __name__)
bp.register_blueprint(locations.bp)  # /staff/organisation/locations
bp.register_blueprint(house.bp)  # /staff/organisation

place("staff", say("The house"), "house", "organisation.house.edit", 80, prefixes=("organisation.",))
