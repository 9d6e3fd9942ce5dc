"""All pages of mood."""

from flask import Blueprint

from kaya.mood import activities, feelings, notices, telling
from kaya.mood.views import calendar, entries, history, imports, pad, questionnaires, reminders, trends

__all__ = ["bp", "notices"]

bp = Blueprint("mood", __name__)
bp.register_blueprint(calendar.bp)  # /mood/calendar
bp.register_blueprint(entries.bp)  # /mood/entries
bp.register_blueprint(history.bp)  # /mood/history
bp.register_blueprint(imports.bp)  # /mood/import
bp.register_blueprint(pad.bp)  # /mood
bp.register_blueprint(questionnaires.bp)  # /mood/questionnaires
bp.register_blueprint(reminders.bp)  # /mood/reminders
bp.register_blueprint(trends.bp)  # /mood/trends
bp.app_template_filter("mood_word")(feelings.label_of)
bp.app_template_filter("activity_word")(activities.activity_label)
bp.app_template_filter("pleasantness")(telling.pleasantness)
bp.app_template_filter("shade")(telling.shade)
bp.app_template_filter("shade_words")(telling.shade_words)
bp.app_template_filter("insight_words")(telling.insight_words)
bp.app_template_global("mark_words")(telling.mark_words)
bp.app_template_global("ON_PAD")(lambda: feelings.ON_PAD)
bp.app_template_global("IN_SHORT")(lambda: feelings.IN_SHORT)
