"""Without a network: help opens with one's plan; what is written is kept, and arrives once on return."""

import re
import time

import pytest
from playwright.sync_api import expect
from sqlalchemy import func, select

from kaya.accounts.models import User
from kaya.db import db
from kaya.help import planning
from kaya.mood.models import MoodEntry
from kaya.once.models import KeptKey
from kaya.practice.models import Practice, PracticeSession, SessionState
from tests.browser.conftest import PASSWORD
from tests.browser.waiting import HAS_POCKET, HAS_WORKER, LETTERS, until

GREETING = re.compile("Still up|Good (morning|afternoon|evening)|A quiet night")
HAS_HELP = "async () => (await (await caches.open('kaya-own')).match('/help')) !== undefined"
HAS_PORTUGAL = HAS_HELP.replace("/help", "/help?country=PT")
SPEAKS_AS_SHE_DOES = "async () => (await (await caches.match('/language'))?.text()) === 'en'"
OWN_PAGES = "async () => (await (await caches.open('kaya-own')).keys()).map((each) => new URL(each.url).pathname)"


@pytest.fixture
def written(backstage):
    """What is on Amara's plan, under a heading; and how often it was sent by the outbox."""

    def read() -> tuple[str, int]:
        db.session.rollback()
        amara = db.session.scalars(select(User).where(User.email == "amara@example.org")).one()
        sent = select(func.count()).select_from(KeptKey).where(KeptKey.endpoint == "help.plans.update")
        return planning.plan_of(amara).coping, db.session.scalar(sent)

    return read


@pytest.fixture
def said(backstage):
    """What she said of her mood, in that order."""

    def read() -> list[str]:
        db.session.rollback()
        hers = select(MoodEntry.word).join(User, User.id == MoodEntry.user_id).where(User.email == "amara@example.org")
        return list(db.session.scalars(hers.order_by(MoodEntry.created_at, MoodEntry.id)))

    return read


def test_a_day_without_a_network(signed_in, written, said, axe):
    page = signed_in("amara", service_workers="allow", viewport={"width": 390, "height": 844})
    until(page, HAS_WORKER)

    page.goto("/help")
    axe(page)
    page.get_by_role("button", name="Not here").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    told = page.get_by_role("status").filter(has_text="It is kept on this device now")
    told.wait_for()
    assert told.evaluate("(told) => told === document.activeElement")
    until(page, HAS_HELP)
    page.reload()
    page.get_by_text("It is kept on this device too").wait_for()
    assert not page.get_by_text("Keep it on this device?").count()
    before, spoken = written()[1], said()

    page.goto("/help/plan")
    page.context.set_offline(True)
    page.get_by_text("There is no network just now.").wait_for()
    page.get_by_label("What I can do by myself").fill("Ring Ifeoma, and walk to the river.")
    page.get_by_role("button", name="Keep my plan").click()
    page.get_by_text("Kept on this device. It goes out by itself").wait_for()
    assert written() != ("Ring Ifeoma, and walk to the river.", before)

    page.goto("/help")
    page.get_by_role("heading", name="My plan").wait_for()
    assert page.get_by_role("link", name="Call Ifeoma").get_attribute("href") == "tel:+351912000117"
    assert page.get_by_role("link", name="112").first.is_visible()
    axe(page)
    page.goto("/appointments")
    page.get_by_role("heading", name="There is no network just now.").wait_for()
    axe(page)
    for address in ("/mood/trends", "/practice/own", "/journal/calendar", "/programs"):
        page.goto(address)
        page.get_by_text("The page that you wanted is not kept on this device").wait_for()
    page.goto("/today")
    page.get_by_role("heading", level=1, name=GREETING).wait_for()
    page.locator("label.chip", has_text="Calm").click()
    page.get_by_role("button", name="Fairly").click()
    page.locator("kept-letters").get_by_text("Calm · Fairly").wait_for()
    axe(page)

    page.context.set_offline(False)
    page.goto("/help")
    page.wait_for_function("() => !localStorage.getItem('outbox')")
    page.evaluate("() => dispatchEvent(new Event('online'))")
    assert written() == ("Ring Ifeoma, and walk to the river.", before + 1)
    assert said() == [*spoken, "calm"]

    page.goto("/settings/account")
    page.get_by_role("button", name="Sign out", exact=True).first.click()
    page.wait_for_url("**/")
    assert page.evaluate(OWN_PAGES) == []
    assert page.evaluate("localStorage.getItem('pocket')") is None
    page.context.set_offline(True)
    page.goto("/help")
    page.get_by_role("heading", name="A plan of your own").wait_for()
    assert not page.get_by_text("Ifeoma").count()


