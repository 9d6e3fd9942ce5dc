"""The player in a browser: one clock, which a reload, a sleep and a lost network leave whole; rooms in one breath."""

import re
from uuid import UUID

from playwright.sync_api import Page, expect

from kaya.db import db
from kaya.practice.models import PracticeSession, SessionState
from tests.browser.conftest import PASSWORD
from tests.browser.waiting import HAS_POCKET, HAS_WORKER, until

A_SECOND = 1000
BEGIN = re.compile("^(Begin|Go on)$")
KEPT_HERE = "JSON.stringify({ ...localStorage })"
LEFT = "[data-part=left]"
STATE = "document.querySelector('.calm__room').dataset.state"
SHOWN_BEFORE_AND_AFTER = """() => {
  const player = document.querySelector("practice-player")
  const says = document.querySelector(".player__says")
  const shown = (way, from) => (player.seek(way), player.seek(from), says.textContent + " " + player.dataset.mode)
  const firsts = player.steps.filter(({ line, n }) => line !== player.steps[n - 1]?.line)
  return firsts.map(({ from }) => [shown(0, from), shown(player.length - 1, from)])
}"""
IS_ALL_SEEN = """() => {
  const edges = (name) => document.querySelector(name).getBoundingClientRect()
  const isBelowTop = edges(".player__title").top >= edges(".calm__top").bottom
  return isBelowTop && edges(".player__says").bottom <= edges(".calm__foot").top
}"""
NOTE_PHASES = """
window.phases = []
document.addEventListener("breath:phase", ({ detail }) =>
  (document.body.dataset.phases = phases.push([detail.name, performance.timeOrigin + performance.now()])))
"""


def test_a_session_goes_on_through_a_reload_a_sleep_and_a_lost_network(signed_in, backstage, axe):
    page = signed_in("ben", service_workers="allow", viewport={"width": 390, "height": 844})
    until(page, HAS_WORKER)
    page.clock.install()
    begin(page, "even-breathing", minutes=3)
    axe(page)
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()

    page.clock.fast_forward(70 * A_SECOND)  # the device slept: the player is where the clock says
    assert 100 < left(page) <= 110
    before = left(page)
    page.reload()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    assert before - 8 < left(page) <= before
    expect(page.locator("[data-part=phase]")).to_have_text(re.compile("Breathe (in|out)"))

    page.context.set_offline(True)
    before = left(page)
    page.reload()  # what the device kept of the page opens it, and it goes on
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    assert before - 8 < left(page) <= before
    page.clock.fast_forward(left(page) * A_SECOND)
    page.clock.run_for(2 * A_SECOND)
    expect(page.get_by_role("heading", name="You have done it")).to_be_focused()
    axe(page)
    assert 174 <= int(page.locator("[name=played]").input_value()) <= 180, "what it ran through asleep counts"
    page.get_by_label("Calm", exact=True).check(force=True)
    page.get_by_label("A note for yourself").fill("Slower than the trains.")
    page.get_by_role("button", name="Keep this").click()
    expect(page.get_by_text("Kept on this device. It is sent by itself")).to_be_visible()
    assert session_of(page, backstage).state == SessionState.STARTED
    notice = page.locator("#notices").get_by_text("Kept on this device. It goes out by itself")
    notice.hover()  # so that it does not fade by itself

    page.context.set_offline(False)
    expect(page.get_by_text("It has been sent.")).to_be_visible()
    expect(notice).to_have_count(0)
    held = session_of(page, backstage)
    assert (held.state, held.mood_after, held.notes) == (SessionState.COMPLETED, 4, "Slower than the trains.")
    assert held.seconds == held.length
    page.reload()
    expect(page.get_by_role("paragraph").filter(has_text="Slower than the trains.")).to_be_visible()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        axe(page)


