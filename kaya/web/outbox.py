"""What a device kept while there was no network: sent later through the pages' own forms, once, by whoever wrote it.

The other side is static/js/outbox.js. The API is not for it: that takes no cookies.
"""

from functools import wraps
from typing import Any

from flask import Blueprint, Response, g, jsonify, make_response, request, session
from flask_wtf.csrf import generate_csrf

from kaya.db import transaction
from kaya.once.keeping import take
from kaya.refusal import Refusal
from kaya.web.creates import Refused, accepted, wish_of_request
from kaya.web.policy import View, allow, everyone
from kaya.words import say

ACCOUNT, STAYS = "Outbox-Account", "Outbox-Stays"

bp = Blueprint("outbox", __name__)


@bp.get("/outbox")
@allow(everyone)
def show() -> Response:
    """Who this browser is signed in as, and a token for their forms: what was kept may be days older than either."""
    account = str(g.viewer.id) if g.viewer.is_authenticated else None
    answer = jsonify(account=account, csrf_token=generate_csrf())
    answer.headers["Cache-Control"] = "no-store"
    return answer


def posted_once(view: View) -> View:
    """Declare that a page's POST may come from the outbox, again and again: under one Idempotency-Key it is done once.

    It stands above `@allow`. The view is as every other; without a key it is called as it is. To the outbox, which
    names the account it keeps for, success is a 204 with the `Location` where it can be seen. What is refused is
    undone, and the key with it. Keys are kept for a day: what may wait longer also takes the form's `id`, as the API.
    """

    @wraps(view)
    def sent(**asked: Any) -> Any:
        refuse_another_account()
        wish = wish_of_request()
        if wish is None:
            return view(**asked)
        try:
            with transaction() as work:
                kept = take(work, wish)
                if kept.status is None:
                    answer = accepted(make_response(view(**asked)))
                    kept.status = answer.status_code
                    return received(answer)
        except Refused as refused:
            return refused.answer
        return make_response("", 204, {"HX-Refresh": "true"})

    return sent  # type: ignore[return-value]


def refuse_another_account() -> None:
    """What one person wrote is not sent as another's, who has signed in on the same device meanwhile."""
    account = request.headers.get(ACCOUNT)
    if account is not None and account != str(g.viewer.id):
        raise Refusal("another-account", say("This was written by someone else on this device."), status=409)


def is_letter() -> bool:
    """Does a device's outbox ask, which keeps what is refused, and lets go of what is answered by anything else?"""
    return ACCOUNT in request.headers


def received(answer: Response) -> Response:
    """A page for whoever looks at one; the outbox needs only to know that it is done."""
    if not is_letter():
        return answer
    if STAYS in request.headers:
        session.pop("_flashes", None)
    where = answer.headers.get("Location") or answer.headers.get("HX-Redirect")
    told = make_response("", 204, {"Location": where} if where else {})
    for cookie in answer.headers.getlist("Set-Cookie"):
        told.headers.add("Set-Cookie", cookie)
    return told