@pytest.fixture
def on_the_device(signed_in):
    """A page on Chipo's phone, which knows Kaya, and has no network any more."""
    page = signed_in("chipo.moyo", service_workers="allow", viewport={"width": 390, "height": 844})
    until(page, HAS_WORKER, HAS_POCKET, SPEAKS_AS_SHE_DOES)
    page.goto("/today")
    page.context.set_offline(True)
    return page


@pytest.fixture
def began(backstage):
    """What Chipo began, each as often as it arrived."""

    def read() -> list[str]:
        db.session.rollback()
        hers = select(Practice.slug).join(PracticeSession).join(User, User.id == PracticeSession.user_id)
        mine = hers.where(User.email == "chipo.moyo@example.org", PracticeSession.state == SessionState.STARTED)
        return sorted(db.session.scalars(mine))

    return read


def test_the_app_opens_on_a_day_in_which_one_can_write_and_practise(on_the_device, began, axe):
    page = on_the_device
    page.goto("/journal")
    page.get_by_role("heading", level=1, name=GREETING).wait_for()
    paper = page.get_by_placeholder("Begin anywhere.")
    paper.fill("The lamp by the door went out.")
    until(page, f"async () => (await ({LETTERS})()).includes('lamp')")
    page.reload()
    until(page, "async () => document.querySelector('#body').value === 'The lamp by the door went out.'")
    paper.fill("The lamp by the door went out, and nobody minded.")
    page.get_by_role("button", name="Keep this page").click()
    page.locator("kept-letters").get_by_text("nobody minded").wait_for()
    assert paper.input_value() == ""
    axe(page)

    page.goto("/mood")
    page.locator(".mood__word", has_text="Tired").click()
    page.get_by_label("A few words").fill("Long day.")
    page.get_by_role("button", name="Keep this", exact=True).click()
    page.locator("kept-letters").get_by_text("Tired Long day.").wait_for()

    page.goto("/practice")
    kept = page.locator("kept-sessions")
    for purpose in ("Suggested for you", "To come to rest", "To fall asleep", "To feel the ground"):
        kept.get_by_text(re.compile(f"{purpose} · \\d+ minutes?")).wait_for()
    kept.get_by_role("link", name="Even breathing").click()
    page.get_by_role("button", name="Begin").wait_for()
    page.go_back()
    page.get_by_role("heading", name="To practise now").wait_for()
    page.goto("/practice/even-breathing")  # its page in the library is not here, and it is
    page.wait_for_url("**/practice/sessions/pocket/even-breathing?**")
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("button", name="Pause").wait_for()
    page.goto("/practice/lights-out")
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("button", name="Pause").wait_for()
    page.goto("/practice")
    kept.get_by_text("It waits where you left it.").nth(1).wait_for()
    kept.get_by_role("link", name="Even breathing").click()
    page.get_by_role("button", name="Pause").wait_for()  # for it was left a moment ago
    page.goto("/practice")

    page.context.set_offline(False)  # and what is opened next is the real page
    page.get_by_role("heading", level=1, name="What would do you good?").wait_for()
    page.wait_for_function("() => !localStorage.getItem('outbox')")
    page.goto("/journal")
    assert page.get_by_text("The lamp by the door went out, and nobody minded.").count() == 1
    page.goto("/mood/history")
    page.get_by_text("Long day.").wait_for()
    assert began() == ["even-breathing", "lights-out"]


