"""A held time whose five minutes are over, in a browser whose clock the test moves."""

import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, Route, expect

from kaya import clock
from kaya.care import holds
from tests.browser.choosing import PLACE_AMONG_ALL, open_times

OF_DAYS = re.compile(r"/times\?.*day=")
HEAR = "document.addEventListener('held:over', ({ target }) => { window.heard = target.innerText })"


def test_a_hold_that_runs_out_says_so_in_place_and_the_time_is_free_again(signed_in, open_page, backstage):
    page, stranger = signed_in("ben"), open_page()
    page.clock.install()
    open_times(page, weeks=2)
    stranger.goto(page.url)
    wanted = page.locator("button.time").nth(2)
    held = stranger.locator("#times .times > *").nth(wanted.evaluate(PLACE_AMONG_ALL))
    wanted.click()
    time_held = page.locator(".held__time").inner_text()
    expect(held).to_have_class(re.compile("time--taken"), timeout=3000)
    page.evaluate(HEAR)

    all_is_answered(page)
    page.clock.pause_at(datetime.now(UTC) + timedelta(seconds=30))  # from here on the test moves the page's clock
    let_pass(page, seconds=255)
    expect(page.locator("[aria-live]", has_text="One minute left.")).to_be_attached()
    with clock.moved(by=timedelta(minutes=holds.HOLD_MINUTES)):
        assert holds.sweep()
    let_pass(page, seconds=30)
    page.clock.resume()

    expect(page.get_by_text("Not held, but still free:")).to_be_visible()
    assert page.evaluate("heard").endswith("The time is no longer held.")
    assert page.locator(".held__time").inner_text() == time_held
    expect(held).not_to_have_class(re.compile("time--taken"), timeout=3000)
    page.get_by_role("button", name="Hold this time").click()
    expect(page.locator(".held__digits")).to_have_text(re.compile(r"^(5:00|4:5\d)$"))


def test_an_answer_that_comes_late_does_not_undo_what_was_done_since(signed_in):
    page = signed_in("ben")
    open_times(page, weeks=3)
    late: list[Route] = []
    page.route(OF_DAYS, lambda route: route.continue_() if late else late.append(route))
    with page.expect_request(OF_DAYS):
        page.locator("#times").dispatch_event("stale")
    another = page.locator("a.day:not([aria-current])").first
    number = another.locator("b").inner_text()
    another.click()
    expect(page.locator(".day[aria-current] b")).to_have_text(number)
    shown = page.locator("#times").get_attribute("hx-get")

    with page.expect_response(lambda answer: answer.url.endswith(shown)):
        late[0].continue_()
    expect(page.locator(".day[aria-current] b")).to_have_text(number)
    assert page.locator("#times").get_attribute("hx-get") == shown


def let_pass(page: Page, *, seconds: int) -> None:
    """In steps, and whatever was asked for comes before the next: by its clock the page waits for it a minute."""
    all_is_answered(page)
    for _ in range(seconds // 15):
        page.clock.run_for(15_000)
        all_is_answered(page)


def all_is_answered(page: Page) -> None:
    expect(page.locator(".htmx-request")).to_have_count(0, timeout=20_000)
