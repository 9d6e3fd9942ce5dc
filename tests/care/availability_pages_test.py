"""A practitioner's hours, on the page where they are changed."""

import pytest

from kaya.care import booking, schedule
from kaya.care.hours import TimeRange
from kaya.care.models import Appointment
from kaya.db import db
from tests.care.booking_scene import practice, utc

HOURS = "/desk/availability"
RULES = {
    "timezone": "Europe/Lisbon",
    "slot_step_minutes": "15",
    "buffer_before_minutes": "0",
    "buffer_after_minutes": "10",
    "minimum_notice_minutes": "60",
    "window_days": "30",
    "daily_limit": "",
}


def week(**rows) -> dict[str, str]:
    """week(mon=["09:00-12:00"]) as the form sends it."""
    sent = dict(RULES)
    for day, spans in rows.items():
        for number, span in enumerate(spans):
            sent[f"{day}-{number}-start"], sent[f"{day}-{number}-end"] = span.split("-")
    return sent


def test_the_page_shows_what_is_so(okafor, visit, ngozi):
    page = visit(okafor).get(HOURS)
    assert page.status_code == 200
    assert page.text.count('type="time"') >= 14
    assert "The coming weeks" in page.text
    assert "09:00–17:00" in page.text


def test_hours_are_kept_and_appointments_stay(amara, okafor, visit, ngozi, hour):
    booking.book(amara, hour, utc(3, 11))
    sent = week(mon=["09:00-12:00", "13:00-00:00"]) | {"exceptions-0-on": "2026-03-09", "exceptions-0-is_closed": "y"}
    assert visit(okafor).post(HOURS, data=sent).status_code == 303
    kept = schedule.schedule_of(ngozi)
    assert kept.zone == "Europe/Lisbon"
    assert kept.ranges_on(utc(2, 0).date()) == [TimeRange(540, 720), TimeRange(780, 1440)]
    assert list(kept.ranges_on(utc(9, 0).date())) == []
    assert (kept.slot_step_minutes, kept.buffer_after_minutes, kept.daily_limit) == (15, 10, None)
    assert db.session.query(Appointment).one().status == "pending"
    assert 'value="00:00"' in visit(okafor).get(HOURS).text


def test_another_days_hours_are_gathered_from_its_rows(okafor, visit, ngozi):
    sent = week(mon=["09:00-12:00"])
    for number, span in enumerate([("14:00", "15:00"), ("09:00", "10:00")]):
        sent |= {f"exceptions-{number}-on": "2026-03-09", f"exceptions-{number}-start": span[0]}
        sent |= {f"exceptions-{number}-end": span[1]}
    assert visit(okafor).post(HOURS, data=sent).status_code == 303
    assert list(schedule.schedule_of(ngozi).ranges_on(utc(9, 0).date())) == [TimeRange(540, 600), TimeRange(840, 900)]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"mon-0-start": "12:00", "mon-0-end": "09:00"}, "This ends before it has begun."),
        ({"mon-0-start": "09:00", "mon-0-end": ""}, "from when until when"),
        ({"mon-0-start": "09:02", "mon-0-end": "10:00"}, "In steps of five minutes"),
        ({"mon-0-start": "noon", "mon-0-end": "10:00"}, "That is not a time"),
        (
            {"mon-0-start": "09:00", "mon-0-end": "12:00", "mon-1-start": "11:00", "mon-1-end": "13:00"},
            "This overlaps with another.",
        ),
        ({"exceptions-0-on": "", "exceptions-0-is_closed": "y", "exceptions-0-start": "09:00"}, "choose the day"),
        ({"exceptions-0-on": "some day", "exceptions-0-is_closed": "y"}, "That is not a day"),
        ({"slot_step_minutes": "7"}, "multiple of five"),
        ({"slot_step_minutes": "0"}, "From 5 to 240"),
        ({"window_days": "many"}, "A whole number, please."),
        ({"window_days": "99999999999999999999"}, "From 1 to 365"),
        ({"daily_limit": "-1"}, "From 1 to 100"),
        ({"timezone": "Mars/Olympus"}, "no time zone of that name"),
        ({"timezone": ""}, "Please fill this in."),
    ],
)
def test_a_mistake_stands_beside_its_field_and_nothing_is_lost(okafor, visit, ngozi, wrong, words):
    answer = visit(okafor).post(HOURS, data=week(tue=["10:00-16:00"]) | wrong)
    assert answer.status_code == 422
    assert words in answer.text
    assert 'value="16:00"' in answer.text
    assert schedule.schedule_of(ngozi).zone == "UTC"


@pytest.mark.parametrize(
    ("number", "unit", "minutes"),
    [("2", "days", 2880), ("36", "hours", 2160), ("1.5", "hours", 90), ("1,5", "hours", 90), ("45", "minutes", 45),
     (" 0 ", "days", 0), ("90", None, 90)],
)  # fmt: skip
def test_notice_is_a_number_of_what_one_likes(okafor, visit, ngozi, number, unit, minutes):
    said = {"minimum_notice_minutes": number} | ({"minimum_notice_minutes-unit": unit} if unit else {})
    assert visit(okafor).post(HOURS, data=week(mon=["09:00-12:00"]) | said).status_code == 303
    assert schedule.schedule_of(ngozi).minimum_notice_minutes == minutes


