"""A page that was away is right again at once."""

import re

from playwright.sync_api import expect

from tests.browser.choosing import PLACE_AMONG_ALL, open_times

LONG_ENOUGH = 6000  # ms: by now the connection is tried only every few seconds
A_SECOND = 1000
TAKEN = re.compile("time--taken")
LONG = 90  # seconds, by the clock of the page: the server has long given its socket up too


def test_a_page_that_was_offline_is_right_within_a_second(signed_in):
    away, here = signed_in("amara"), signed_in("amara")
    for page in (away, here):
        page.goto("/notifications")
    everything = here.get_by_role("button", name="Mark all as read")
    expect(away.get_by_role("button", name="Mark all as read")).to_be_visible()
    away.context.set_offline(True)
    everything.click()
    expect(everything).to_have_count(0)
    away.wait_for_timeout(LONG_ENOUGH)
    expect(away.get_by_role("button", name="Mark all as read")).to_be_visible()
    away.context.set_offline(False)
    expect(away.get_by_role("button", name="Mark all as read")).to_have_count(0, timeout=A_SECOND)


def test_a_page_that_was_offline_for_long_is_right_within_a_second(signed_in, open_page):
    away, here = open_page(), signed_in("ben")
    away.clock.install()
    open_times(away, weeks=3)
    here.goto(away.url)
    wanted = here.locator("button.time").nth(4)
    watched = away.locator("#times .times > *").nth(wanted.evaluate(PLACE_AMONG_ALL))
    away.context.set_offline(True)
    wanted.click()
    expect(here.locator(".held")).to_be_visible()
    for _ in range(LONG):
        away.clock.run_for(A_SECOND)
    expect(watched).not_to_have_class(TAKEN)
    away.context.set_offline(False)
    expect(watched).to_have_class(TAKEN, timeout=A_SECOND)
