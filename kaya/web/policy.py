"""Who may knock on which door. A route without a policy does not open."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, abort, current_app, g, redirect, request, url_for
from werkzeug.routing import Rule
from werkzeug.wrappers import Response

from kaya.refusal import Refusal
from kaya.signals import tell
from kaya.web.signals import turned_away
from kaya.web.unsent import keep_typed
from kaya.web.viewer import Viewer, is_api
from kaya.words import say

Policy = Callable[[Viewer], bool]
View = TypeVar("View", bound=Callable[..., Any])

SIGN_IN = "accounts.sign_in.new"
PROVE_AGAIN = "accounts.freshness.new"
SECOND_FACTOR = "accounts.two_factor.show"


def everyone(viewer: Viewer) -> bool:
    return True


def members(viewer: Viewer) -> bool:
    return viewer.is_authenticated


def practitioners(viewer: Viewer) -> bool:
    return viewer.is_authenticated and viewer.is_practitioner


def staff(viewer: Viewer) -> bool:
    return viewer.is_authenticated and viewer.is_staff


def staff_with(*permissions: str) -> Policy:
    """Staff to whom one of these was granted (see `kaya.accounts.permissions`)."""

    def policy(viewer: Viewer) -> bool:
        return staff(viewer) and viewer.may(*permissions)

    policy.__name__ = f"staff with {' or '.join(permissions)}"
    policy.permissions = permissions  # type: ignore[attr-defined]
    return policy


def practitioners_or(policy: Policy) -> Policy:
    """Whoever gives care, and whom `policy` lets in."""

    def either(viewer: Viewer) -> bool:
        return practitioners(viewer) or policy(viewer)

    either.__name__ = f"practitioners or {policy.__name__}"
    either.permissions = getattr(policy, "permissions", ())  # type: ignore[attr-defined]
    return either


def allow(policy: Policy, *, fresh: bool = False, twice: bool = False) -> Callable[[View], View]:
    """Declare which viewers may call a view. It stands directly above the function, below the route.

    `fresh`: only within ten minutes of having signed in, or of having proved again who they are; `twice`: by a second
    proof, where they have one.
    """

    def declare(view: View) -> View:
        view.policy, view.needs_fresh, view.needs_twice = policy, fresh or twice, twice  # type: ignore[attr-defined]
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
    if g.viewer.key_id and from_view not in (None, everyone):
        check_scope(getattr(from_view, "permissions", ()))
    if from_view is not None and not from_view(g.viewer):
        return turn_away()
    if asks_for("needs_twice") and not g.viewer.has_proved_twice:
        return ask_again(second=g.viewer.has_second_factor)
    if asks_for("needs_fresh") and not g.viewer.is_fresh:
        return ask_again()
    return None


def check_scope(permissions: tuple[str, ...]) -> None:
    """An admin key opens the doors of staff that its scopes name, and no other."""
    if not g.viewer.key.opens(permissions):
        tell(turned_away, {"endpoint": request.endpoint})
        raise Refusal("scope-missing", say("This key has no scope for that."), status=403)


def policy_of_request() -> Policy | None:
    view = current_app.view_functions.get(request.endpoint or "")
    return getattr(view, "policy", None)


def asks_for(proof: str) -> bool:
    return getattr(current_app.view_functions.get(request.endpoint or ""), proof, False)


def turn_away() -> Response:
    if g.viewer.owes_second_factor:
        return ask_for_second_factor()
    if g.viewer.is_authenticated:
        tell(turned_away, {"endpoint": request.endpoint})
        abort(403)
    if is_api():
        abort(401)
    return redirect(url_for(SIGN_IN, next=way_back()), 303)


def ask_for_second_factor() -> Response:
    """They work here, and have to turn two-factor sign-in on before they may do more than members."""
    if is_api():
        raise Refusal("two-factor-required", say("Please turn two-factor sign-in on first."), status=403)
    return redirect(url_for(SECOND_FACTOR), 303)


def ask_again(*, second: bool = False) -> Response:
    """Someone signed in a while ago, and what they want is worth asking whether it is still them; by a `second` proof,
    where it is about those.
    """
    if is_api():
        by_any = say("Please prove again that it is you, then ask once more.")
        by_second = say("Please prove again that it is you, by a code or a passkey, then ask once more.")
        raise Refusal("reauthenticate", by_second if second else by_any, status=403)
    if request.method == "POST":
        keep_typed(way_back())
    return redirect(url_for(PROVE_AGAIN, next=way_back(), second=1 if second else None), 303)


def check_fresh() -> None:
    """For an API view that only sometimes does what is worth asking twice. Of a machine's key nobody can be asked."""
    if not g.viewer.is_fresh and not g.viewer.key_id:
        ask_again()


def way_back() -> str | None:
    """Where signing in leads afterwards: to the page that was asked for, or that held the form."""
    return request.full_path.rstrip("?") if request.method == "GET" else referring_path()


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
