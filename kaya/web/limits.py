"""How often something may be asked: counted in Redis when there is one, in memory otherwise or while Redis is away."""

from collections.abc import Callable

from flask import Flask, Response, current_app, g
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from kaya.web.viewer import is_api


def whose() -> str:
    """The account when there is one, else the address."""
    viewer = g.get("viewer")
    return f"user:{viewer.id}" if viewer is not None and viewer.is_authenticated else f"address:{get_remote_address()}"


limiter = Limiter(key_func=whose, in_memory_fallback_enabled=True, headers_enabled=True)


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

    Views that say the same `together` share it, as a page and its API do.
    """
    return limiter.shared_limit(
        lambda: scaled(times, span),
        scope=lambda endpoint: together or endpoint,
        key_func=key or (get_remote_address if by_address else whose),
        methods=methods,
        deduct_when=only_when,
    )


def install(app: Flask) -> None:
    limiter.init_app(app)


def api_limit() -> str:
    """600 in 15 minutes for each account, 100 for each anonymous address."""
    return scaled(600 if g.viewer.is_authenticated else 100, "15 minutes")


def is_page() -> bool:
    return not is_api()
