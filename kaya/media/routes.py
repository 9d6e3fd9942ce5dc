"""Every address of media."""

from flask import Blueprint

from kaya.media.views import files

bp = Blueprint("media", __name__)
bp.register_blueprint(files.bp)  # /media
