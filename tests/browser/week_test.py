"""A week on a phone at the other end of the world, whose clocks change on its Sunday; two of its days are offline."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, Page, expect

from kaya import create_app
from kaya.db import db, transaction
from kaya.help.planting import plant_helplines
from kaya.practice.planting import plant_library
from kaya.seeds.planting import plant_house
from tests.browser.waiting import HAS_POCKET, HAS_WORKER, until
from tests.cast import PASSWORD, person
from tests.databases import Sqlite, settings_for_tests
from tests.stage.process import Server, Stage

ZONE = "Pacific/Auckland"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "timezone_id": ZONE}
PATIENCE = 30_000
WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY, MONDAY, TUESDAY = range(7)
ALL_IS_SENT = "async () => !localStorage.getItem('outbox')"


@pytest.fixture
def server(tmp_path: Path, sqlite: Sqlite) -> Iterator[Server]:
    """A running Kaya of this journey's own, with its library and Mere; its clock can be moved on."""
    address = sqlite.copy()
    app = create_app(settings_for_tests(tmp_path, database_url=address))
    with app.app_context():
        with transaction() as session:
            for plant in (plant_house, plant_library, plant_helplines):
                plant(session)
        person("Mere Tamati", email="mere@example.org", timezone=ZONE)
        db.session.remove()
        db.engine.dispose()
    cheap = {"argon2_memory_kib": 8, "argon2_time_cost": 1, "log_level": "WARNING"}
    with Stage(tmp_path, address, cheap).serving() as server:
        yield server


@pytest.fixture
def week(server: Server, open_page: Callable[..., Page]) -> "Week":
    page = open_page(base_url=server.address, service_workers="allow", **PHONE)
    page.context.set_default_timeout(PATIENCE)
    return Week(page, server)


def wednesday() -> date:
    """Of the next week there whose Sunday has an hour more or less."""
    there = ZoneInfo(ZONE)
    day = datetime.now(there).date() + timedelta(days=6)
    while offset(day, there) == offset(day - timedelta(days=1), there):
        day += timedelta(days=1)
    return day - timedelta(days=SUNDAY)


def offset(day: date, zone: ZoneInfo) -> timedelta | None:
    return datetime.combine(day, time(12), zone).utcoffset()


class Week:
    """Mere's phone, and the clock by which both it and the house go."""

    def __init__(self, page: Page, server: Server) -> None:
        self.page, self.server, self.first = page, server, wednesday()
        self.ahead = timedelta()
        page.clock.install(time=self.moment(WEDNESDAY, "07:30"))
        self.move_house(self.moment(WEDNESDAY, "07:30"))

    def moment(self, day: int, hour: str) -> datetime:
        return datetime.combine(self.day(day), time.fromisoformat(hour), ZoneInfo(ZONE)).astimezone(UTC)

    def day(self, number: int) -> date:
        return self.first + timedelta(days=number)

    def named(self, number: int) -> str:
        day = self.day(number)
        return f"{day:%A}, {day.day} {day:%B}"

    def comes(self, day: int, hour: str) -> None:
        """It is that hour by her clock, here and there."""
        self.passes(self.move_house(self.moment(day, hour)), house_too=False)

    def passes(self, span: timedelta, *, house_too: bool = True) -> None:
        if house_too:
            self.move_house(datetime.now(UTC) + self.ahead + span)
        self.page.clock.fast_forward(int(span.total_seconds() * 1000))

    def move_house(self, to: datetime) -> timedelta:
        step = to - datetime.now(UTC) - self.ahead
        self.ahead += step
        assert self.server.get(f"/stage/later/{step.total_seconds():.3f}").status_code == 200
        return step

    def open(self, path: str) -> Page:
        self.page.goto(path)
        return self.page

    def opens_beside(self, path: str) -> Page:
        """In a tab of its own, which stays in the background."""
        beside = self.page.context.new_page()
        beside.goto(path)
        self.page.bring_to_front()
        return beside

    def loses_network(self) -> None:
        self.page.context.set_offline(True)

    def finds_network(self) -> None:
        self.page.context.set_offline(False)
        until(self.page, ALL_IS_SENT)


