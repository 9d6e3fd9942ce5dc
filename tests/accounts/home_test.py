"""Where someone lands who was on no particular way."""

from kaya.web.places import places
from tests.cast import PASSWORD


def test_each_lands_in_their_own_workspace(app, visit, amara, okafor, admin):
    for person, area in ((amara, "member"), (okafor, "desk"), (admin, "staff")):
        arrived = visit().post("/login", data={"email": person.email, "password": PASSWORD})
        with app.test_request_context():
            assert arrived.location == places(area)[0].href
