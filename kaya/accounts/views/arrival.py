"""What every way in ends with: the browser is signed in, and goes where it was on its way to."""

from flask import current_app, request, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts import signing_in
from kaya.accounts.models import SignIn, User
from kaya.accounts.profiles import Preferences
from kaya.web.places import places
from kaya.web.respond import done
from kaya.web.viewer import remember
from kaya.web.ways import local_path

YEAR = 365 * 24 * 60 * 60


def arrive(user: User, *, next_path: str = "") -> ResponseReturnValue:
    """Sign in someone who has just proved themselves by mail."""
    return let_in(signing_in.arrive(user, device=device()), next_path=next_path)


def let_in(sign_in: SignIn, *, next_path: str = "") -> ResponseReturnValue:
    """This browser is now theirs; their theme comes with them."""
    remember(sign_in.viewer)
    response = current_app.make_response(done(see=local_path(next_path) or home(sign_in.user)))
    theme = Preferences.of(sign_in.user).theme
    if theme != "system":
        response.set_cookie("theme", theme, max_age=YEAR, samesite="Lax", secure=request.is_secure)
    return response


def home(user: User) -> str:
    """The first place of their own workspace: the desk, the staff's, or a member's."""
    if user.owes_second_factor:
        return url_for("accounts.two_factor.show")
    area = "desk" if user.is_practitioner else "staff" if user.is_staff else "member"
    return [*places(area), *places("member")][0].href


def device() -> str:
    """What the browser says it is."""
    return request.headers.get("User-Agent", "")[:200]