def test_where_nothing_can_be_kept_nobody_is_asked(signed_in):
    page = signed_in("amara")
    page.goto("/help")
    page.get_by_role("heading", name="Keep it on this device?").wait_for()
    page.add_init_script("delete Navigator.prototype.serviceWorker")  # as over plain http on a network
    page.reload()
    page.get_by_role("heading", name="My plan").wait_for()
    assert not page.get_by_role("heading", name="Keep it on this device?").is_visible()


def test_a_questionnaire_that_is_open_is_answered_without_a_network(signed_in, axe):
    page = signed_in("chipo.moyo", service_workers="allow", viewport={"width": 390, "height": 844})
    until(page, HAS_WORKER)
    page.goto("/mood/questionnaires/phq-9")
    page.get_by_role("button", name="Use it").click()
    page.get_by_role("heading", name="Fill it in").wait_for()
    page.context.set_offline(True)
    care = page.get_by_role("status").filter(has_text="You need not be alone with such thoughts")
    care.wait_for(state="hidden")
    page.locator("#item_8-0 label").nth(1).click()  # help stands there at once, whatever else is answered
    assert care.get_by_role("link", name="Here are people to talk to").get_attribute("href") == "/help"
    axe(page)
    page.locator("#item_8-0 label").first.click()
    care.wait_for(state="hidden")
    for item in range(9):
        page.locator(f"#item_{item}-0 label").nth(1).click()
    page.get_by_role("button", name="Keep these answers").click()
    page.wait_for_url("**/help")  # for of the last question it says so
    page.get_by_text("Your answers are kept on this device.").wait_for()
    page.get_by_role("heading", level=1, name="If today is too much").wait_for()
    page.context.set_offline(False)
    page.goto("/mood/questionnaires/phq-9")
    page.wait_for_function("() => !localStorage.getItem('outbox')")
    page.reload()
    page.get_by_text("The latest is 9 of 27").wait_for()


def test_alarming_answers_lead_to_help_though_the_sign_in_is_over(signed_in):
    page = signed_in("ben")
    page.goto("/mood/questionnaires/phq-9")
    page.get_by_role("button", name="Use it").click()
    page.get_by_role("heading", name="Fill it in").wait_for()
    page.context.clear_cookies()
    for item in range(9):
        page.locator(f"#item_{item}-0 label").nth(2).click()
    page.get_by_role("button", name="Keep these answers").click()
    page.wait_for_url("**/help")
    page.get_by_text("Your answers are kept on this device.").wait_for()
    assert "item_8" in page.evaluate(LETTERS)


def test_what_is_begun_on_a_device_is_not_taken_away_when_the_network_is_back(on_the_device):
    page = on_the_device
    page.goto("/today")
    page.get_by_placeholder("Begin anywhere.").fill("Half a sentence about")
    until(page, f"async () => (await ({LETTERS})()).includes('Half')")
    page.context.set_offline(False)
    page.get_by_text("The network is back, and what").wait_for()
    assert page.get_by_placeholder("Begin anywhere.").input_value() == "Half a sentence about"
    page.wait_for_function("() => !localStorage.getItem('outbox')")
    sent = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    page.get_by_placeholder("Begin anywhere.").press("Control+End")
    page.get_by_placeholder("Begin anywhere.").press_sequentially(" the herons on the weir", delay=120)
    until(page, f"async () => (await ({LETTERS})()).includes('on the weir')")
    assert not sent  # while one writes it lies on the device
    page.wait_for_function("() => !localStorage.getItem('outbox')")
    assert len(sent) == 1
    page.goto("/journal")
    page.get_by_text("Half a sentence about the herons on the weir").first.wait_for()


HEARS_NOTHING = "addEventListener('storage', (event) => event.stopImmediatePropagation(), { capture: true })"


