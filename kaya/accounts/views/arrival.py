"""What every way in ends with: the browser is signed in, and goes where it was on its way to."""

from flask import Response, current_app, g, request, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts import signing_in
from kaya.accounts.models import Device, SignIn, User
from kaya.accounts.profiles import Preferences
from kaya.accounts.proofs import new_token
from kaya.origin import neighbourhood
from kaya.web.places import places
from kaya.web.respond import done
from kaya.web.viewer import remember
from kaya.web.ways import local_path

YEAR = 365 * 24 * 60 * 60
LONGEST_MARK = 100


def arrive(user: User, *, next_path: str = "") -> ResponseReturnValue:
    """Sign in someone who has just proved themselves by mail."""
    return let_in(signing_in.arrive(user, device=device()), next_path=next_path)


def let_in(sign_in: SignIn, *, next_path: str = "") -> ResponseReturnValue:
    """This browser is now theirs, and nobody's else: who was signed in here before is not; their theme comes along."""
    if g.viewer.is_authenticated:
        signing_in.end(g.viewer.sign_in)
    remember(sign_in.viewer)
    response = current_app.make_response(done(see=local_path(next_path) or home(sign_in.user)))
    theme = Preferences.of(sign_in.user).theme
    if theme != "system":
        response.set_cookie("theme", theme, max_age=YEAR, samesite="Lax", secure=request.is_secure)
    return marked(response)


def home(user: User) -> str:
    """The first place of their own workspace: the desk, the staff's, or a member's."""
    if user.owes_second_factor:
        return url_for("accounts.two_factor.show")
    area = "desk" if user.is_practitioner else "staff" if user.is_staff else "member"
    return [*places(area), *places("member")][0].href


def device() -> Device:
    """This browser, which keeps its mark when one signs out; see `marked`."""
    g.device_mark = request.cookies.get(mark_name(), "")[:LONGEST_MARK] or new_token()
    return Device(request.headers.get("User-Agent", ""), request.remote_addr or "", g.device_mark)


def client() -> Device:
    """The client of an API, known again by what it says it is and the network that it comes from."""
    name, address = request.headers.get("User-Agent", ""), request.remote_addr or ""
    return Device(name, address, f"client {name} from {neighbourhood(address)}")


def marked(response: Response) -> Response:
    """The browser keeps its mark, so that the next sign-in with it is none with a new device."""
    if "device_mark" in g:
        secure = current_app.config["SESSION_COOKIE_SECURE"]
        response.set_cookie(mark_name(), g.device_mark, max_age=YEAR, httponly=True, samesite="Lax", secure=secure)
    return response


def mark_name() -> str:
    return "__Host-device" if current_app.config["SESSION_COOKIE_SECURE"] else "device"
