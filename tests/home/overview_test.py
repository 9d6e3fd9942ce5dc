"""/staff: where staff come in."""

import re

from kaya.care import practising
from tests.care.directory_scene import profile


def test_staff_see_who_waits_and_how_large_the_house_is(visit, admin, amara):
    practising.apply(amara, profile("Amara Obi"))
    page = visit(admin).get("/staff")
    assert page.status_code == 200
    assert re.search(r'Applications.*?tally">1<', page.text, re.DOTALL)
    assert 'href="/staff/practitioners"' in page.text
    assert 'href="/staff/organisation"' in page.text


def test_others_see_nothing_of_it(client, visit, amara, okafor):
    assert client.get("/staff").location == "/login?next=/staff"
    assert [visit(someone).get("/staff").status_code for someone in (amara, okafor)] == [403, 403]