@pytest.mark.parametrize("is_awake", [True, False])
def test_what_is_begun_on_a_device_is_nothing_of_whoever_signs_in_there_next(on_the_device, is_awake):
    page = on_the_device
    if not is_awake:  # as a page that slept while it happened
        page.add_init_script(HEARS_NOTHING)
    page.goto("/journal")
    paper = page.get_by_placeholder("Begin anywhere.")
    paper.fill("My own words, of the pelican.")
    until(page, f"async () => (await ({LETTERS})()).includes('pelican')")
    page.context.set_offline(False)
    page.get_by_text("The network is back, and what").wait_for()
    other = page.context.new_page()
    sign_out(other)
    other.get_by_text("You are signed out.").wait_for()
    if is_awake:
        page.wait_for_url("**/login?**")
        assert not page.get_by_text("pelican").count()
    sign_in(other, "ben")
    if not is_awake:
        paper.fill("My own words, of the pelican and the key.")
        until(page, f"async () => (await ({LETTERS})()).includes('the key')")
        with page.expect_navigation():
            page.get_by_role("button", name="Keep this page").click()
        assert "pelican" not in page.content()
    for address in ("/journal", "/help"):
        other.goto(address)
        other.get_by_role("heading", level=1).wait_for()
        assert "pelican" not in other.content()
    sign_out(other)
    other.get_by_text("You are signed out.").wait_for()
    sign_in(other, "chipo.moyo")
    other.wait_for_function("() => !localStorage.getItem('outbox')")
    other.goto("/journal")
    other.get_by_text("My own words, of the pelican").first.wait_for()


def test_without_a_network_whoever_signed_out_finds_nothing_of_anybodys(on_the_device, axe):
    page = on_the_device
    page.goto("/today")
    page.locator("label.chip", has_text="Heavy").click()
    page.get_by_role("button", name="A little").click()
    page.locator("kept-letters").get_by_text("Heavy · A little").wait_for()
    page.context.set_offline(False)
    page.get_by_role("heading", level=1, name="Chipo").wait_for()
    sign_out(page)
    page.get_by_text("You are signed out.").wait_for()
    page.context.set_offline(True)
    page.goto("/today")
    page.get_by_role("heading", name="There is no network just now.").wait_for()
    page.get_by_role("link", name="Open help").wait_for()
    for theirs in ("How is it now?", "Put something down", "To practise now", "Practice"):
        assert not page.get_by_text(theirs, exact=True).first.is_visible(), theirs
    axe(page)


def untick(page):
    page.get_by_label("Keep my plan on this device too").uncheck()
    page.get_by_role("button", name="Keep my plan").click()


def remove(page):
    page.get_by_role("button", name="Forget my plan").click()
    page.get_by_role("button", name="Forget it").click()


@pytest.mark.parametrize("take_back", [untick, remove])
def test_a_plan_that_its_owner_takes_back_opens_no_more_without_a_network(signed_in, take_back):
    page = signed_in("chipo.moyo", service_workers="allow")
    until(page, HAS_WORKER)
    page.goto("/help/plan")
    page.get_by_label("What I can do by myself").fill("Walk to the old lighthouse.")
    page.get_by_label("Keep my plan on this device too").check()
    page.get_by_role("button", name="Keep my plan").click()
    page.wait_for_url("**/help")
    until(page, HAS_HELP)
    page.goto("/help?country=PT")
    until(page, HAS_PORTUGAL)
    page.goto("/help/plan")
    take_back(page)
    page.wait_for_url("**/help")
    page.goto("/help")
    for address in ("/help", "/help?country=PT"):
        page.context.set_offline(True)
        page.goto(address)
        page.get_by_role("heading", name="A plan of your own").wait_for()
        assert not page.get_by_text("lighthouse").count()
        page.context.set_offline(False)


@pytest.fixture
def unsent(signed_in):
    """`unsent(status)`: a page of someone who wrote their plan without a network, and whose letter is answered so."""

    def write(status):
        page = signed_in("chipo.moyo")
        page.goto("/help/plan")
        page.route("**/help/plan", lambda route: route.abort() if is_post(route) else route.continue_())
        page.get_by_label("What I can do by myself").fill("Count the herons.")
        page.get_by_role("button", name="Keep my plan").click()
        page.get_by_text("Kept on this device. It goes out by itself").wait_for()
        page.route("**/help/plan", lambda route: route.fulfill(status=status) if is_post(route) else route.continue_())
        with page.expect_response(lambda answer: answer.status == status):
            page.evaluate("dispatchEvent(new Event('online'))")
        return page

    return write


