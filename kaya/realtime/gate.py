"""The gate before Socket.IO: each socket holds a thread, so beyond a number new ones are asked to come later."""

import json
from collections.abc import Callable, Iterable
from typing import Any

PROBLEM = {
    "type": "/problems/too-many-sockets",
    "title": "Too many open pages just now.",
    "status": 503,
    "detail": "Live updates are full. Pages and the API work as always; please try again shortly.",
}


class Gate:
    """WSGI: `inner`, but for a new socket when `sockets` holds `most` already."""

    def __init__(self, inner: Callable[..., Iterable[bytes]], sockets: Any, most: int) -> None:
        self.inner, self.sockets, self.most = inner, sockets, most

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if not environ.get("PATH_INFO", "").startswith("/socket.io/") or len(self.sockets.sockets) < self.most:
            return self.inner(environ, start_response)
        headers = [
            ("Content-Type", "application/problem+json"),
            ("Retry-After", "30"),
            ("X-Content-Type-Options", "nosniff"),
        ]
        start_response("503 Service Unavailable", headers)
        return [json.dumps(PROBLEM).encode()]
