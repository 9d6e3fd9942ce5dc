"""The pad by finger and by keyboard, live on another device, without a network."""

import re

from playwright.sync_api import expect

PHONE = {"width": 390, "height": 844}
SMALL_PHONE = {"width": 360, "height": 640}
IS_IN_REACH = """(button) => {
  const { left, top, bottom, height } = button.getBoundingClientRect()
  const isOnTop = button.contains(document.elementFromPoint(left + 10, top + height / 2))
  return isOnTop && bottom <= document.querySelector(".places").getBoundingClientRect().top
}"""


def keep(page):
    return page.get_by_role("button", name=re.compile("^Keep"))


def test_on_a_phone_a_check_in_is_two_taps_without_scrolling(signed_in, axe):
    phone = signed_in("ben", viewport=PHONE)
    phone.goto("/mood")
    assert not keep(phone).evaluate(IS_IN_REACH), "nothing lies over the page before there is a word"
    phone.locator(".mood__word", has_text="So-so").click()
    expect(keep(phone)).to_have_text("Keep “So-so”")
    for part in (keep(phone), phone.get_by_label("How strongly?")):
        assert part.evaluate(IS_IN_REACH)
    assert phone.evaluate("scrollY") == 0
    axe(phone)
    phone.keyboard.press("Tab")
    expect(phone.get_by_label("How strongly?")).to_be_focused()

    phone.set_viewport_size(SMALL_PHONE)
    phone.goto("/mood")
    phone.locator(".mood__word", has_text="Empty").click()
    for part in (keep(phone), phone.get_by_label("How strongly?"), phone.get_by_label("Empty")):
        phone.wait_for_function(IS_IN_REACH, arg=part.element_handle())
    keep(phone).click()
    expect(phone.locator("#mood-lately").get_by_text("Empty").first).to_be_visible()


def test_without_a_script_a_word_is_kept_from_the_same_place(entered):
    phone = entered("ben", viewport=PHONE, javascript=False)
    phone.goto("/mood")
    phone.locator(".mood__word", has_text="Restless").click()
    assert keep(phone).bounding_box()["y"] < PHONE["height"]
    keep(phone).click()
    expect(phone.locator("#mood-lately").get_by_text("Restless").first).to_be_visible()


def test_a_word_is_said_by_finger_seen_on_the_other_device_and_waits_without_a_network(signed_in):
    phone, desk = signed_in("ben", viewport=PHONE), signed_in("ben")
    desk.goto("/mood")
    phone.goto("/mood")
    pad = phone.locator(".mood")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    phone.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + box["height"] * 0.7)
    phone.mouse.down()
    phone.mouse.move(box["x"] + box["width"] * 0.86, box["y"] + box["height"] * 0.9, steps=4)
    phone.mouse.up()
    expect(phone.get_by_label("Calm")).to_be_checked()
    expect(phone.locator("[data-pad=valence]")).to_have_value(re.compile(r"0\.7\d"))
    strength = phone.get_by_label("How strongly?")
    strength.focus()
    strength.press("ArrowRight")
    expect(phone.get_by_text("6 of 10")).to_be_visible()
    phone.get_by_label("A line about it").fill("The tide was out.")
    keep(phone).click()
    expect(phone.locator("#mood-lately").get_by_text("The tide was out.")).to_be_visible()
    expect(desk.locator("#mood-lately").get_by_text("The tide was out.")).to_be_visible()

    phone.get_by_label("Tense").focus()
    phone.keyboard.press("ArrowDown")
    expect(phone.locator(".mood :checked")).to_have_count(1)
    phone.get_by_label("A line about it").fill("The tide came back.")
    phone.context.set_offline(True)
    keep(phone).click()
    expect(phone.get_by_label("A line about it")).to_have_value("")
    phone.context.set_offline(False)
    phone.evaluate("() => dispatchEvent(new Event('online'))")
    expect(desk.locator("#mood-lately").get_by_text("The tide came back.")).to_have_count(1)


def test_after_an_alarming_answer_the_first_number_stays_on_a_small_phones_first_screen(signed_in, axe):
    phone = signed_in("amara", viewport=SMALL_PHONE, timezone_id="Europe/Lisbon")
    phone.goto("/mood/questionnaires/phq-9")
    phone.get_by_role("button", name="Use it").click()
    phone.get_by_role("heading", name="Fill it in").wait_for()
    for item in range(9):
        phone.locator(f"#item_{item}-0 label").nth(2 if item == 8 else 0).click()
    phone.get_by_role("button", name="Keep these answers").click()
    phone.wait_for_url("**/help")
    said = phone.get_by_role("status").filter(has_text="You need not be alone with them")
    expect(said.locator(".notice")).to_be_focused()
    for way in (phone.locator("a[href='tel:112']").first, phone.get_by_role("link", name="Leave at once")):
        phone.wait_for_function(IS_IN_REACH, arg=way.element_handle())
    axe(phone)
    said.get_by_role("button", name="Close").click()
    expect(said).to_have_count(0)
    phone.goto("/mood/questionnaires/phq-9")
    expect(phone.get_by_text("Whatever the sum, that deserves someone to talk to.")).to_be_visible()
