"""Choosing and holding a time, on the page."""

import re
from urllib.parse import unquote

import pytest

from kaya.care import holds
from kaya.care.models import Hold
from kaya.db import db
from tests.care.booking_scene import offering, practice, service, utc

ELEVEN = "2026-03-03T11:00:00Z"
TIMES = "/practitioners/ngozi-okafor/times"
HOLDS = "/practitioners/ngozi-okafor/holds"


def held() -> Hold | None:
    return db.session.query(Hold).one_or_none()


def times_on(answer) -> list[str]:
    return re.findall(r'name="start" value="([^"]+)"', answer.text)


def test_the_first_day_with_times_is_shown_with_its_times_as_buttons(amara, visit, hour):
    answer = visit(amara).get(TIMES)
    assert answer.status_code == 200
    assert "Monday, 2 March" in answer.text
    assert times_on(answer)[0] == "2026-03-02T09:00:00Z"
    assert len(answer.data) < 60_000


def test_a_whole_week_stays_small_however_fine_the_grid(amara, visit, okafor, monday):
    busy = practice(okafor, slot_step_minutes=5)
    offering(busy, service(), minutes=15)
    answer = visit(amara).get(f"{TIMES}?view=week")
    assert answer.status_code == 200
    assert "more" in answer.text
    assert len(answer.data) < 60_000
    assert len(visit(amara).get(f"{TIMES}?day=2026-03-03").data) < 60_000


def test_htmx_gets_the_times_alone_with_the_version_they_are_of(amara, visit, hour):
    answer = visit(amara).htmx_get(TIMES)
    assert answer.text.lstrip().startswith("<live-region")
    assert "<html" not in answer.text
    assert 'topic="availability"' in answer.text


def test_strangers_get_links_and_the_same_fragment_until_something_changes(amara, client, hour):
    first = client.htmx_get(f"{TIMES}?day=2026-03-03")
    assert "csrf_token" not in first.text
    assert f"{TIMES}/{ELEVEN}" in first.text.replace("%3A", ":")
    assert client.htmx_get(f"{TIMES}?day=2026-03-03").text == first.text
    holds.hold(amara, hour, utc(3, 11))
    assert f"{TIMES}/{ELEVEN}" not in client.htmx_get(f"{TIMES}?day=2026-03-03").text.replace("%3A", ":")


def test_times_are_the_readers_with_the_practitioners_beside(ben, visit, hour):
    answer = visit(ben).get(f"{TIMES}?day=2026-03-03")
    assert re.search(r"06:00\s*<small>11:00", answer.text) or re.search(r"6:00.AM\s*<small>11:00", answer.text)
    assert "the smaller ones by that in UTC" in answer.text


@pytest.mark.parametrize("day", ["", "never", "2020-01-01", "9999-12-31", "2026-13-45", "0000-00-00"])
def test_any_day_in_the_address_shows_a_day_that_can_be_booked(amara, visit, hour, day):
    assert visit(amara).get(f"{TIMES}?day={day}&view=what&wanted=nothing").status_code == 200


def test_a_day_without_times_names_the_nearest(amara, visit, okafor, monday):
    mondays = practice(okafor, weekly=[{"weekday": 0, "start": "09:00", "end": "10:00"}])
    offering(mondays, service())
    answer = visit(amara).get(f"{TIMES}?day=2026-03-04")
    assert "No times left on this day." in answer.text
    assert "The nearest is Monday, 2 March" in answer.text


def test_nobody_with_hours_says_so(amara, visit, okafor, monday):
    offering(practice(okafor, weekly=[]), service())
    assert "Nothing is free in the weeks" in visit(amara).get(TIMES).text


def test_holding_shows_until_when_and_what_it_costs(amara, visit, hour):
    answer = visit(amara).htmx_post(HOLDS, data={"start": ELEVEN, "offering": str(hour.id), "page": "times"})
    assert answer.status_code == 200
    assert "Held for you" in answer.text
    assert "€50" in answer.text
    assert "Free to move or cancel until" in answer.text
    assert held().starts_at == utc(3, 11)
    assert "wanted=2026-03-03T11:00:00Z" in answer.headers["HX-Replace-Url"].replace("%3A", ":")


def test_without_script_holding_leads_to_the_page_that_shows_it(amara, visit, hour):
    browser = visit(amara)
    answer = browser.post(HOLDS, data={"start": ELEVEN, "offering": str(hour.id)})
    assert answer.status_code == 303
    assert "Held for you" in browser.get(answer.location).text


def test_a_taken_time_is_refused_with_three_others_as_buttons(amara, ben, visit, hour):
    holds.hold(ben, hour, utc(3, 11))
    answer = visit(amara).htmx_post(HOLDS, data={"start": ELEVEN, "offering": str(hour.id)})
    assert answer.status_code == 409
    word = answer.text[answer.text.index('role="alert"') : answer.text.index('id="choose"')]
    assert "Someone else is deciding about this time just now." in word
    assert len(re.findall(r'name="start"', word)) == 3


@pytest.mark.parametrize(
    ("start", "status"),
    [("", 422), ("soon", 422), ("2026-03-03T11:00:00", 422), ("2020-01-01T00:00:00Z", 422), (ELEVEN * 9, 422),
     ("0001-01-01T00:00:00+14:00", 422), ("9999-12-31T23:59:59-12:00", 422), ("2026-03-03T03:00:00Z", 422)],
)  # fmt: skip
def test_what_is_no_time_to_be_had_is_refused_in_words(amara, visit, hour, start, status):
    answer = visit(amara).post(HOLDS, data={"start": start, "offering": str(hour.id)})
    assert answer.status_code == status
    assert 'role="alert"' in answer.text
    assert held() is None


