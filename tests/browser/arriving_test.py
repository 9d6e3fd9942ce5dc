"""Arriving: from the form, through the mail, to one's own settings; with script and without."""

import re
import time

import httpx
import pytest


def letter_to(live: str, email: str) -> str:
    """The newest mail's text; the server's own jobs have to write it down first."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        items = httpx.get(f"{live}/dev/mailbox.json", params={"to": email}).json()["items"]
        if items:
            return items[0]["text"]
    raise AssertionError(f"No mail came to {email}")


def register(page, email: str) -> None:
    page.get_by_label("Your name").fill("Noa Lindqvist")
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password").fill("three herons on a wire")
    page.get_by_role("button", name="Open my account").click()
    page.wait_for_url("**/verify")


@pytest.mark.parametrize(
    "viewport", [{"width": 390, "height": 844}, {"width": 1280, "height": 800}], ids=["phone", "desk"]
)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_someone_arrives_by_the_mails_link(open_page, live, axe, viewport, theme):
    page = open_page(viewport=viewport, color_scheme=theme, timezone_id="Africa/Lagos")
    email = f"noa-{theme}-{viewport['width']}@example.org"
    page.goto("/register?next=/settings")
    assert page.get_by_text("Lagos", exact=True).is_visible()
    assert not page.locator("select[name=timezone]").is_visible()
    axe(page)
    register(page, email)
    axe(page)
    page.goto(re.search(r"http\S+/verify/\S+", letter_to(live, email))[0])
    axe(page)
    page.get_by_role("button", name="Open my account").click()
    page.wait_for_url("**/settings")
    assert page.get_by_label("Time zone").input_value() == "Africa/Lagos"
    for path in ("/settings", "/settings/preferences", "/settings/account"):
        page.goto(path)
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def test_someone_arrives_by_the_code_without_script(open_page, live):
    page = open_page(javascript=False)
    page.goto("/register?next=/settings")
    page.locator("select[name=timezone]").select_option("Europe/Athens")
    register(page, "noa-plain@example.org")
    page.get_by_label("The six digits").fill(re.search(r"\b\d{6}\b", letter_to(live, "noa-plain@example.org"))[0])
    page.get_by_role("button", name="Come in").click()
    page.wait_for_url("**/settings")
    assert page.get_by_label("Time zone").input_value() == "Europe/Athens"


def test_a_mistake_is_focused_and_what_was_typed_stays(page, axe):
    page.goto("/login?next=/settings")
    page.get_by_label("Email address").fill("amara@example.org")
    page.get_by_label("Password").fill("not hers")
    page.get_by_role("button", name="Sign in").click()
    assert page.get_by_text("do not belong together").is_visible()
    assert page.get_by_label("Email address").input_value() == "amara@example.org"
    axe(page)


def test_someone_signs_in_and_out(signed_in):
    page = signed_in("amara")
    page.goto("/settings/account")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_load_state()
    page.goto("/settings")
    assert "/login" in page.url
