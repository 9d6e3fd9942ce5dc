"""Letters that several send at once: two tabs, or one page twice."""

import pytest
from playwright.sync_api import Page, Route, expect
from sqlalchemy import select

from kaya.accounts.models import User
from kaya.db import db
from kaya.practice.models import PracticeSession, SessionState
from tests.browser.waiting import LETTERS, until

HOLD_OUTBOX = """() => {
  navigator.locks.request("kaya-outbox", () => new Promise((free) => (window.free = free)))
}"""
WAITING_TO_SEND = """async () => {
  const { pending } = await navigator.locks.query()
  return pending.filter(({ name }) => name === "kaya-outbox").length
}"""
BEFORE_OTHERS = "() => { localStorage.setItem('outbox', '1'); dispatchEvent(new Event('online')) }"
NOTE = "Both at once."


@pytest.fixture
def playing(signed_in) -> Page:
    page = signed_in("ben")
    page.goto("/practice/sessions/new?practice=even-breathing&minutes=3")
    page.get_by_role("button", name="Start", exact=True).click()
    page.get_by_role("button", name="Begin").click()
    return page


@pytest.fixture
def newest(backstage):
    def read() -> PracticeSession:
        db.session.rollback()
        his = (
            select(PracticeSession)
            .join(User, User.id == PracticeSession.user_id)
            .where(User.email == "ben@example.org")
        )
        found = db.session.scalars(his.order_by(PracticeSession.id.desc())).first()
        assert found
        return found

    return read


def test_keeping_a_session_leads_on_though_the_word_of_its_end_was_still_on_the_way(playing, newest):
    """The end is said by itself; how it was takes its place, and goes with whatever sends next."""
    playing.evaluate(HOLD_OUTBOX)
    come_to_its_end(playing)
    wait_to_send(playing, 1)
    keep(playing)
    wait_to_send(playing, 2)
    playing.evaluate("free()")
    expect(playing.get_by_role("paragraph").filter(has_text=NOTE)).to_be_visible()
    assert (newest().state, newest().notes) == (SessionState.COMPLETED, NOTE)


def test_what_a_newer_one_took_the_place_of_does_not_come_back_when_it_is_refused(playing, newest):
    other = playing.context.new_page()
    other.goto("/mood")
    held: list[Route] = []
    playing.context.route("**/completion", lambda route: route.continue_() if held else held.append(route))
    other.evaluate(HOLD_OUTBOX)
    other.evaluate(BEFORE_OTHERS)
    wait_to_send(other, 1)
    come_to_its_end(playing)
    wait_to_send(playing, 2)
    other.evaluate("free()")
    wait_to_send(playing, 1)
    keep(playing)
    wait_to_send(playing, 2)
    held[0].fulfill(status=422)
    expect(playing.get_by_role("paragraph").filter(has_text=NOTE)).to_be_visible()
    assert newest().notes == NOTE
    assert playing.evaluate(LETTERS) == "[]"


def test_what_another_tab_sent_and_was_refused_is_said_by_the_page_that_wrote_it(signed_in):
    page = signed_in("ben")
    page.goto("/mood")
    other = page.context.new_page()
    other.goto("/mood")
    refused: list[Route] = []
    page.context.route("**/mood", lambda route: refuse_first(route, refused))
    other.evaluate(HOLD_OUTBOX)
    other.evaluate(BEFORE_OTHERS)
    wait_to_send(other, 1)
    page.get_by_label("Calm", exact=True).first.check(force=True)
    page.get_by_role("button", name="Keep").first.click()
    wait_to_send(page, 2)
    other.evaluate("free()")
    until(page, f"async () => (await ({LETTERS})()) === '[]'")
    assert refused
    expect(page.locator("#notices").get_by_text("Kept on this device")).to_have_count(0)


def refuse_first(route: Route, refused: list[Route]) -> None:
    if route.request.method == "POST" and not refused:
        refused.append(route)
        route.fulfill(status=422)
    else:
        route.continue_()


def come_to_its_end(page: Page) -> None:
    page.evaluate("document.querySelector('practice-player').seek(179)")
    expect(page.get_by_role("heading", name="You have done it")).to_be_visible()


def keep(page: Page) -> None:
    page.get_by_label("A note for yourself").fill(NOTE)
    page.get_by_role("button", name="Keep this").click()


def wait_to_send(page: Page, number: int) -> None:
    until(page, f"async () => (await ({WAITING_TO_SEND})()) === {number}")
