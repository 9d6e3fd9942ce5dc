"""The library as one types, a session of one's own row by row, a program's day done on another page."""

import re

from playwright.sync_api import expect


def test_the_shelf_follows_and_what_is_made_stays_typed(entered):
    page = entered("ben")
    page.goto("/practice")
    page.get_by_label("What are you looking for?").press_sequentially("ferry", delay=20)
    expect(page.locator(".sleeve")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"/practice\?q=ferry$"))
    page.goto("/practice/own/new")
    page.get_by_label("Its name").fill("By the window")
    page.get_by_label("Words, step 1").fill("Sit down.")
    page.get_by_label("How much, step 2").fill("3")
    page.get_by_label("How much, step 2").press("Tab")
    expect(page.get_by_text("As it stands: 1 min 12 s")).to_be_visible()
    page.get_by_role("button", name="Add a step").click()
    expect(page.locator(".step-own")).to_have_count(5)
    page.get_by_role("button", name="Move step 5 up").click()
    expect(page.get_by_label("How much, step 4")).to_have_value("10")
    expect(page.get_by_label("Words, step 1")).to_have_value("Sit down.")
    page.get_by_role("button", name="Keep this session").last.click()
    expect(page.get_by_role("heading", name="By the window")).to_be_visible()
    page.get_by_role("button", name="Remove it").click()
    expect(page.get_by_role("button", name="Take it back")).to_be_visible()


def test_a_day_that_is_done_is_done_on_every_open_page(entered):
    page = entered("ben")
    page.goto("/programs/seven-quieter-evenings")
    page.get_by_role("button", name="Begin with day 1").click()
    expect(page.get_by_role("heading", name="A landing strip")).to_be_visible()
    elsewhere = page.context.new_page()
    elsewhere.goto(page.url)
    page.get_by_role("button", name="I did this day").click()
    expect(page.get_by_role("heading", name="The worries’ own hour")).to_be_visible()
    expect(elsewhere.locator(".stone--done")).to_have_count(1)
    expect(elsewhere.get_by_role("heading", name="A landing strip")).to_be_visible()
