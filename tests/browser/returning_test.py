"""A page that was away is right again at once."""

from playwright.sync_api import expect

LONG_ENOUGH = 6000  # ms: by now the connection is tried only every few seconds
A_SECOND = 1000


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
