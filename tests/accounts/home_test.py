"""Where someone lands who was on no particular way."""

from flask import g

from kaya.web.places import places
from tests.cast import PASSWORD, code


def test_each_lands_in_their_own_workspace(app, visit, amara, okafor, admin):
    for person, area in ((amara, "member"), (okafor, "desk"), (admin, "staff")):
        browser = visit()
        arrived = browser.post("/login", data={"email": person.email, "password": PASSWORD})
        if person.has_second_factor:
            arrived = browser.post("/login/code", data={"otp": code()})
        with app.test_request_context():
            g.viewer = person
            assert arrived.location == places(area)[0].href
