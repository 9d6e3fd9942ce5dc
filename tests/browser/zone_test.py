"""The first page in a browser whose zone nobody knows yet."""


def test_the_first_page_comes_in_the_readers_own_zone(open_page):
    page = open_page(timezone_id="Asia/Tokyo")
    page.goto("/practitioners")
    page.get_by_text("Times are yours, in Tokyo.").wait_for()


def test_without_script_it_says_by_which_clock(open_page):
    page = open_page(javascript=False, timezone_id="Asia/Tokyo")
    page.goto("/practitioners")
    assert "Times are by the clock in" in page.locator(".directory__said").inner_text()
