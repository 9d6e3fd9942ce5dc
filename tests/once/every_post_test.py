"""Every POST of the API that makes something takes an Idempotency-Key, or says here why it need not."""

import pytest

NEED_NOT = {
    "appointments_api.cancel": "cancelled twice is a 409",
    "appointments_api.complete": "completed twice is a 409",
    "appointments_api.confirm": "confirmed twice is a 409",
    "appointments_api.miss": "missed twice is a 409",
    "appointments_api.reschedule": "moved to where it is already changes nothing",
    "appointments_api.restore": "restored twice is a 409",
    "me_api.readdress": "the link of the mail before is replaced by the new one",
    "me_api.show_photo": "the same picture again takes the place of itself",
    "own_data_api.stay": "who stays already is told so",
    "practitioners_api.verify": "verified twice is a 409",
    "users_api.send_again": "the link of the mail before is replaced by the new one",
}


def posts(app):
    api = [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/api/v1/") and "POST" in rule.methods]
    return {rule.endpoint for rule in api if not rule.rule.startswith("/api/v1/auth/")}


@pytest.mark.on("sqlite")
def test_every_post_that_makes_something_takes_a_key(app):
    without = {name for name in posts(app) if not takes_a_key(app.view_functions[name])}
    assert without == NEED_NOT.keys()


def takes_a_key(view):
    while hasattr(view, "__wrapped__") and not hasattr(view, "creates"):
        view = view.__wrapped__
    return hasattr(view, "creates") or "once" in view.__code__.co_names
