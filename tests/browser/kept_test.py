"""What a device keeps of someone's own stays there while they want it, and is nobody else's, however late it comes."""

import pytest

from tests.browser.offline_test import HAS_HELP, OWN_PAGES, sign_in
from tests.browser.waiting import HAS_POCKET, HAS_WORKER, until

# A page's first look at what to keep gets its answer when it is let go; `notes` counts what was noted of all looks.
FIRST_LOOK_IS_SLOW = """{
  const [ask, note] = [fetch, Storage.prototype.setItem]
  window.notes = 0
  window.fetch = async (...asked) => {
    const answer = await ask(...asked)
    if (asked[0] === "/kept" && !window.goOn) await new Promise((goOn) => Object.assign(window, { goOn }))
    return answer
  }
  Storage.prototype.setItem = function (name, words) {
    note.call(this, name, words)
    if (name === "pocket") window.notes += 1
  }
}"""
# The next answer about help that reaches the worker is held there, and waited for without an end.
HELP_IS_SLOW = """() => {
  const ask = fetch
  const later = setTimeout
  self.setTimeout = (run, wait) => wait !== 4000 && later(run, wait)
  self.fetch = async (...asked) => {
    const answer = await ask(...asked)
    if (asked[0].url?.endsWith("/help") && !self.goOn) await new Promise((goOn) => Object.assign(self, { goOn }))
    return answer
  }
}"""
LIES_THERE = """async ([path, count]) => {
  const own = await caches.open("kaya-own")
  for (let each = 0; each < count; each += 1)
    await own.put(`${path}?${each}`, new Response("", { headers: { "Kept-On-Device": localStorage.account } }))
}"""


def keep_the_plan(page):
    page.goto("/help")
    page.get_by_role("button", name="Keep it here").click()
    page.get_by_role("status").filter(has_text="It is kept on this device now").wait_for()


def test_a_plan_that_was_just_kept_stays_though_an_older_look_ends_later(signed_in):
    page = signed_in("amara", service_workers="allow")
    until(page, HAS_WORKER, HAS_POCKET)
    page.evaluate("localStorage.removeItem('pocket')")
    page.add_init_script(FIRST_LOOK_IS_SLOW)
    page.goto("/help")
    until(page, "async () => Boolean(window.goOn)")
    page.get_by_role("button", name="Keep it here").click()
    page.get_by_role("status").filter(has_text="It is kept on this device now").wait_for()
    page.evaluate("setTimeout(goOn)")
    until(page, "async () => window.notes >= 2", HAS_HELP)
    assert page.evaluate("JSON.parse(localStorage.pocket).asked") > 0
    page.evaluate("async () => (await caches.open('kaya-own')).delete('/help')")  # however it went
    page.goto("/services")
    until(page, "async () => Boolean(window.goOn)")
    page.evaluate("setTimeout(goOn)")
    until(page, HAS_HELP)


@pytest.fixture
def asked_too_late(signed_in):
    """Amara's device, on which she has just signed out, while help with her plan was on its way in another tab."""
    page = signed_in("amara", service_workers="allow")
    until(page, HAS_WORKER, HAS_POCKET)
    keep_the_plan(page)
    until(page, HAS_HELP)
    [worker] = page.context.service_workers
    other = page.context.new_page()
    other.goto("/kept")  # which has no script that would stop it on its way
    page.goto("/settings/account")
    worker.evaluate(HELP_IS_SLOW)
    other.evaluate("setTimeout(() => location.assign('/help'))")
    until(worker, "async () => Boolean(globalThis.goOn)")
    page.get_by_role("button", name="Sign out", exact=True).first.click()
    until(page, "async () => localStorage.account === ''")
    return page, other, worker


def test_a_plan_that_comes_after_signing_out_is_shown_to_nobody_and_not_kept(asked_too_late):
    page, other, worker = asked_too_late
    worker.evaluate("setTimeout(goOn)")
    other.get_by_role("heading", name="A plan of your own").wait_for()
    assert not other.get_by_text("Ifeoma").count()
    page.goto("/services")
    until(page, f"async () => !(await ({OWN_PAGES})()).length")
    page.evaluate(LIES_THERE, ["/help", 1])  # however it came there
    page.goto("/services")
    until(page, f"async () => !(await ({OWN_PAGES})()).length")


def test_a_plan_that_comes_after_somebody_else_signed_in_is_not_theirs(asked_too_late):
    page, _, worker = asked_too_late
    sign_in(page, "ben")
    until(page, HAS_POCKET)
    worker.evaluate("setTimeout(goOn)")
    page.goto("/services")
    assert "/help" not in page.evaluate(OWN_PAGES)
    page.context.set_offline(True)
    page.goto("/help")
    page.get_by_role("heading", name="A plan of your own").wait_for()
    assert not page.get_by_text("Ifeoma").count()


def test_whoever_is_not_let_out_keeps_what_lies_on_their_device(signed_in):
    page = signed_in("chipo.moyo", service_workers="allow")
    until(page, HAS_WORKER, HAS_POCKET)
    page.goto("/settings/account")
    before = page.evaluate(OWN_PAGES)
    page.evaluate("for (const token of document.getElementsByName('csrf_token')) token.value = 'of another day'")
    with page.expect_response(lambda answer: answer.url.endswith("/logout")) as answered:
        page.get_by_role("button", name="Sign out", exact=True).first.click()
    assert answered.value.status == 400
    page.get_by_role("heading", level=1).wait_for()
    assert page.evaluate(OWN_PAGES) == before
    assert "/practice/sessions/pocket/even-breathing" in before


def test_only_what_was_named_stays_beside_the_newest_pages(signed_in):
    page = signed_in("chipo.moyo", service_workers="allow")
    until(page, HAS_WORKER, HAS_POCKET)
    named = page.evaluate(OWN_PAGES)
    page.evaluate(LIES_THERE, ["/practice/sessions/pocket/x", 35])
    page.goto("/practice/rooms/even-breathing")
    until(page, f"async () => (await ({OWN_PAGES})()).includes('/practice/rooms/even-breathing')")
    kept = page.evaluate(OWN_PAGES)
    assert set(named) <= set(kept)
    assert kept.count("/practice/sessions/pocket/x") == 29
