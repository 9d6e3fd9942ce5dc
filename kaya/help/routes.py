"""Every page of help."""

from flask import Blueprint

from kaya.help.numbers import dialled
from kaya.help.views import devices, helplines, pages, plans, shown
from kaya.web.places import place
from kaya.words import say

__all__ = ["bp", "shown"]

bp = Blueprint("help", __name__)
bp.register_blueprint(pages.bp)  # /help
bp.register_blueprint(plans.bp)  # /help/plan
bp.register_blueprint(devices.bp)  # /help/plan/device
bp.register_blueprint(helplines.bp)  # /staff/helplines
bp.app_template_filter("dialled")(dialled)

place("staff", say("Helplines"), "life-buoy", "help.helplines.index", 75)
