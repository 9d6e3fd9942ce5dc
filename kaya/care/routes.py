"""Every page of care."""

from flask import Blueprint

from kaya.care import vocabulary
from kaya.care.views import applications, feeds, offerings, practitioners, profile, services, verification
from kaya.care.views.portraits import portrait
from kaya.web.places import place
from kaya.words import say

bp = Blueprint("care", __name__)
bp.register_blueprint(practitioners.bp)  # /practitioners
bp.register_blueprint(services.bp)  # /services
bp.register_blueprint(applications.bp)  # /practise
bp.register_blueprint(profile.bp)  # /desk/profile
bp.register_blueprint(offerings.bp)  # /desk/services
bp.register_blueprint(feeds.bp)  # /calendar /settings/calendar /appointments/…/calendar.ics
bp.register_blueprint(verification.bp)  # /staff/practitioners

place("public", say("Find care"), "heart-handshake", "care.practitioners.index", 10)
place("public", say("Services"), "list", "care.services.index", 20)
place("member", say("Care"), "heart-handshake", "care.practitioners.index", 30, prefixes=("care.services.",))
place("desk", say("Services"), "hand-heart", "care.offerings.index", 60)
place("desk", say("Profile"), "id-card", "care.profile.show", 70)
place("staff", say("Practitioners"), "badge-check", "care.verification.index", 30)

bp.app_template_global("portrait")(portrait)
bp.app_template_filter("kind_name")(vocabulary.kind_name)
bp.app_template_filter("mode_name")(vocabulary.mode_name)
bp.app_template_filter("language_name")(vocabulary.language_name)
bp.app_template_filter("area_of_kind")(vocabulary.area_of)
