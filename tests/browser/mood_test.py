"""The pad by finger and by keyboard, live on another device, without a network."""

import re

from playwright.sync_api import expect

PHONE = {"width": 390, "height": 844}


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
    phone.get_by_role("button", name="Keep this").click()
    expect(phone.locator("#mood-lately").get_by_text("The tide was out.")).to_be_visible()
    expect(desk.locator("#mood-lately").get_by_text("The tide was out.")).to_be_visible()

    phone.get_by_label("Tense").focus()
    phone.keyboard.press("ArrowDown")
    expect(phone.locator(".mood :checked")).to_have_count(1)
    phone.get_by_label("A line about it").fill("The tide came back.")
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Keep this").click()
    expect(phone.get_by_label("A line about it")).to_have_value("")
    phone.context.set_offline(False)
    phone.evaluate("() => dispatchEvent(new Event('online'))")
    expect(desk.locator("#mood-lately").get_by_text("The tide came back.")).to_have_count(1)
