"""A practitioner changes hours and sees at once what the coming weeks would be."""

from playwright.sync_api import expect


def test_the_preview_follows_what_is_typed_and_rows_come_and_go(signed_in):
    page = signed_in("okafor")
    page.goto("/desk/availability")
    page.get_by_role("button", name="Add hours on Friday").click()
    expect(page.get_by_label("Friday, from")).to_be_focused()
    page.get_by_label("Friday, from").fill("07:00")
    page.get_by_label("Friday, until").fill("08:30")
    page.get_by_label("Friday, until").blur()
    expect(page.locator("#coming")).to_contain_text("07:00–08:30")
    page.get_by_label("Friday, until").fill("06:00")
    page.get_by_role("button", name="Keep these hours").click()
    expect(page.locator(".form__mistakes")).to_contain_text("This ends before it has begun.")
    page.get_by_role("button", name="Take this away: Friday").click()
    expect(page.get_by_label("Friday, from")).to_have_count(0)
    expect(page.locator(".coming__day--free", has_text="Fri")).to_have_count(2)
    page.get_by_role("button", name="Keep these hours").click()
    expect(page.locator("#notices")).to_contain_text("Your hours are kept.")


def test_rows_come_without_script_too(signed_in):
    page = signed_in("okafor", javascript=False)
    page.goto("/desk/availability")
    page.get_by_role("button", name="Add hours on Sunday").click()
    page.get_by_label("Sunday, from").fill("07:00")
    page.get_by_label("Sunday, until").fill("08:30")
    page.get_by_role("button", name="Look at the coming weeks").click()
    assert "07:00–08:30" in page.locator("#coming").inner_text()
    assert page.get_by_label("Sunday, from").input_value() == "07:00"