def test_a_week_with_a_day_left_out_and_two_without_a_network(week: Week) -> None:
    the_first_morning(week)
    the_day_after(week)
    a_day_on_the_train(week)
    a_day_left_out(week)
    a_late_night(week)
    a_day_in_the_hills(week)
    the_last_morning(week)
    it_adds_up(week)
    it_is_told_of_mood_and_journal(week)


def the_first_morning(week: Week) -> None:
    page = week.open("/login")
    page.get_by_label("Email").fill("mere@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    sees(page.get_by_role("heading", name="Good morning, Mere"))
    sees(page.get_by_text("This is where your days begin"))
    sees(page.get_by_text(week.named(WEDNESDAY)))
    feels(page, "Calm", "Fairly")
    sees(page.get_by_text("Today: Calm."))
    expect(page.locator(".feel [name=mood]").first).to_be_focused(timeout=PATIENCE)
    until(page, HAS_WORKER, HAS_POCKET)

    week.open("/programs/seven-quieter-evenings").get_by_role("button", name="Begin with day 1").click()
    sees(page.get_by_text("Aeroplanes do not stop above the runway"))
    page.get_by_role("link", name="Write about it").click()
    sees(page.get_by_text("What does my last hour before bed look like now"))
    writes(page, "The lamp, the letters, the lamp again.")
    sees(page.locator(".leafed__words", has_text="The lamp, the letters"))

    goes_on_with_program(week, 1)
    practises(week, minutes=5, after="Calm")
    sees(page.get_by_text("5 minutes."))
    week.open("/today")
    sees(page.get_by_text("One day is done today. It opens tomorrow, from 03:00 on."))
    sees(page.get_by_text("One of the last 28 days had a practice in it. 5 minutes in all."))


def the_day_after(week: Week) -> None:
    """The page of the day before is still open, as on a phone that was only put away."""
    page = week.page
    week.comes(THURSDAY, "12:40")
    sees(page.get_by_role("heading", name="Good afternoon, Mere"))
    sees(page.get_by_text(week.named(THURSDAY)))
    sees(page.get_by_text("One thing today. The rest can wait."))
    feels(page, "Bright", "Very")
    sees(page.get_by_text("Today: Bright."))
    goes_on_with_program(week, 2)
    practises(week, minutes=10, after="Bright")
    gives_thanks(week.open("/journal/gratitude"), "The tūī in the flax")
    sees(page.locator("#thanks").get_by_text("The tūī in the flax"))


def a_day_on_the_train(week: Week) -> None:
    """The day's session and the journal were opened at the station; then there is no network until the next evening."""
    page = week.page
    week.comes(FRIDAY, "08:10")
    goes_on_with_program(week, 3)
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("button", name="Begin")).to_be_enabled(timeout=PATIENCE)
    week.opens_beside("/journal").locator("kept-words[data-ready]").wait_for()

    week.loses_network()
    plays(week, minutes=9, after="All right")
    sees(page.get_by_text("Kept on this device. It is sent by itself"))
    sees(week.open("/today").get_by_role("heading", level=1, name="Good morning"))
    feels(page, "Tense", "A little")
    sees(page.locator("kept-letters").get_by_text("Tense · A little"))
    sees(week.open("/help").get_by_role("heading", name="If today is too much"))
    sees(page.get_by_text("Your country's emergency number is not on this list"))
    journal = page.context.pages[-1]
    journal.bring_to_front()
    writes(journal, "Between two tunnels the sea.")
    sees(journal.get_by_text("Your page is kept on this device"))