def test_a_note_that_is_not_sent_yet_is_its_writers_alone(signed_in, live):
    page = signed_in("ben", service_workers="allow")
    until(page, HAS_WORKER)
    begin(page, "even-breathing", minutes=3)
    page.get_by_role("button", name="Begin").click()
    page.evaluate("document.querySelector('practice-player').seek(178)")
    expect(page.get_by_role("heading", name="You have done it")).to_be_visible()
    page.get_by_label("A note for yourself").fill("Only the pelican knows.")
    page.wait_for_function("() => Object.keys(localStorage).some((each) => each.startsWith('practice.draft.'))")
    assert "pelican" not in page.evaluate(KEPT_HERE)
    session = page.url
    page.reload()
    expect(page.get_by_label("A note for yourself")).to_have_value("Only the pelican knows.")

    leave(page)
    assert "pelican" not in page.evaluate(KEPT_HERE)
    assert "practice.session." not in page.evaluate(KEPT_HERE)
    assert not page.evaluate("caches.has('kaya-own')"), "the page with its key is gone"
    enter(page, live, "chipo.moyo")
    page.evaluate("id => localStorage.setItem('practice.session.' + id, '{}')", session[-36:])
    leave(page)
    enter(page, live, "ben")
    assert "practice.session." not in page.evaluate(KEPT_HERE)
    page.goto(session)
    expect(page.get_by_label("A note for yourself")).to_have_value("Only the pelican knows.")
    with page.expect_navigation():
        page.get_by_role("button", name="Keep this").click()
    expect(page.get_by_role("paragraph").filter(has_text="Only the pelican knows.")).to_be_visible()
    assert "practice.draft." not in page.evaluate(KEPT_HERE)


def enter(page: Page, live: str, name: str) -> None:
    page.goto(f"{live}/login")
    page.get_by_label("Email").fill(f"{name}@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(lambda url: not url.endswith("/login"))


def leave(page: Page) -> None:
    page.goto("/settings/account")
    page.get_by_role("button", name="Sign out", exact=True).first.click()
    expect(page.get_by_text("You are signed out.")).to_be_visible()


def test_a_session_begins_without_a_network_and_is_one_on_return(signed_in, backstage):
    page = signed_in("ben", service_workers="allow")
    until(page, HAS_WORKER, HAS_POCKET)
    page.clock.install()
    page.context.set_offline(True)
    page.goto("/practice")
    page.get_by_role("link", name="Even breathing").click()
    page.get_by_role("button", name="Begin").click()
    page.clock.fast_forward(359 * A_SECOND)
    page.clock.run_for(2 * A_SECOND)
    page.get_by_label("A note for yourself").fill("On the ferry.")
    page.get_by_role("button", name="Keep this").click()
    expect(page.get_by_text("Kept on this device. It is sent by itself")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text("It has been sent.")).to_be_visible()
    db.session.rollback()
    newest = db.select(PracticeSession).order_by(PracticeSession.id.desc()).limit(1)
    held = db.session.scalars(newest).one()
    assert (held.title, held.state, held.notes) == ("Even breathing", SessionState.COMPLETED, "On the ferry.")


def test_the_keyboard_leads_it_and_nothing_is_left_by_mistake(signed_in):
    page = signed_in("ben")
    begin(page, "four-even-sides", minutes=5)
    page.locator("h1").click()
    page.keyboard.press(" ")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    page.keyboard.press(" ")
    expect(page.get_by_role("button", name="Go on")).to_be_visible()
    told = page.get_by_role("status").and_(page.locator("[data-part=told]"))
    expect(told).to_have_text("Paused")
    page.keyboard.press("t")
    expect(told).to_have_text("Time left: " + page.locator(LEFT).inner_text())
    expect(page.locator(".player__says")).to_have_text("Sit so that your back can be long without effort.")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".player__says")).to_have_text(re.compile("^We will draw a square"))
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(LEFT)).to_have_text("5:00")
    page.get_by_role("button", name="All the steps").click()
    page.get_by_role("button", name="Go to 0:45").click()
    page.keyboard.press("Escape")
    expect(page.locator(LEFT)).to_have_text("4:15")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Leave this session?")).to_be_visible()
    page.get_by_role("button", name="Stay").click()
    for back, forth in page.evaluate(SHOWN_BEFORE_AND_AFTER):
        assert back == forth, "what one reads after a leap is what is said there, wherever one came from"
    page.keyboard.press("m")
    assert page.evaluate("JSON.parse(localStorage.getItem('practice.choices')).muted")
    page.get_by_role("link", name="End and go back").click()
    page.get_by_role("button", name="End it here").click()
    expect(page.get_by_role("heading", name="That counts")).to_be_visible()


