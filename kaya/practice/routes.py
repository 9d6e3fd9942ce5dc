"""Every page of practice."""

from flask import Blueprint

from kaya.practice.views import library, own, pocket, programs, reminders, rooms, sessions, statistics
from kaya.practice.views.wording import need_name, opening_words, practice_kind, session_art, session_mood
from kaya.web.places import place
from kaya.words import say

bp = Blueprint("practice", __name__)
bp.register_blueprint(library.bp)  # /practice
bp.register_blueprint(own.bp)  # /practice/own
bp.register_blueprint(statistics.bp)  # /practice/statistics
bp.register_blueprint(reminders.bp)  # /practice/reminders
bp.register_blueprint(pocket.bp)  # /practice/sessions/pocket
bp.register_blueprint(sessions.bp)  # /practice/sessions
bp.register_blueprint(rooms.bp)  # /practice/rooms
bp.register_blueprint(programs.bp)  # /programs

place("member", say("Practice"), "wind", "practice.library.index", 20, prefixes=("practice.",))

for words in (practice_kind, need_name, opening_words, session_mood):
    bp.app_template_filter(words.__name__)(words)
bp.app_template_global(session_art.__name__)(session_art)
