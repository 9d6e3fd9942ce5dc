"""Notifications in a real browser: the bell of one window keeps up with what is done in another."""

import re


def test_what_is_read_in_one_window_is_read_in_the_other(signed_in, axe):
    here = signed_in("okafor")
    there = here.context.new_page()
    for page in (here, there):
        page.goto("/notifications")
        page.locator("#bell").get_by_text(re.compile(r"\d new")).wait_for(state="attached")
    axe(here)
    here.get_by_role("button", name="Mark all as read").click()
    for page in (here, there):
        page.locator("#bell .places__count").wait_for(state="detached")
        page.get_by_role("button", name="Mark all as read").wait_for(state="detached")


def test_opening_one_without_javascript_leads_on(signed_in):
    page = signed_in("amara", javascript=False)
    page.goto("/notifications")
    page.locator(".notification__opener").first.click()
    assert "/notifications" not in page.url
    page.goto("/notifications/preferences")
    page.get_by_label("An appointment was moved: by mail").uncheck()
    page.get_by_role("button", name="Save what I am told").click()
    assert not page.get_by_label("An appointment was moved: by mail").is_checked()


def test_staff_see_to_the_house(signed_in, axe):
    page = signed_in("admin")
    page.goto("/staff/organisation")
    axe(page)
    page.get_by_role("link", name="Yaba house").click()
    axe(page)
    page.locator("#room-name").fill("Moon room")
    page.get_by_role("button", name="Add a room").click()
    page.get_by_role("button", name="Remove Moon room").click()
    page.get_by_role("button", name="Remove Moon room").wait_for(state="detached")
