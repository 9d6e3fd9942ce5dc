"""The picture of a practitioner: their own photo, or the art that is always theirs."""

from markupsafe import Markup

from kaya.care.models import Practitioner
from kaya.web.art import art


def portrait(practitioner: Practitioner, width: int, height: int = 0) -> Markup:
    """What stands in the frame; beside their name it needs no words of its own."""
    return art(practitioner.id, "", width, height or width)
