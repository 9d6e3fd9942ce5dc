"""Every page of notifications."""

from flask import Blueprint

from kaya.notifications.views import bell, notifications, preferences

bp = Blueprint("notifications", __name__)
bp.register_blueprint(bell.bp)  # /notifications/bell
bp.register_blueprint(preferences.bp)  # /notifications/preferences
bp.register_blueprint(notifications.bp)  # /notifications
