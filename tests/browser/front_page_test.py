"""The front page in a real browser."""


def test_the_front_page_opens_and_can_be_used_by_everyone(page, axe):
    answer = page.goto("/")
    assert answer.status == 200
    axe(page)


def test_the_front_page_needs_no_javascript(open_page):
    page = open_page(javascript=False)
    assert page.goto("/").status == 200
    assert page.locator("h1").is_visible()
