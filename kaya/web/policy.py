"""Who may knock on which door. A route without a policy does not open."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, abort, current_app, g, redirect, request, url_for
from werkzeug.routing import Rule
from werkzeug.wrappers import Response

from kaya.web.viewer import Viewer, is_api

Policy = Callable[[Viewer], bool]
View = TypeVar("View", bound=Callable[..., Any])

SIGN_IN = "accounts.sign_in.new"


def everyone(viewer: Viewer) -> bool:
    return True


def members(viewer: Viewer) -> bool:
    return viewer.is_authenticated


def practitioners(viewer: Viewer) -> bool:
    return viewer.is_authenticated and viewer.is_practitioner


def practitioners_or_staff(viewer: Viewer) -> bool:
    return practitioners(viewer) or staff(viewer)


def staff(viewer: Viewer) -> bool:
    return viewer.is_authenticated and viewer.is_staff


def allow(policy: Policy) -> Callable[[View], View]:
    """Declare which viewers may call a view. It stands directly above the function, below the route."""

    def declare(view: View) -> View:
        view.policy = policy  # type: ignore[attr-defined]
        return view

    return declare


def guard(app: Flask) -> None:
    """Refuse to start with an undeclared route; refuse to serve a disallowed one."""
    allow(everyone)(app.view_functions["static"])
    undeclared = [name for name, view in app.view_functions.items() if not hasattr(view, "policy")]
    if undeclared:
        raise RuntimeError(f"Routes without a policy: {', '.join(sorted(undeclared))}")


def check_policy() -> Response | None:
    """Runs before every view, and before CSRF is looked at."""
    from_view = policy_of_request()
    if from_view is None or from_view(g.viewer):
        return None
    return turn_away()


def policy_of_request() -> Policy | None:
    view = current_app.view_functions.get(request.endpoint or "")
    return getattr(view, "policy", None)


def turn_away() -> Response:
    if g.viewer.is_authenticated:
        abort(403)
    if is_api():
        abort(401)
    back = request.full_path.rstrip("?") if request.method == "GET" else referring_path()
    return redirect(url_for(SIGN_IN, next=back), 303)


def referring_path() -> str | None:
    """Where on this host an unsafe request came from, so that signing in leads back there."""
    return request.form.get("back") or (request.referrer or "").removeprefix(request.host_url.rstrip("/")) or None


def policies(app: Flask) -> list[tuple[str, str, str]]:
    """Every route with its methods and the name of its policy, for `flask kaya policies`."""
    return sorted((rule.rule, spoken_methods(rule), name_of_policy(app, rule)) for rule in app.url_map.iter_rules())


def spoken_methods(rule: Rule) -> str:
    return ",".join(sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}))


def name_of_policy(app: Flask, rule: Rule) -> str:
    policy: Policy = app.view_functions[rule.endpoint].policy  # type: ignore[union-attr]
    return policy.__name__
