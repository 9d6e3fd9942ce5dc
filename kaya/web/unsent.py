"""What was typed into a form that was not taken, because its person had to prove first that it is them: kept once."""

import json
from collections.abc import Collection
from urllib.parse import urlsplit

from flask import flash, g, request, session
from werkzeug.datastructures import MultiDict

from kaya.words import say

KEY = "unsent"
MOST = 2000  # characters: it goes into the browser's own cookie
SECRETS = ("csrf_token", "password", "otp", "credential")


def keep_typed(page: str | None) -> None:
    """Of the form that was just sent from `page`; no secrets, and nothing that is too long for a cookie."""
    typed = {name: values for name, values in request.form.lists() if not any(each in name for each in SECRETS)}
    if page and any(value for values in typed.values() for value in values) and len(json.dumps(typed)) <= MOST:
        session[KEY] = {"page": urlsplit(page).path, "typed": typed}


def typed_before(names: Collection[str]) -> MultiDict[str, str] | None:
    """What was typed on this page into a form with these fields, to be looked at and sent once more."""
    if request.method != "GET" or not g.viewer.is_authenticated or KEY not in session:
        return None
    kept = session[KEY]
    if kept["page"] != request.path or not kept["typed"].keys() & set(names):
        return None
    session.pop(KEY)
    flash(str(say("Thank you. What you had filled in is still there: look at it, and send it now.")), "good")
    return MultiDict((name, value) for name, values in kept["typed"].items() for value in values)