def test_what_is_skipped_and_paused_is_not_practised(signed_in, backstage):
    page = signed_in("ben")
    page.clock.install()
    begin(page, "even-breathing", minutes=3)
    page.get_by_role("button", name="Begin").click()
    page.clock.run_for(4 * A_SECOND)
    page.get_by_role("button", name="Pause").click()
    page.clock.run_for(40 * A_SECOND)
    page.evaluate("document.querySelector('practice-player').seek(175)")
    page.get_by_role("button", name="Go on").click()
    page.clock.run_for(6 * A_SECOND)
    expect(page.get_by_role("heading", name="You have done it")).to_be_visible()
    played = int(page.locator("[name=played]").input_value())
    assert 8 <= played <= 20
    with page.expect_navigation():
        page.get_by_role("button", name="Keep this").click()
    held = session_of(page, backstage)
    assert (held.state, held.seconds) == (SessionState.COMPLETED, 180)
    assert 0 < held.played <= played


def test_another_device_goes_along_and_takes_over(signed_in):
    phone, tablet = signed_in("ben"), signed_in("ben")
    begin(phone, "even-breathing", minutes=6)
    phone.get_by_role("button", name="Begin").click()
    phone.evaluate("document.querySelector('practice-player').seek(100)")
    tablet.goto(phone.url)
    expect(tablet.get_by_text("Playing on another device of yours.")).to_be_visible()
    assert abs(left(tablet) - left(phone)) <= 1
    expect(tablet.locator(".breath__word")).to_have_text(phone.locator(".breath__word").inner_text())

    tablet.get_by_role("button", name="Go on here").click()
    expect(phone.get_by_text("Playing on another device of yours.")).to_be_visible()
    assert [phone.evaluate(STATE), tablet.evaluate(STATE)] == ["following", "playing"]
    tablet.evaluate("document.querySelector('practice-player').seek(358)")
    expect(tablet.get_by_role("heading", name="You have done it")).to_be_visible()
    expect(phone.get_by_role("heading", name="You have done it")).to_be_visible()


def test_a_bar_fills_for_those_who_want_no_motion(signed_in, axe):
    page = signed_in("ben", reduced_motion="reduce")
    begin(page, "even-breathing", minutes=3)
    for size in ((320, 568), (640, 360), (360, 640)):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        assert page.evaluate(IS_ALL_SEEN), size
    page.get_by_role("button", name="Begin").click()
    page.evaluate("document.querySelector('practice-player').leap(1)")
    go_to_first_breath(page)
    bar = page.locator(".breath__bar")
    expect(bar).to_be_visible()
    expect(bar).not_to_have_js_property("value", 0)
    assert page.evaluate("document.querySelector('.breath').getAnimations({ subtree: true }).length") == 0
    axe(page)


def test_a_room_is_in_the_same_breath_in_two_browsers(signed_in, open_page, axe):
    """Each knows only its own clock, which begins when its page does, and the server's by a few round trips."""
    pages = [signed_in("ben"), signed_in("amara")]
    for page in pages:
        page.add_init_script(NOTE_PHASES)
        page.goto("/practice/rooms/four-sides")
    for page in pages:
        expect(page.locator("[data-part=here]")).to_have_text("2 are breathing here")
        page.evaluate("phases.length = 0")
    for page in pages:
        expect(page.locator("body[data-phases='3']")).to_be_attached(timeout=15_000)
    ours, theirs = (page.evaluate("phases") for page in pages)
    apart = [abs(at - nearest(theirs, name, at)) for name, at in ours[:3]]
    assert max(apart) < 200, apart
    axe(pages[0])


def nearest(phases: list[tuple[str, float]], name: str, at: float) -> float:
    return min((when for each, when in phases if each == name), key=lambda when: abs(when - at), default=0)


def begin(page: Page, slug: str, *, minutes: int) -> None:
    page.goto(f"/practice/sessions/new?practice={slug}&minutes={minutes}")
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.get_by_role("button", name=BEGIN)).to_be_enabled()


def go_to_first_breath(page: Page) -> None:
    page.evaluate(
        "(player => player.seek(player.steps.find(({ kind }) => kind === 'in').from))"
        "(document.querySelector('practice-player'))"
    )


def left(page: Page) -> int:
    """Seconds."""
    whole, _, part = page.locator(LEFT).inner_text().partition(":")
    return int(whole) * 60 + int(part)


def session_of(page: Page, backstage: object) -> PracticeSession:
    db.session.rollback()
    id = UUID(page.url.rstrip("/").rsplit("/", 1)[1])
    return db.session.get_one(PracticeSession, id)