def a_day_left_out(week: Week) -> None:
    page = week.page
    journal = page.context.pages[-1]
    week.comes(SATURDAY, "22:30")
    week.finds_network()
    sees(journal.locator(".leafed__words", has_text="Between two tunnels the sea."))
    sees(journal.get_by_text(week.named(FRIDAY)))
    week.open("/today")
    sees(page.get_by_role("heading", name="A quiet night, Mere"))
    sees(page.get_by_text("3 of the last 28 days had a practice in them. 24 minutes in all."))
    sees(page.get_by_text("Day 4 of 7"))
    sees(page.get_by_role("heading", name="How is it now?"))
    expect(page.get_by_text("missed")).to_have_count(0)


def a_late_night(week: Week) -> None:
    """At half past one it is still Sunday, which had an hour more or less than others."""
    page = week.page
    week.comes(SUNDAY, "16:00")
    fills_in_questionnaire(week)
    week.comes(MONDAY, "01:30")
    week.open("/today")
    sees(page.get_by_role("heading", name="Still up, Mere?"))
    sees(page.get_by_text(week.named(SUNDAY)))
    feels(page, "Heavy", "Fairly")
    sees(page.get_by_text("Today: Heavy."))
    goes_on_with_program(week, 4)
    practises(week, minutes=12, after="Calm")


def a_day_in_the_hills(week: Week) -> None:
    """Nothing but the list was opened before; the session comes from the phone's own pocket."""
    page = week.page
    week.comes(MONDAY, "09:00")
    thanks = week.opens_beside("/journal/gratitude")
    week.loses_network()
    week.open("/practice")
    page.get_by_role("link", name="Even breathing").click()
    plays(week, minutes=6, after="Bright")
    sees(page.get_by_text("Kept on this device. It is sent by itself"))
    week.open("/today")
    feels(page, "Bright", "Very")
    sees(page.locator("kept-letters").get_by_text("Bright · Very"))
    page.get_by_label("Your words").fill("From the ridge one sees both seas.")
    page.get_by_role("button", name="Keep this page").click()
    expect(page.get_by_label("Your words")).to_have_value("", timeout=PATIENCE)
    thanks.bring_to_front()
    gives_thanks(thanks, "A dry stone to sit on")
    expect(thanks.get_by_label("1 of ten")).to_have_value("", timeout=PATIENCE)


def the_last_morning(week: Week) -> None:
    page = week.page
    week.comes(TUESDAY, "07:10")
    week.finds_network()
    thanks = page.context.pages[-1]
    sees(thanks.locator("#thanks").get_by_text("A dry stone to sit on"))
    thanks.close()
    week.open("/today")
    feels(page, "All right", "Fairly")
    sees(page.get_by_text("Today: All right."))
    goes_on_with_program(week, 5)
    practises(week, minutes=20, after="Calm")
    writes(week.open("/journal/new"), "Back in the valley.")
    sees(page.locator(".leafed__words", has_text="Back in the valley."))


def it_adds_up(week: Week) -> None:
    page = week.open("/today")
    sees(page.get_by_text("6 of the last 28 days had a practice in them. 62 minutes in all."))
    week.open("/practice/statistics")
    sees(page.get_by_text("On 6 of the last 28 days you practised: 62 minutes in all."))
    sees(page.get_by_text("In the last half year: 62 minutes in 6 sessions, on 6 days."))
    expect(page.locator(".pebble--done")).to_have_count(6)
    expect(page.locator(".pebble").nth(-4)).to_have_class("pebble pebble--not")  # Saturday's
    days = (TUESDAY, MONDAY, MONDAY, FRIDAY, THURSDAY, WEDNESDAY)  # Monday's first was Sunday's last
    for row, day in zip(page.locator(".adds-up .row__note").all(), days, strict=True):
        expect(row).to_contain_text(week.named(day))
    week.open("/programs")
    expect(page.locator(".waiting .stone--done")).to_have_count(5)
    week.open("/analytics")
    sees(page.get_by_text("In these 13 weeks: 62 minutes in 6 sessions, on 6 days. The fullest week had 62 minutes."))
    sees(page.get_by_text("On 5 days of these 13 weeks you wrote something."))
    sees(page.get_by_text("4 pages, 2 lists of what you were thankful for."))


