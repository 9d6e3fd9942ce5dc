"""Choosing a time in a browser, whatever day it is: weeks and days are walked until one has enough that is free."""

import re

from playwright.sync_api import Locator, Page, expect

OKAFOR = "/practitioners/ngozi-okafor"
WEEKS = 8
PLACE_AMONG_ALL = "time => [...document.querySelectorAll('#times .times > *')].indexOf(time)"


def open_times(page: Page, *, weeks: int = 1, least: int = 8) -> None:
    """Dr Okafor's times, on a day with at least `least` free ones, `weeks` ahead or soon after."""
    page.goto(f"{OKAFOR}/times")
    find_a_day(page, weeks=weeks, least=least)


def find_a_day(page: Page, *, weeks: int = 1, least: int = 8) -> None:
    """A week ahead nothing is too near to be booked, moved or cancelled any more, and midnight may pass meanwhile."""
    for week in range(WEEKS):
        if week >= weeks and (day := next((day for day in days(page) if free_on(day) >= least), None)):
            return choose(page, day)
        before = page.locator(".day b").first.inner_text()
        page.get_by_role("link", name="Week after").click()
        expect(page.locator(".day b").first).not_to_have_text(before)
    raise AssertionError(f"No day has {least} free times")


def days(page: Page) -> list[Locator]:
    return page.locator("a.day").all()


def free_on(day: Locator) -> int:
    return int(re.search(r"(\d+) time", day.inner_text())[1])  # type: ignore[index]


def choose(page: Page, day: Locator) -> None:
    number = day.locator("b").inner_text()
    day.click()
    expect(page.locator(".day[aria-current] b")).to_have_text(number)
