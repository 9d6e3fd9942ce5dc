"""The front page: who has time, and the ways in."""

from datetime import date, timedelta

import pytest

from tests.care.booking_scene import MONDAY
from tests.care.directory_scene import Questions, a_crowd, a_service, shelf, someone, vocabulary


@pytest.fixture
def monday(clock):
    clock.travel(to=MONDAY)
    return clock


def test_an_empty_house_has_a_front_page_too(client):
    page = client.get("/")
    assert page.status_code == 200
    assert "Nobody has an open time just now" in page.text


def test_who_is_free_soonest_stands_on_it(client, admin, monday):
    vocabulary("Sleep")
    talking = a_service(admin, shelf(), "Talking")
    someone(admin, "Ada Nwosu", talking, specialties=["sleep"])
    someone(admin, "Never Free", talking, weekdays=[])
    page = client.get("/").text
    assert "Ada Nwosu" in page
    assert "Never Free" not in page
    assert 'href="/practitioners?specialty=sleep"' in page


def test_the_question_leads_into_the_directory(client, admin, monday):
    someone(admin, "Ada Nwosu", a_service(admin, shelf(), "Talking"))
    tomorrow = (date(2026, 3, 2) + timedelta(days=1)).isoformat()
    assert f'value="{tomorrow}"' in client.get("/").text
    found = client.get(f"/practitioners?q=ada&mode=&available_on={tomorrow}")
    assert (found.status_code, "Ada Nwosu" in found.text) == (200, True)


def test_only_doors_that_open_are_shown(client, app):
    paths = {rule.rule for rule in app.url_map.iter_rules()}
    page = client.get("/").text
    for path in ("/practice", "/community", "/journal", "/shop"):
        assert (f'class="door" href="{path}"' in page or f'href="{path}" data-area' in page) <= (path in paths)


def test_it_costs_the_same_however_many_there_are(client, admin, monday):
    talking = a_service(admin, shelf(), "Talking")
    a_crowd(talking, 500, monday.now())
    with Questions() as questions:
        page = client.get("/")
    assert questions.count <= 6
    assert len(page.data) < 60_000


def test_who_is_signed_in_goes_on_to_their_own_places(visit, amara):
    answer = visit(amara).get("/")
    assert answer.status_code == 302
    assert answer.headers["Location"] != "/"