def it_is_told_of_mood_and_journal(week: Week) -> None:
    page = week.open("/mood/history")
    days = (TUESDAY, MONDAY, SUNDAY, FRIDAY, THURSDAY, WEDNESDAY)
    expect(page.locator(".mood-day")).to_have_text([week.named(day) for day in days])
    very, fairly, little = "very strongly", "fairly strongly", "a little"
    moods = ("All right", "Bright", "Heavy", "Tense", "Bright", "Calm")
    strengths = (fairly, very, fairly, little, very, fairly)
    said = [f"{mood}, {strength}" for mood, strength in zip(moods, strengths, strict=True)]
    for entry, words in zip(page.locator("#mood-history .row").all(), said, strict=True):
        expect(entry).to_contain_text(words)
    sees(week.open(f"/journal/calendar?day={week.day(MONDAY)}").get_by_text("From the ridge one sees both seas."))
    sees(week.open("/mood/trends").get_by_text("6 entries"))
    marked = marked_days(week, "/mood/calendar?month={}")
    assert marked == {week.day(day) for day in days}
    written = marked_days(week, "/journal/calendar?month={}")
    assert written == {week.day(day) for day in (WEDNESDAY, THURSDAY, FRIDAY, MONDAY, TUESDAY)}
    sees(week.open("/mood/questionnaires/gad-7").get_by_text("The latest is 7 of 21"))


def marked_days(week: Week, address: str) -> set[date]:
    """The days that are links, in the week's month or in both of its months."""
    found = set()
    for month in {week.day(day).replace(day=1) for day in range(7)}:
        page = week.open(address.format(f"{month:%Y-%m}"))
        numbers = page.locator("a.almanac__day .almanac__number").all_inner_texts()
        found |= {month.replace(day=int(number)) for number in numbers}
    return found


def goes_on_with_program(week: Week, number: int) -> None:
    page = week.open("/programs")
    page.get_by_role("link", name=f"Open day {number}").or_(
        page.get_by_role("link", name="Look at the next day")
    ).click()
    sees(page.get_by_text(f"day {number} of 7"))


def practises(week: Week, *, minutes: int, after: str) -> None:
    week.page.get_by_role("button", name="Start").click()
    plays(week, minutes=minutes, after=after)
    sees(week.page.get_by_text("Change what you said"))


def plays(week: Week, *, minutes: int, after: str) -> None:
    page = week.page
    page.get_by_role("button", name="Begin").click()
    sees(page.get_by_role("button", name="Pause"))
    week.passes(timedelta(minutes=minutes))
    sees(page.get_by_role("heading", name="You have done it"))
    page.locator(".after label", has_text=after).tap()
    page.get_by_role("button", name="Keep this").click()


def feels(page: Page, word: str, strength: str) -> None:
    page.locator(".feel label.chip", has_text=word).tap()
    page.get_by_role("button", name=strength).tap()


def writes(page: Page, words: str) -> None:
    page.locator("kept-words[data-ready]").wait_for()
    page.get_by_label("Your words").fill(words)
    page.get_by_role("button", name="Keep this page").click()


def gives_thanks(page: Page, words: str) -> None:
    page.get_by_label("1 of ten").fill(words)
    page.get_by_role("button", name="Keep this list").click()


def fills_in_questionnaire(week: Week) -> None:
    page = week.open("/mood/questionnaires/gad-7")
    page.get_by_role("button", name="Use it").click()
    for item in page.locator(".sheet__item").all():
        item.locator("label").nth(1).tap()
    page.get_by_role("button", name="Keep these answers").click()
    sees(page.get_by_text("The latest is 7 of 21"))


def sees(what: Locator) -> None:
    expect(what.first).to_be_visible(timeout=PATIENCE)
