"""Every page of care."""

from flask import Blueprint

from kaya.care import vocabulary
from kaya.care.views import (
    agenda,
    applications,
    appointments,
    availability,
    catalogue,
    desk,
    feeds,
    holds,
    moves,
    notes,
    offerings,
    people,
    practitioners,
    profile,
    services,
    shelves,
    slots,
    verification,
)
from kaya.care.views.portraits import portrait
from kaya.care.views.times import clock_of_client, other_clocks
from kaya.care.views.wording import act_words, hour_name, notice_words, status_look, status_name, weekday_name
from kaya.web.places import place
from kaya.words import say

bp = Blueprint("care", __name__)
bp.register_blueprint(practitioners.bp)  # /practitioners
bp.register_blueprint(slots.bp)  # /practitioners/…/times
bp.register_blueprint(holds.bp)  # /practitioners/…/holds
bp.register_blueprint(appointments.bp)  # /appointments
bp.register_blueprint(moves.bp)  # /appointments/…/move
bp.register_blueprint(notes.bp)  # /appointments/…/notes
bp.register_blueprint(services.bp)  # /services
bp.register_blueprint(applications.bp)  # /practise
bp.register_blueprint(desk.bp)  # /desk /desk/why
bp.register_blueprint(people.bp)  # /desk/clients
bp.register_blueprint(availability.bp)  # /desk/availability
bp.register_blueprint(profile.bp)  # /desk/profile
bp.register_blueprint(offerings.bp)  # /desk/services
bp.register_blueprint(feeds.bp)  # /calendar /settings/calendar /appointments/…/calendar.ics
bp.register_blueprint(verification.bp)  # /staff/practitioners
bp.register_blueprint(agenda.bp)  # /staff/appointments
bp.register_blueprint(shelves.bp)  # /staff/services/shelves
bp.register_blueprint(catalogue.bp)  # /staff/services

place("public", say("Find care"), "heart-handshake", "care.practitioners.index", 10)
place("public", say("Services"), "list", "care.services.index", 20)
place("member", say("Care"), "heart-handshake", "care.practitioners.index", 30, prefixes=("care.services.",))
place("member", say("Appointments"), "calendar-days", "care.appointments.index", 35, prefixes=("care.moves.",))
place("desk", say("Day"), "calendar-days", "care.desk.show", 10)
place("desk", say("People"), "users-round", "care.people.index", 30)
place("desk", say("Hours"), "clock-4", "care.availability.edit", 40)
place("desk", say("Services"), "hand-heart", "care.offerings.index", 60)
place("desk", say("Profile"), "id-card", "care.profile.show", 70)
place("settings", say("Calendar"), "calendar-days", "care.feeds.index", 60)
place("staff", say("Practitioners"), "badge-check", "care.verification.index", 30)
place(
    "staff",
    say("Appointments"),
    "calendar-days",
    "care.agenda.index",
    40,
    prefixes=("care.appointments.", "care.moves."),
)
place("staff", say("Services"), "hand-heart", "care.catalogue.index", 50, prefixes=("care.shelves.",))

bp.app_template_global("portrait")(portrait)
bp.app_template_filter("clocks")(other_clocks)
bp.app_template_filter("clock_of_client")(clock_of_client)
bp.app_template_filter("kind_name")(vocabulary.kind_name)
bp.app_template_filter("mode_name")(vocabulary.mode_name)
bp.app_template_filter("language_name")(vocabulary.language_name)
bp.app_template_filter("area_of_kind")(vocabulary.area_of)
for words in (notice_words, vocabulary.span_words, status_name, status_look, act_words, weekday_name, hour_name):
    bp.app_template_filter(words.__name__)(words)