def test_strangers_sign_in_and_come_back_to_exactly_this_time(client, amara, visit, hour):
    answer = client.post(HOLDS, data={"start": ELEVEN, "offering": str(hour.id)})
    assert answer.status_code == 303
    assert f"/login?next={TIMES}/{ELEVEN}" in unquote(answer.location)
    page = client.get(f"{TIMES}/{ELEVEN}?offering={hour.id}")
    assert page.status_code == 200
    assert "Sign in to hold it" in page.text
    assert "Hold this time" in visit(amara).get(f"{TIMES}/{ELEVEN}?offering={hour.id}").text
    assert held() is None


def test_the_page_of_a_time_that_went_says_so(client, ben, hour):
    holds.hold(ben, hour, utc(3, 11))
    answer = client.get(f"{TIMES}/{ELEVEN}?offering={hour.id}")
    assert "Someone else is deciding" in answer.text
    assert client.get(f"{TIMES}/whenever").status_code == 404


def test_letting_go_frees_the_time_and_a_reload_offers_it_again(amara, visit, hour):
    kept = holds.hold(amara, hour, utc(3, 11))
    answer = visit(amara).htmx_post(f"{HOLDS}/{kept.id}/release", data={"offering": str(hour.id), "page": "times"})
    assert answer.status_code == 200
    assert "Held for you" not in answer.text
    again = visit(amara).get(f"{TIMES}?offering={hour.id}&wanted={ELEVEN}")
    assert "still free" in again.text
    assert "Hold this time" in again.text


def test_a_page_that_is_left_and_there_again_keeps_its_time(amara, visit, hour, monday, run_jobs):
    release, browser = f"{HOLDS}/{holds.hold(amara, hour, utc(3, 11)).id}/release", visit(amara)
    assert browser.post(release, data={"way": "left"}).status_code == 204
    assert browser.post(release, data={"way": "back"}).status_code == 204
    monday.travel(seconds=30)
    run_jobs()
    assert held() is not None
    assert browser.post(release, data={"way": "left"}).status_code == 204
    monday.travel(seconds=30)
    run_jobs()
    assert held() is None


def test_a_page_that_is_left_gives_the_hold_back_by_beacon(amara, ben, visit, hour):
    release = f"{HOLDS}/{holds.hold(amara, hour, utc(3, 11)).id}/release"
    assert visit(ben).post(release).status_code == 204
    assert held() is not None
    assert visit(amara).post(release).status_code == 204
    assert held() is None
    assert visit(amara).post(release).status_code == 204


def test_the_practitioners_own_page_holds_the_picker(amara, visit, hour):
    answer = visit(amara).get("/practitioners/ngozi-okafor")
    assert times_on(answer)
    fragment = visit(amara).htmx_get("/practitioners/ngozi-okafor?day=2026-03-03")
    assert fragment.text.lstrip().startswith("<live-region")
    assert 'value="profile"' in fragment.text


def test_nobody_holds_a_time_with_themselves(okafor, visit, hour):
    answer = visit(okafor).post(HOLDS, data={"start": ELEVEN, "offering": str(hour.id)})
    assert answer.status_code == 409
    assert "cannot book an appointment with yourself" in answer.text


def test_someone_unlisted_has_no_times(client, okafor, hour):
    assert client.get("/practitioners/nobody/times").status_code == 404
    assert client.post("/practitioners/nobody/holds", data={"start": ELEVEN}).status_code == 404


def test_on_ones_own_page_the_times_give_way_to_ones_hours(okafor, visit, hour):
    for address in (TIMES, f"{TIMES}/{ELEVEN}", "/practitioners/ngozi-okafor"):
        page = visit(okafor).get(address).text
        assert "These are your own hours" in page
        assert "/desk/availability" in page
        assert "Hold this time" not in page
        assert 'name="start"' not in page


def test_a_time_inside_the_notice_does_not_promise_that_it_can_be_moved(amara, visit, hour):
    browser = visit(amara)
    assert "These times can no longer be moved or cancelled" in browser.get(f"{TIMES}?day=2026-03-02").text
    later = re.sub(r"\s+", " ", browser.get(f"{TIMES}?day=2026-03-05").text)
    assert ". You can move or cancel free of charge until a day before." in later
    holds.hold(amara, hour, utc(2, 11))
    held = browser.get(TIMES).text
    assert held.count("This time can no longer be moved or cancelled once it is booked.") == 2
    assert "You can move or cancel free of charge" not in held


def test_the_page_lists_what_can_be_booked_and_proposes_the_hour(amara, visit, ngozi, hour):
    short = offering(ngozi, service("Check-in"), minutes=20)
    offering(ngozi, service("Long"), minutes=90)
    page = visit(amara).get("/practitioners/ngozi-okafor").text
    assert "What you can book" in page
    assert f"offering={short.id}#book" in page
    assert f'name="offering" value="{hour.id}"' in page


def test_a_time_that_has_passed_is_said_to_be_over(amara, visit, client, hour):
    for browser in (visit(amara), client):
        page = browser.get(f"{TIMES}/2026-03-02T07:00:00Z")
        assert "This time is over." in page.text
        assert "Someone else" not in page.text


def test_times_before_five_are_of_the_night(amara, visit, okafor, monday):
    offering(practice(okafor, weekly=[{"weekday": 1, "start": "03:00", "end": "07:00"}]), service())
    page = visit(amara).get(f"{TIMES}?day=2026-03-03").text
    assert re.findall(r">(Night|Morning|Afternoon|Evening)<", page) == ["Night", "Morning"]


def test_a_week_has_ways_to_each_of_its_days(client, hour):
    page = client.get(f"{TIMES}?offering={hour.id}&view=week").text
    assert 'href="#day-2026-03-03"' in page
    assert 'id="day-2026-03-03"' in page