@pytest.mark.parametrize(
    ("field", "number", "unit", "words"),
    [
        ("minimum_notice_minutes", "31", "days", "From 0 minutes to 30 days, please."),
        ("minimum_notice_minutes", "999999", "days", "From 0 minutes to 30 days, please."),
        ("minimum_notice_minutes", "soon", "hours", "A number, please, such as 2 or 1.5."),
        ("minimum_notice_minutes", "-1", "hours", "A number, please, such as 2 or 1.5."),
        ("minimum_notice_minutes", "٣", "hours", "A number, please, such as 2 or 1.5."),
        ("minimum_notice_minutes", "0.01", "hours", "In whole minutes, please."),
        ("minimum_notice_minutes", "1", "moons", "Please choose what the number counts."),
        ("minimum_notice_minutes", "", "hours", "Please fill this in."),
        ("buffer_before_minutes", "5", "hours", "From 0 minutes to 4 hours, please."),
        ("buffer_after_minutes", "1", "days", "Please choose what the number counts."),
    ],
)
def test_a_length_that_cannot_be_is_told_beside_its_field(okafor, visit, ngozi, field, number, unit, words):
    said = {field: number, f"{field}-unit": unit}
    answer = visit(okafor).post(HOURS, data=week(mon=["09:00-12:00"]) | said)
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert words in answer.text
    assert f'value="{number}"' in answer.text
    assert schedule.schedule_of(ngozi).minimum_notice_minutes == 0


def test_a_length_is_shown_in_the_largest_unit_that_tells_it_whole(okafor, visit, monday):
    practice(okafor, minimum_notice_minutes=2880, buffer_before_minutes=120, buffer_after_minutes=75)
    shown = visit(okafor).get(HOURS).text
    for field, number, unit in [
        ("minimum_notice_minutes", 2, "days"),
        ("buffer_before_minutes", 2, "hours"),
        ("buffer_after_minutes", 75, "minutes"),
    ]:
        own = shown.split(f'id="{field}-label"')[1].split("</select>")[0]
        assert f'value="{number}"' in own
        assert f'<option value="{unit}" selected>' in own


def test_rows_come_and_go_without_being_kept(okafor, visit, ngozi):
    sent = week(mon=["09:00-12:00", "13:00-15:00"])
    more = visit(okafor).post(f"{HOURS}/rows", data=sent | {"add": "tue"})
    assert 'name="tue-0-start"' in more.text
    assert 'value="13:00"' in more.text
    less = visit(okafor).htmx_post(f"{HOURS}/rows", data=sent | {"drop": "mon-0"})
    assert 'value="13:00"' in less.text
    assert 'value="12:00"' not in less.text
    assert "<html" not in less.text
    for nonsense in ("add", "drop"):
        assert visit(okafor).post(f"{HOURS}/rows", data=sent | {nonsense: "csrf_token"}).status_code == 200
    assert schedule.schedule_of(ngozi).zone == "UTC"


def test_the_preview_follows_the_form_and_keeps_nothing(okafor, visit, ngozi):
    fragment = visit(okafor).htmx_post(f"{HOURS}/preview", data=week(mon=["10:00-12:30"]))
    assert "10:00–12:30" in fragment.text
    assert "2.5" in fragment.text
    assert "<html" not in fragment.text
    wrong = visit(okafor).htmx_post(f"{HOURS}/preview", data=week(mon=["12:00-10:00"]))
    assert "as soon as everything here makes sense" in wrong.text
    assert schedule.schedule_of(ngozi).zone == "UTC"


def test_the_preview_says_when_the_clocks_change(okafor, visit, ngozi, monday):
    monday.travel(to=utc(20, 8))
    forward = visit(okafor).htmx_post(f"{HOURS}/preview", data=week(sun=["00:00-10:00"]))
    assert "The clocks go forward at 01:00: this day is shorter." in forward.text
    assert ">9<" in forward.text
    monday.travel(to=utc(20, 8).replace(month=10))
    back = visit(okafor).htmx_post(f"{HOURS}/preview", data=week(sun=["00:00-10:00"]))
    assert "The clocks go back at 02:00: this day is longer." in back.text


def test_someone_without_hours_begins_with_an_empty_week(okafor, visit, monday):
    practice(okafor, weekly=[])
    page = visit(okafor).get(HOURS)
    assert page.text.count('working__free">Free') == 7


def test_the_summary_of_mistakes_names_the_day(okafor, ngozi, visit):
    page = visit(okafor).post(HOURS, data=week(tue=["17:00-09:00"])).text
    assert "Tuesday, Until: This ends before it has begun." in page
