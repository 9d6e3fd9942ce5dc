"""What a device may keep of someone's own: the pages named here (static/js/sw.js), and under a key what they type."""

import base64
import hmac
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import Response, g

from kaya.config import settings

HEADER = "Kept-On-Device"


@dataclass(frozen=True)
class Keep:
    """A page that a browser fetches by itself, for when there is no network. `stamp` changes whenever the page may."""

    path: str
    stamp: str


Ask = Callable[[Any], Iterable[Keep]]
asked: list[Ask] = []


def keeps(ask: Ask) -> Ask:
    """Declare which pages of a member's own their browser fetches before they are needed; each is `kept_on_device`."""
    asked.append(ask)
    return ask


def pages_to_keep(member: Any) -> list[Keep]:
    return [each for ask in asked for each in ask(member)]


def kept_on_device(answer: Response) -> Response:
    """Let the viewer's browser keep this page, to open it without a network, and say whose it is.

    It goes when they sign out, and when the page is opened and no longer says so. One that comes later than that, or
    once somebody else has signed in, is not kept.
    """
    if g.viewer.is_authenticated:
        answer.headers[HEADER] = str(g.viewer.id)
    return answer


def device_key(member_id: UUID, what: str) -> str:
    """The key, as base64, under which the browser keeps `what` a member types on this device.

    It is told to pages of theirs alone: who signs out leaves what cannot be read, and who signs in again can read it.
    Each `what` has a key of its own: one that stands in a page which the device keeps opens nothing else.
    """
    words = f"{what} on a device:".encode() + member_id.bytes
    return base64.b64encode(hmac.digest(settings().secret_key.encode(), words, "sha256")).decode()
