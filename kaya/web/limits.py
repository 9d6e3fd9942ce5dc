"""How often something may be asked: counted in Redis when there is one, in memory otherwise or while Redis is away."""

from collections.abc import Callable

import structlog
from flask import Flask, Response, current_app, g, request
from flask_limiter import Limiter, RequestLimit
from flask_limiter.util import get_remote_address

from kaya import clock
from kaya.signals import tell as say_so
from kaya.web.signals import limit_reached
from kaya.web.viewer import is_api

log = structlog.get_logger(__name__)

counted_when: dict[str, Callable[[Response], bool]] = {}


def whose() -> str:
    """The account when there is one, else the address."""
    viewer = g.get("viewer")
    return f"user:{viewer.id}" if viewer is not None and viewer.is_authenticated else f"address:{get_remote_address()}"


limiter = Limiter(key_func=whose, in_memory_fallback_enabled=True)


def scaled(times: int, span: str) -> str:
    """`times` per `span` ("15 minutes"), multiplied by the setting RATE_LIMIT_SCALE."""
    return f"{max(1, int(times * current_app.config['KAYA'].rate_limit_scale))} per {span}"


def limit(  # type: ignore[no-untyped-def]
    times: int,
    span: str,
    *,
    by_address: bool = False,
    key: Callable[[], str] | None = None,
    methods: list[str] | None = None,
    only_when: Callable[[Response], bool] | None = None,
    together: str = "",
):
    """Declare a view's own limit: for each account, each address, or each `key()`; counted `only_when` an answer is so.

    Views that say the same `together` share it, as a page and its API do. What is counted only sometimes is counted
    first and given back afterwards, so that many at once get no further than one after the other.
    """
    if only_when is not None:
        counted_when[together] = only_when
    return limiter.shared_limit(
        lambda: scaled(times, span),
        scope=lambda endpoint: together or endpoint,
        key_func=key or (get_remote_address if by_address else whose),
        methods=methods,
        override_defaults=False,
    )


def install(app: Flask) -> None:
    limiter.init_app(app)
    app.after_request(tell)
    app.after_request(give_back)


def give_back(response: Response) -> Response:
    """Where an answer is not one that counts, the limit is as it was before."""
    for each in limiter.current_limits:
        counts = counted_when.get(each.request_args[-1])
        if counts is not None and not counts(response):
            take_off(each)
    return response


def take_off(counted: RequestLimit) -> None:
    key, span = counted.limit.key_for(*counted.request_args), counted.limit.get_expiry()
    try:
        limiter.limiter.storage.incr(key, span, -1)
    except Exception:
        log.exception("A limit could not be given back")


def tell(response: Response) -> Response:
    """How much is left, and for how many seconds that holds; when to come back only to whoever was sent away."""
    counted = limiter.current_limit
    if counted is None:
        return response
    seconds = max(1, counted.reset_at - int(clock.read().timestamp()))
    response.headers["RateLimit-Limit"] = str(counted.limit.amount)
    response.headers["RateLimit-Remaining"] = str(max(0, counted.remaining))
    response.headers["RateLimit-Reset"] = str(seconds)
    if counted.breached:
        say_so(limit_reached, {"endpoint": request.endpoint})
        response.headers["Retry-After"] = str(seconds)
    return response


def api_limit() -> str:
    """600 in 15 minutes for each account, 100 for each anonymous address."""
    return scaled(600 if g.viewer.is_authenticated else 100, "15 minutes")


def is_page() -> bool:
    return not is_api()
