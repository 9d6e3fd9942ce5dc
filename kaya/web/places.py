"""The ways through the house: each feature adds its own places, the layouts show them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import current_app, g, request, url_for

from kaya.web.viewer import Viewer


def nothing(viewer: Viewer) -> int:
    """Most places count nothing."""
    return 0


@dataclass(frozen=True)
class Place:
    """A link of a workspace's bar. `prefix`: the beginning of endpoints that belong to it."""

    area: str
    label: Any
    icon: str
    endpoint: str
    order: int
    prefixes: tuple[str, ...] = ()
    number: Callable[[Viewer], int] = nothing

    @property
    def href(self) -> str:
        return url_for(self.endpoint)

    @property
    def is_current(self) -> bool:
        return (request.endpoint or "").startswith((self.endpoint.rsplit(".", 1)[0] + ".", *self.prefixes))

    @property
    def is_open(self) -> bool:
        """Staff's places are shown to whom the permission for them was granted."""
        policy = getattr(current_app.view_functions.get(self.endpoint), "policy", None)
        return policy is None or not hasattr(policy, "permissions") or bool(policy(g.viewer))

    @property
    def count(self) -> int:
        return self.number(g.viewer) if g.viewer.is_authenticated else 0


_places: list[Place] = []


def place(area: str, label: Any, icon: str, endpoint: str, order: int, **more: Any) -> None:
    """Add a place to a workspace: "public", "member", "desk" or "staff"; said again, it is replaced."""
    _places[:] = [p for p in _places if (p.area, p.endpoint) != (area, endpoint)]
    _places.append(Place(area, label, icon, endpoint, order, **more))


def places(area: str) -> list[Place]:
    """Those of a workspace that are open to the viewer, in order."""
    return sorted((p for p in _places if p.area == area and p.is_open), key=lambda p: p.order)
