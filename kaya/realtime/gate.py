"""The gate before Socket.IO: each socket holds a thread, so beyond a number new ones are asked to come later."""

import json
import threading
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from kaya.origin import neighbourhood

GUARDS = (
    ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cache-Control", "no-store"),
)
CAME_TOO_MANY = {
    "type": "/problems/too-many-sockets",
    "title": "Too many open pages just now.",
    "status": 503,
    "detail": "Live updates are full. Pages and the API work as always; please try again shortly.",
}
HAS_TOO_MANY = {
    "type": "/problems/too-many-sockets-here",
    "title": "Too many open pages from your address.",
    "status": 429,
    "detail": "Close some of them and live updates come back. Pages and the API work as always.",
}


class Gate:
    """WSGI: `inner`, but for a new socket when there are `most` already, or `each` from one address or network.

    A socket's request lasts as long as the socket, so what is inside is what is open.
    """

    def __init__(self, inner: Callable[..., Iterable[bytes]], sockets: Any, most: int, each: int) -> None:
        self.inner, self.sockets, self.most, self.each = inner, sockets, most, each
        self.open: Counter[str] = Counter()
        self.counting = threading.Lock()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if not environ.get("PATH_INFO", "").startswith("/socket.io/"):
            return self.inner(environ, start_response)
        if len(self.sockets.sockets) >= self.most:
            return refused(start_response, CAME_TOO_MANY, "503 Service Unavailable")
        who = neighbourhood(environ.get("REMOTE_ADDR", ""))
        if not self.came(who):
            return refused(start_response, HAS_TOO_MANY, "429 Too Many Requests")
        try:
            return self.inner(environ, guarded(start_response))
        finally:
            self.left(who)

    def came(self, who: str) -> bool:
        with self.counting:
            if self.open[who] >= self.each:
                return False
            self.open[who] += 1
            return True

    def left(self, who: str) -> None:
        with self.counting:
            self.open[who] -= 1
            if not self.open[who]:
                del self.open[who]


def refused(start_response: Callable[..., Any], problem: dict[str, Any], status: str) -> Iterable[bytes]:
    headers = [("Content-Type", "application/problem+json"), ("Retry-After", "30")]
    guarded(start_response)(status, headers)
    return [json.dumps(problem).encode()]


def guarded(start_response: Callable[..., Any]) -> Callable[..., Any]:
    """What engine.io answers before there is a socket passes by the app, and carries the same protection."""

    def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
        return start_response(status, [*headers, *GUARDS], *more)

    return start
