"""The picture of a practitioner: their own photo, or the art that is always theirs."""

import re
from functools import lru_cache

from flask import url_for
from markupsafe import Markup

from kaya.care.models import Practitioner
from kaya.web.art import art

A_FRACTION = re.compile(r"(\d)\.\d+")
SMALL = 200
IMAGE = Markup('<img class="art__svg" src="{}" alt="" width="{}" height="{}" loading="lazy">')


def portrait(practitioner: Practitioner, width: int, height: int = 0) -> Markup:
    """What stands in the frame; beside their name it needs no words of its own."""
    if photo := practitioner.user.photo:
        size = "square" if width <= SMALL else 960
        source = url_for("media.files.show", name=photo, size=size)
        return IMAGE.format(source, width, height or width)
    return drawn(str(practitioner.id), width, height or width)


@lru_cache(maxsize=512)
def drawn(seed: str, width: int, height: int) -> Markup:
    """The smaller ones in whole numbers: a list holds a dozen, and nobody sees a tenth of a point."""
    picture = art(seed, "", width, height)
    return Markup(A_FRACTION.sub(r"\1", picture)) if width <= SMALL else picture  # noqa: S704 — our own drawing
