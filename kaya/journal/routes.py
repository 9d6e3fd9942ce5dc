"""All pages of the journal."""

from flask import Blueprint

from kaya.journal.views import (
    calendar,
    drafts,
    exports,
    gratitude,
    pages,
    photos,
    prompts,
    sealed,
    search,
)

bp = Blueprint("journal", __name__)
bp.register_blueprint(calendar.bp)  # /journal/calendar
bp.register_blueprint(drafts.bp)  # /journal/drafts
bp.register_blueprint(exports.bp)  # /journal/export
bp.register_blueprint(gratitude.bp)  # /journal/gratitude
bp.register_blueprint(pages.bp)  # /journal
bp.register_blueprint(photos.bp)  # /journal/…/photos
bp.register_blueprint(prompts.bp)  # /journal/prompts
bp.register_blueprint(sealed.bp)  # /journal/sealed
bp.register_blueprint(search.bp)  # /journal/search
