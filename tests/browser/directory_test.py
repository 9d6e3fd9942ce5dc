"""Finding someone in a real browser: as one types, by what is chosen, without script; both themes, small and large."""

import re

from playwright.sync_api import expect


def test_the_list_follows_as_one_types_and_so_does_the_address(page):
    page.goto("/practitioners")
    page.get_by_label("What is it about, or who?").press_sequentially("okafor", delay=20)
    expect(page.locator("#directory .row")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"/practitioners\?q=okafor$"))
    assert page.evaluate("document.activeElement.id") == "q"


def test_a_filter_narrows_and_can_be_dropped(page):
    page.goto("/practitioners?q=okafor")
    page.get_by_label("How", exact=True).select_option("in_person")
    expect(page.get_by_role("heading", name="Nobody fits all of that")).to_be_visible()
    page.get_by_role("link", name="In person drop this").click()
    expect(page.locator("#directory .row")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"/practitioners\?q=okafor$"))


def test_without_script_one_asks_at_the_front_door(open_page):
    page = open_page(javascript=False)
    page.goto("/")
    page.get_by_label("What is it about?").fill("okafor")
    page.get_by_role("button", name="See who is free").click()
    assert page.locator("#directory .row").count() == 1
    page.get_by_role("link", name=re.compile("Okafor")).click()
    assert page.locator("h1").inner_text() == "Dr. Ngozi Okafor"