def is_post(route):
    return route.request.method == "POST"


def sign_out(page):
    page.goto("/settings/account")
    page.get_by_role("button", name="Sign out", exact=True).first.click()


def sign_in(page, name):
    page.goto("/login")
    page.get_by_label("Email").fill(f"{name}@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(lambda url: "/login" not in url)


def test_without_a_network_whoever_signs_out_hears_that_they_are_still_signed_in(signed_in):
    page = signed_in("chipo.moyo", service_workers="allow")
    until(page, HAS_WORKER, HAS_POCKET)
    page.goto("/settings/account")
    page.context.set_offline(True)
    page.get_by_role("button", name="Sign out", exact=True).first.click()
    page.get_by_text("you are still signed in on this device").wait_for()
    assert page.url.endswith("/settings/account")
    page.evaluate("Object.defineProperty(navigator, 'onLine', { value: true })")  # there is one, and it leads nowhere
    page.get_by_role("button", name="Sign out", exact=True).first.click()
    page.wait_for_url("**/today")
    page.get_by_text("you are still signed in on this device").wait_for()
    assert "/practice/sessions/pocket/even-breathing" in page.evaluate(OWN_PAGES)
    page.context.set_offline(False)
    sign_out(page)
    page.get_by_text("You are signed out.").wait_for()
    assert not page.get_by_text("you are still signed in").count()
    assert page.evaluate(OWN_PAGES) == []


def test_what_was_refused_is_shown_to_whoever_signs_out_and_goes_with_them(unsent, axe):
    page = unsent(422)
    page.get_by_text("It is not lost: open Help").wait_for()
    sign_out(page)
    page.get_by_role("dialog", name="This could not be taken").get_by_text("Count the herons.").wait_for()
    axe(page)
    page.get_by_role("link", name="Look at it first").click()
    page.locator("kept-letters").get_by_text("Count the herons.").wait_for()
    sign_out(page)
    page.get_by_role("button", name="Forget it and sign out").click()
    page.get_by_text("You are signed out.").wait_for()
    assert not page.get_by_text("Something you wrote could not be sent yet.").count()
    assert page.evaluate(LETTERS) == "[]"


REFUSED_SESSION = """async () => {
  const opening = indexedDB.open("kaya-outbox", 1)
  await new Promise((done) => (opening.onsuccess = done))
  const store = opening.result.transaction("letters", "readwrite").objectStore("letters")
  const reading = store.getAll()
  const [{ account }] = await new Promise((done) => (reading.onsuccess = () => done(reading.result)))
  const of = { account, kind: "quiet", slot: "", refused: 422, refusedAt: Date.now(), at: "2026-11-21T21:54:48.215Z" }
  const [id, path] = ["019f0000-0000-7000-8000-000000000001", "/practice/sessions"]
  const begun = [["id", id], ["practice", "even-breathing"], ["minutes", "6"], ["started_at", of.at]]
  store.add({ ...of, id, path, pairs: begun, said: "Even breathing" })
  const ended = store.add({ ...of, id: "another", path: `${path}/${id}/completion`, pairs: [["ended_at", of.at]] })
  await new Promise((done) => (ended.onsuccess = done))
}"""


def test_what_was_refused_is_said_in_words_and_goes_when_it_is_tried_again(unsent):
    page = unsent(422)
    page.evaluate(REFUSED_SESSION)
    page.goto("/help")
    lines = page.locator("kept-letters li")
    session = lines.filter(has_text="A session of “Even breathing”")
    expect(lines).to_have_count(2)
    expect(session).to_contain_text("21 Nov")
    expect(session).to_contain_text("It could not be taken.")
    assert "2026-" not in session.inner_text()
    session.get_by_role("button", name="Forget it").click()
    expect(lines).to_have_count(1)
    expect(lines).to_contain_text("Your plan")
    page.unroute("**/help/plan")
    lines.get_by_role("button", name="Try again").click()
    expect(lines).to_have_count(0)
    page.reload()
    page.get_by_text("Count the herons.").first.wait_for()
    assert page.evaluate(LETTERS) == "[]"


def test_what_was_refused_is_forgotten_after_a_month(unsent):
    page = unsent(422)
    page.get_by_text("It is not lost: open Help").wait_for()
    for days, there in ((29, True), (31, False)):
        later = page.context.new_page()
        later.clock.install(time=time.time() + days * 86_400)
        later.goto("/help")
        until(later, "async () => document.querySelector('kept-letters')?.matches(':defined')")
        until(later, f"async () => (await ({LETTERS})()).includes('herons') === {str(there).lower()}", seconds=5)


def test_whoever_signs_out_is_told_what_still_waits_here(unsent):
    page = unsent(503)
    sign_out(page)
    page.get_by_text("You are signed out.").wait_for()
    page.get_by_text("Something you wrote could not be sent yet. It waits on this device").wait_for()
    assert "herons" in page.evaluate(LETTERS)


IS_OUT_OF_SIGHT = "getComputedStyle(document.documentElement).display === 'none'"
PAINTED = """new PerformanceObserver((seen) => {
  if (seen.getEntriesByName("first-contentful-paint").length)
    sessionStorage.painted = `${sessionStorage.painted ?? ""} ${location.pathname}`
}).observe({ type: "paint", buffered: true })"""
FROM_THE_BROWSERS_SHELF = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"


def test_leaving_at_once_leaves_nothing_to_go_back_to(page):
    page.add_init_script(PAINTED)
    page.route(
        "https://www.bbc.co.uk/**", lambda route: route.fulfill(body="<h1>Weather</h1>", content_type="text/html")
    )
    page.goto("/services")
    page.wait_for_function("() => sessionStorage.painted")
    page.goto("/help")
    for _ in range(3):
        page.keyboard.press("Escape")
    page.get_by_role("heading", name="Weather").wait_for()

    with page.expect_request("https://www.bbc.co.uk/**"):  # the page before it goes out at once
        page.go_back(wait_until="commit")
    page.wait_for_url("https://www.bbc.co.uk/**")
    page.get_by_role("heading", name="Weather").wait_for()

    page.goto("/help")  # typed anew it opens as always, and goes back and forth
    assert page.evaluate("sessionStorage.painted").split().count("/services") == 1
    page.goto("/login")
    page.go_back()
    page.get_by_role("heading", level=1).wait_for()
    assert "/help" in page.url
    assert not page.evaluate(IS_OUT_OF_SIGHT)


def test_a_page_that_the_browser_held_ready_goes_out_again_too(page):
    page.route(
        "https://www.bbc.co.uk/**", lambda route: route.fulfill(body="<h1>Weather</h1>", content_type="text/html")
    )
    page.goto("/services")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    assert page.evaluate(IS_OUT_OF_SIGHT)
    page.evaluate(FROM_THE_BROWSERS_SHELF)
    assert not page.evaluate(IS_OUT_OF_SIGHT)
    page.evaluate("sessionStorage.setItem('left', document.querySelector('a[data-quick-exit]').href)")
    page.evaluate(FROM_THE_BROWSERS_SHELF)
    page.get_by_role("heading", name="Weather").wait_for()


def test_a_page_that_is_loaded_again_after_leaving_at_once_goes_out_too(page):
    page.add_init_script(PAINTED)
    page.route(
        "https://www.bbc.co.uk/**", lambda route: route.fulfill(body="<h1>Weather</h1>", content_type="text/html")
    )
    page.goto("/services")
    page.wait_for_function("() => sessionStorage.painted")
    page.evaluate("sessionStorage.setItem('left', document.querySelector('a[data-quick-exit]').href)")
    page.evaluate("location.reload()")
    page.get_by_role("heading", name="Weather").wait_for()
    page.goto("/help")  # typed anew it opens as always
    page.get_by_role("heading", level=1).wait_for()
    assert page.evaluate("sessionStorage.painted").split().count("/services") == 1
