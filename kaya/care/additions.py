"""What other features add to a practitioner's page: care asks whoever declared something, and knows none of them."""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from kaya.care.models import Practitioner

Addition = Callable[[Practitioner, Any], Markup | str]

_additions: list[Addition] = []


def adds_to_profile(addition: Addition) -> Addition:
    """Declare a part of the page, asked with the practitioner and the viewer; an empty one is not shown."""
    _additions.append(addition)
    return addition


def additions_for(practitioner: Practitioner, viewer: Any) -> list[Markup | str]:
    return [said for addition in _additions if (said := addition(practitioner, viewer))]
