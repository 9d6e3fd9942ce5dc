"""From a stranger to an appointment, and what both sides see of it: by mouse, by keyboard, without script."""

import re
import time
from collections.abc import Callable

import httpx
from playwright.sync_api import Page, expect

from tests.browser.choosing import OKAFOR, PLACE_AMONG_ALL, find_a_day, open_times

LONGER_THAN_LEAVING = 15_000  # ms: who leaves a page may come back for ten seconds
PHONE = {"width": 390, "height": 844}


def letter_to(live: str, email: str) -> str:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        if items := httpx.get(f"{live}/dev/mailbox.json", params={"to": email}).json()["items"]:
            return str(items[0]["text"])
    raise AssertionError(f"No mail came to {email}")


def arrive(page: Page, live: str, email: str) -> None:
    """Make an account from here, by the mail's link, and come back."""
    page.get_by_label("Your name").fill("Noa Lindqvist")
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password").fill("three herons on a wire")
    page.get_by_role("button", name="Open my account").click()
    page.wait_for_url("**/verify")
    page.goto(re.search(r"http\S+/verify/\S+", letter_to(live, email))[0])
    page.get_by_role("button", name="Open my account").click()


def test_a_stranger_comes_to_an_appointment_and_both_see_it_live(open_page, signed_in, live, axe):
    page = open_page(timezone_id="Europe/Lisbon")
    page.goto("/practitioners?q=Collins")
    page.get_by_role("link", name=re.compile("Jarrah Collins")).first.click()
    page.wait_for_url("**/jarrah-collins**")
    find_a_day(page, least=5)
    page.locator("a.time").first.click()
    page.wait_for_url("**/times/2*")
    wanted = page.locator(".held__time").inner_text()
    axe(page)
    page.get_by_role("link", name="Open an account").click()
    arrive(page, live, "noa-books@example.org")
    page.wait_for_url("**/times/2*")
    assert page.locator(".held__time").inner_text() == wanted
    page.get_by_role("button", name="Hold this time").click()
    expect(page.locator(".held")).to_contain_text("Held for you until")
    page.get_by_text("Add a word beforehand").click()
    axe(page)
    page.get_by_label("A word beforehand").fill("It is about the nights.")
    page.get_by_role("button", name="Book this time").click()
    page.wait_for_url("**/appointments/*")
    expect(page.get_by_role("status").first).to_contain_text("Not confirmed yet")

    desk = signed_in("jarrah.collins", timezone_id="Australia/Sydney")
    desk.goto("/desk")
    request = desk.locator(".request", has_text="Noa Lindqvist")
    expect(request).to_contain_text("It is about the nights.")
    request.get_by_role("button", name="Confirm").click()
    expect(desk.locator(".request", has_text="Noa Lindqvist")).to_have_count(0)
    expect(page.get_by_role("status").first).to_contain_text("Confirmed", timeout=3000)

    page.get_by_role("link", name="Move it").click()
    find_a_day(page, least=5)
    page.locator("a.time").last.click()
    page.get_by_role("button", name="Move it to").click()
    page.wait_for_url(lambda url: url.endswith("/move") is False)
    expect(page.locator(".history")).to_contain_text("You moved it.")
    expect(desk.locator(".request", has_text="Noa Lindqvist")).to_have_count(1, timeout=3000)

    page.get_by_text("Cancel it").click()
    page.get_by_role("button", name=re.compile("^Cancel ")).click()
    expect(page.get_by_role("status").first).to_contain_text("Cancelled")
    expect(desk.locator(".request", has_text="Noa Lindqvist")).to_have_count(0, timeout=3000)


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what has the focus is called so."""
    spoken = "() => { const e = document.activeElement; return e.getAttribute('aria-label') || e.innerText || '' }"
    for _ in range(90):
        page.keyboard.press("Tab")
        if name in page.evaluate(spoken):
            return
    raise AssertionError(f"Tab does not lead to {name!r}")


def test_the_keyboard_is_enough(signed_in):
    page = signed_in("ben", timezone_id="America/New_York")
    open_times(page)
    first = page.locator("button.time").first.inner_text().split()[0]
    page.locator("body").press("Home")
    tab_to(page, first)
    page.keyboard.press("Enter")
    expect(page.locator(".held")).to_be_visible()
    expect(page.get_by_role("button", name="Book this time")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/appointments/*")
    tab_to(page, "Cancel it")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("By keyboard")
    tab_to(page, "Cancel ")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Cancelled")
    tab_to(page, "Take the cancellation back")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Confirmed")


def test_it_works_without_script(signed_in):
    page = signed_in("ben", javascript=False)
    open_times(page, weeks=2)
    page.locator("button.time").first.click()
    assert "Held for you" in page.locator(".held").inner_text()
    page.get_by_role("button", name="Let it go").click()
    assert page.locator(".held").count() == 0
    page.locator("button.time").nth(1).click()
    page.get_by_text("Add a word beforehand").click()
    page.get_by_label("A word beforehand").fill("Without script")
    page.get_by_role("button", name="Book this time").click()
    page.wait_for_url("**/appointments/*")
    page.get_by_role("link", name="Move it").click()
    find_a_day(page, least=5)
    page.locator("a.time").last.click()
    page.get_by_role("button", name="Move it to").click()
    assert "You moved it." in page.locator(".history").inner_text()
    page.get_by_text("Cancel it").click()
    page.get_by_role("button", name=re.compile("^Cancel ")).click()
    assert "Cancelled by you" in page.locator("main").inner_text()


def test_a_hold_greys_the_time_elsewhere_within_a_second_and_nothing_moves(signed_in, open_page):
    ben, stranger = signed_in("ben"), open_page()
    open_times(stranger, weeks=3)
    ben.goto(stranger.url)
    free = stranger.locator("a.time").nth(2)
    instant = re.search(r"/times/([^?]+)", free.get_attribute("href"))[1]
    watched = stranger.locator("#times .times > *").nth(free.evaluate(PLACE_AMONG_ALL))
    place = watched.bounding_box()
    began = time.monotonic()
    ben.locator(f'button.time[value="{instant}"]').click()
    expect(watched).to_have_class(re.compile("time--taken"), timeout=3000)
    assert time.monotonic() - began < 1.5
    assert watched.bounding_box() == place
    ben.goto("/settings")
    expect(watched).not_to_have_class(re.compile("time--taken"), timeout=LONGER_THAN_LEAVING)


def test_a_reload_keeps_the_held_time(signed_in):
    page = signed_in("ben")
    open_times(page, weeks=4)
    page.locator("button.time").nth(2).click()
    time_held = page.locator(".held__time").inner_text()
    page.reload()
    expect(page.locator(".held")).to_contain_text("Held for you")
    page.wait_for_timeout(LONGER_THAN_LEAVING)
    expect(page.locator(".held__digits")).to_have_text(re.compile(r"^4:"))
    assert page.locator(".held__time").inner_text() == time_held


def test_what_is_typed_stays_while_others_hold_times(signed_in, open_page):
    page, amara = signed_in("ben"), signed_in("amara")
    open_times(page, weeks=2)
    page.locator("button.time").nth(2).click()
    page.get_by_text("Add a word beforehand").click()
    note = page.get_by_label("A word beforehand")
    note.press_sequentially("Half a sen")
    version = page.locator("#times").get_attribute("version")
    amara.goto(page.url)
    amara.locator("button.time").last.click()
    expect(page.locator("#times")).not_to_have_attribute("version", version, timeout=3000)
    note.press_sequentially("tence")
    expect(note).to_have_value("Half a sentence")
    expect(note).to_be_focused()


def test_an_appointment_is_moved_on_pages_that_everyone_can_use(signed_in, axe: Callable[..., None]):
    amara = signed_in("amara", viewport=PHONE, color_scheme="dark")
    amara.goto(f"{OKAFOR}/times?view=week")
    axe(amara)
    amara.goto("/appointments")
    amara.locator(".meeting").last.get_by_role("link").first.click()  # weeks ahead, so that it can be moved
    amara.wait_for_url("**/appointments/*")
    axe(amara)
    amara.get_by_role("link", name="Move it").click()
    amara.wait_for_url("**/move")
    axe(amara)
