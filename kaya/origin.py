"""Where what is being done comes from: a browser's request, the API, a socket, a job, or the command line."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv6Address, ip_address
from typing import Any
from uuid import UUID


class Medium(StrEnum):
    BROWSER = "browser"
    API = "api"
    KEY = "key"
    SOCKET = "socket"
    JOB = "job"
    COMMAND = "command"


@dataclass(frozen=True)
class Origin:
    """`viewer_id` and `sign_in_id` are whose request it is; `address` is the client's, "" where there is none.

    With the medium `KEY` it is the admin key's id that stands in `sign_in_id`.
    """

    medium: Medium = Medium.COMMAND
    request_id: str = ""
    address: str = ""
    viewer_id: UUID | None = None
    sign_in_id: UUID | None = None


NOBODY_ASKED = Origin()
_origin: ContextVar[Origin] = ContextVar("origin", default=NOBODY_ASKED)


def origin() -> Origin:
    """Verbs take the actor as an argument; this is only for writing down by which way they came."""
    return _origin.get()


def arrive(medium: Medium, *, request_id: str, address: str, viewer: Any) -> None:
    """From here on, until `leave`, what this thread does is done for this request."""
    sign_in_id = viewer.key_id or getattr(viewer, "sign_in_id", None)
    _origin.set(Origin(medium, request_id, address, viewer.id, sign_in_id))


def leave() -> None:
    _origin.set(NOBODY_ASKED)


@contextmanager
def coming_from(there: Origin) -> Iterator[None]:
    """What is done inside comes from `there`."""
    before = _origin.set(there)
    try:
        yield
    finally:
        _origin.reset(before)


def neighbourhood(address: str) -> str:
    """The client address; of IPv6 the /64, all of which is one client's. IPv4 written as IPv6 is IPv4."""
    try:
        known = ip_address(address)
    except ValueError:
        return address
    if not isinstance(known, IPv6Address):
        return address
    return str(known.ipv4_mapped or known.exploded[:19])
