"""How often something may be asked: counted in Redis when there is one, in memory otherwise or while Redis is away."""

from collections.abc import Callable

import structlog
from flask import Flask, Response, current_app, g, request
from flask_limiter import Limiter, RequestLimit
from limits import parse

from kaya import clock
from kaya.config import Settings
from kaya.origin import neighbourhood
from kaya.rates import USUAL, read_rates
from kaya.signals import tell as say_so
from kaya.web.signals import limit_reached
from kaya.web.viewer import is_api

log = structlog.get_logger(__name__)

counted_when: dict[str, Callable[[Response], bool]] = {}


def whose() -> str:
    """The admin key or the account when there is one, else the address."""
    viewer = g.get("viewer")
    if viewer is None or not viewer.is_authenticated:
        return f"address:{whence()}"
    return f"key:{viewer.key_id}" if viewer.key_id else f"user:{viewer.id}"


def whence() -> str:
    """The client's address, or the network that is all theirs: whoever has a /64 has one address here."""
    return neighbourhood(request.remote_addr or "")


limiter = Limiter(key_func=whose, in_memory_fallback_enabled=True)


def rate(name: str) -> str:
    """The limit of that name, from the settings or the usual table, multiplied by the setting RATE_LIMIT_SCALE."""
    settings: Settings = current_app.config["KAYA"]
    chosen = read_rates(settings.rate_limits).get(name) or USUAL[name]
    return f"{max(1, int(chosen.times * settings.rate_limit_scale))} per {chosen.span}"


def limit(  # type: ignore[no-untyped-def]
    name: str,
    *,
    by_address: bool = False,
    key: Callable[[], str] | None = None,
    methods: list[str] | None = None,
    only_when: Callable[[Response], bool] | None = None,
):
    """Declare that a view is under the limit `name` of kaya/rates.py, and shares it with all that are: a page, its API.

    It is for each account, each address, or each `key()`; counted `only_when` an answer is so. What is counted only
    sometimes is counted first and given back afterwards, so that many at once get no further than one after the other.
    """
    if name not in USUAL:
        raise ValueError(f"There is no limit {name} in kaya/rates.py.")
    if only_when is not None:
        counted_when[name] = only_when
    return limiter.shared_limit(
        lambda: rate(name),
        scope=name,
        key_func=key or (whence if by_address else whose),
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


def forgive(name: str, key: str) -> None:
    """Whoever `key` is has used nothing of the limit `name`."""
    try:
        limiter.limiter.clear(parse(rate(name)), key, name)
    except Exception:
        log.exception("A limit could not be forgiven")


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
    """All of the API together: for each admin key, each account, or each address that is nobody's."""
    if g.viewer.is_authenticated:
        return rate("api-key" if g.viewer.key_id else "api-account")
    return rate("api-address")


def is_page() -> bool:
    return not is_api()
