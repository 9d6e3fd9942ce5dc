"""The picture of a practitioner: their own photo, or the art that is always theirs."""

from flask import url_for
from markupsafe import Markup

from kaya.care.models import Practitioner
from kaya.web.art import art

SMALL = 200
IMAGE = Markup('<img class="art__svg" src="{}" alt="" width="{}" height="{}" loading="lazy">')


def portrait(practitioner: Practitioner, width: int, height: int = 0) -> Markup:
    """What stands in the frame; beside their name it needs no words of its own."""
    if photo := practitioner.user.photo:
        size = "square" if width <= SMALL else 960
        source = url_for("media.files.show", name=photo, size=size)
        return IMAGE.format(source, width, height or width)
    return art(practitioner.id, "", width, height or width)
