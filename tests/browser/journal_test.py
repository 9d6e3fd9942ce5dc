"""Nothing typed is lost, and what is sealed is read by nobody: as only a browser shows it."""

import os
import re
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from flask import Flask
from playwright.sync_api import Browser, Error, Page, Route, expect
from sqlalchemy import text, update

from kaya import clock
from kaya.accounts.models import SignIn
from kaya.db import db, transaction
from tests.browser.conftest import PASSWORD, PATIENCE, QUIET

SENTENCE = "The heron stood in the rain and did not"
PASSPHRASE = "four herons wait for low tide"
NEXT_PASSPHRASE = "the tide has turned at last"
SECRET = "The pelican knows where the key lies."
NOT_FOUND = 404
A_MOMENT = 350  # ms after the last keystroke


def enter(page: Page, live: str, name: str) -> None:
    page.goto(f"{live}/login")
    page.get_by_label("Email").fill(f"{name}@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(lambda url: not url.endswith("/login"))


def leave(page: Page, live: str) -> None:
    page.goto(f"{live}/settings/account")
    page.get_by_role("button", name="Sign out").first.click()
    page.wait_for_url(f"{live}/")


@contextmanager
def a_device(chromium: Browser, profile: Path) -> Iterator[Page]:
    """A browser of its own, which keeps what it knows in a folder; it may be dead by the end."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    device = chromium.browser_type.launch_persistent_context(str(profile), executable_path=program, args=QUIET)
    device.set_default_timeout(PATIENCE)
    try:
        yield device.pages[0]
    finally:
        with suppress(Error):
            device.close()


def kill(profile: Path) -> None:
    """The browser of that folder and all that it started, without a word."""
    for entry in Path("/proc").iterdir():
        try:
            words = (entry / "cmdline").read_bytes() if entry.name.isdigit() else b""
        except OSError:
            continue
        if f"--user-data-dir={profile}".encode() in words:
            os.kill(int(entry.name), signal.SIGKILL)


def files_that_say(folder: Path, words: str) -> list[str]:
    forms = [words.encode(), words.encode("utf-16-le")]
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return [path.name for path in files if any(form in path.read_bytes() for form in forms)]


def test_a_browser_killed_in_mid_sentence_finds_its_words_again(chromium: Browser, live: str, tmp_path: Path) -> None:
    with a_device(chromium, tmp_path) as page:
        enter(page, live, "ben")
        page.route("**/journal/drafts", lambda route: route.abort())  # no word of it reaches Kaya
        page.goto(f"{live}/journal/new")
        page.locator("kept-words[data-ready]").wait_for()
        page.get_by_label("Your words").press_sequentially(SENTENCE, delay=15)
        page.wait_for_timeout(A_MOMENT)
        kill(tmp_path)
    assert not files_that_say(tmp_path, SENTENCE), "what lies on the device is encrypted"
    with a_device(chromium, tmp_path) as page:
        enter(page, live, "chipo.moyo")
        page.goto(f"{live}/journal/new")
        page.locator("kept-words[data-ready]").wait_for()
        expect(page.get_by_label("Your words")).to_have_value("")
        leave(page, live)
        enter(page, live, "ben")
        page.goto(f"{live}/journal/new")
        expect(page.get_by_label("Your words")).to_have_value(SENTENCE)
        expect(page.get_by_text("Your words are here again")).to_be_visible()
        page.get_by_label("Your words").press_sequentially(" move.")
        page.get_by_role("button", name="Keep this page").click()
        expect(page.locator(".leafed__words")).to_contain_text(f"{SENTENCE} move.")
        page.goto(f"{live}/journal/new")
        page.locator("kept-words[data-ready]").wait_for()
        expect(page.get_by_label("Your words")).to_have_value("")


def test_coming_back_to_ones_own_words_is_no_second_device(signed_in: Callable[..., Page]) -> None:
    page = signed_in("chipo.moyo")
    missing: list[str] = []
    page.on("response", lambda answer: missing.append(answer.url) if answer.status == NOT_FOUND else None)
    for more in ("The gate", " stood", " open."):
        page.goto("/journal/new")
        page.locator("kept-words[data-ready]").wait_for()
        page.get_by_label("Your words").press("Control+End")
        page.get_by_label("Your words").press_sequentially(more, delay=15)
    page.reload()
    page.locator("kept-words[data-ready]").wait_for()
    expect(page.get_by_label("Your words")).to_have_value("The gate stood open.")
    expect(page.get_by_text("Your words are kept")).to_be_visible()
    expect(page.get_by_text("on another device too")).to_be_hidden()
    assert not missing  # what is no page yet is asked for without a mistake in the console
    page.get_by_role("button", name="Keep this page").click()
    expect(page.locator(".leafed__words")).to_have_text("The gate stood open.")
    page.goto("/journal")
    expect(page.get_by_role("link", name="The gate stood open.")).to_have_count(1)


def the_answer_is_lost(route: Route) -> None:
    route.fetch(max_redirects=0)
    route.fulfill(status=204)


def test_words_that_became_a_page_unheard_are_not_gone_on_with_and_write_over_nothing(
    signed_in: Callable[..., Page],
) -> None:
    page = signed_in("amara")
    page.goto("/journal/new")
    page.locator("kept-words[data-ready]").wait_for()
    page.get_by_label("Your words").press_sequentially("The ferry left early.", delay=15)
    page.route(re.compile("/journal$"), the_answer_is_lost)
    with page.expect_response(re.compile("/journal$")):
        page.get_by_role("button", name="Keep this page").click()
    page.get_by_label("Your words").press_sequentially(" And I was on it.", delay=15)
    expect(page.get_by_text("Your words are kept")).to_be_visible()
    later = page.context.new_page()
    page.close()
    later.goto("/journal/new")
    later.locator("kept-words[data-ready]").wait_for()
    expect(later.get_by_label("Your words")).to_have_value("")
    later.get_by_label("Your words").fill("Another day, another page.")
    later.get_by_role("button", name="Keep this page").click()
    expect(later.locator(".leafed__words")).to_have_text("Another day, another page.")
    later.goto("/journal")
    expect(later.locator(".unkept")).to_contain_text("And I was on it.")
    expect(later.get_by_role("link", name="The ferry left early.", exact=True)).to_have_count(1)


def test_words_that_kaya_has_no_room_for_stay_on_the_device_and_are_sent_again_with_pauses(
    signed_in: Callable[..., Page],
) -> None:
    page = signed_in("chipo.moyo")
    asked: list[str] = []
    page.context.route("**/journal/drafts", lambda route: asked.append(route.request.url) or route.fulfill(status=409))
    page.goto("/journal/new")
    page.locator("kept-words[data-ready]").wait_for()
    with page.expect_response("**/journal/drafts"):
        page.get_by_label("Your words").press_sequentially("The kettle sang.", delay=15)
    page.wait_for_timeout(A_MOMENT)
    assert len(asked) <= 2
    page.route(re.compile("/journal$"), the_answer_is_lost)
    with page.expect_response(re.compile("/journal$")):
        page.get_by_role("button", name="Keep this page").click()
    page.get_by_label("Your words").press_sequentially(" Nobody rose.", delay=15)
    expect(page.get_by_text("Kept on this device", exact=True)).to_be_visible()
    page.wait_for_timeout(A_MOMENT)
    later = page.context.new_page()
    page.close()
    with later.expect_response("**/journal/drafts"):
        later.goto("/journal/new")  # the page is there; what it does not say yet has no room
    later.locator("kept-words[data-ready]").wait_for()
    later.context.unroute("**/journal/drafts")
    with later.expect_response("**/journal/drafts"):
        later.goto("/journal/new")
    later.locator("kept-words[data-ready]").wait_for()
    later.goto("/journal")
    expect(later.locator(".unkept")).to_contain_text("Nobody rose.")


def test_two_devices_write_the_same_page_and_neither_undoes_the_other(signed_in: Callable[..., Page]) -> None:
    here, there = signed_in("amara"), signed_in("amara")
    here.goto("/journal/new")
    here.locator("kept-words[data-ready]").wait_for()
    here.get_by_label("Title").fill("Two windows")
    here.get_by_label("Your words").fill("From here one sees the harbour.")
    expect(here.get_by_text("Your words are kept")).to_be_visible()
    there.goto("/journal")
    there.get_by_role("link", name="Two windows").click()
    there.locator("kept-words[data-ready]").wait_for()
    there.get_by_label("Your words").press_sequentially(" And from there the hill.")
    expect(there.get_by_text("Your words are kept")).to_be_visible()
    here.get_by_label("Your words").press_sequentially(" And the gulls.")
    expect(here.get_by_text("on another device too")).to_be_visible()
    there.get_by_role("button", name="Keep this page").click()
    expect(there.locator(".leafed__words")).to_contain_text("the hill")
    there.goto("/journal")
    expect(there.locator(".unkept")).to_contain_text("Two windows")
    here.get_by_role("button", name="Keep this page").click()
    expect(here.locator(".leafed__words")).to_contain_text("the gulls")


def test_a_page_kept_without_a_network_goes_when_it_is_back_and_stands_on_the_other_device(
    signed_in: Callable[..., Page],
) -> None:
    here, there = signed_in("amara"), signed_in("amara")
    there.goto("/journal")
    here.goto("/journal")
    here.get_by_label("Your words").fill("A line from the tram, between two stops.")
    here.locator("kept-words[data-ready]").wait_for()
    here.context.set_offline(True)
    here.get_by_role("button", name="Keep this page").click()
    expect(here.get_by_text("Your page is kept on this device")).to_be_visible()
    here.context.set_offline(False)
    here.wait_for_url(re.compile("/journal/[0-9a-f-]{36}"))
    expect(there.get_by_role("link", name="A line from the tram")).to_be_visible()


def test_a_page_kept_without_a_network_arrives_though_its_tab_was_closed(signed_in: Callable[..., Page]) -> None:
    page = signed_in("chipo.moyo")
    page.goto("/journal/new")
    page.locator("kept-words[data-ready]").wait_for()
    page.context.set_offline(True)
    page.get_by_label("Your words").press_sequentially("Between two tunnels.", delay=15)
    page.get_by_role("button", name="Keep this page").click()
    expect(page.get_by_text("Your page is kept on this device")).to_be_visible()
    page.wait_for_function("() => localStorage.getItem('outbox')")
    later = page.context.new_page()
    page.close()
    later.context.set_offline(False)
    with later.expect_response(re.compile("/journal$")):
        later.goto("/today")
    later.goto("/journal/new")
    later.locator("kept-words[data-ready]").wait_for()
    expect(later.get_by_label("Your words")).to_have_value("")
    later.goto("/journal")
    expect(later.get_by_role("link", name="Between two tunnels.")).to_have_count(1)


def everything_in(database: Flask) -> bytes:
    with db.engine.connect() as connection:
        tables = [table.name for table in db.metadata.sorted_tables]
        return b"".join(repr(list(connection.execute(text(f"SELECT * FROM {name}")))).encode() for name in tables)


def test_a_sealed_page_is_read_where_its_passphrase_is_known_and_nowhere_else(
    signed_in: Callable[..., Page], backstage: Flask, axe: Callable[..., None]
) -> None:
    page = signed_in("amara")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.post_data or ""))
    page.goto("/journal/sealed")
    page.get_by_label("A passphrase", exact=True).fill(PASSPHRASE)
    page.get_by_label("The same again").fill(PASSPHRASE)
    page.get_by_role("button", name="Seal my pages with this").click()
    expect(page.get_by_text("Please tick that you know")).to_be_visible()
    axe(page)
    page.get_by_label("I know that a lost passphrase is lost").check()
    page.get_by_role("button", name="Seal my pages with this").click()
    page.get_by_role("button", name="Write a sealed page").click()
    page.get_by_label("Title").fill("The pelican")
    page.get_by_label("Your words").fill(SECRET)
    expect(page.get_by_text("Your words are kept, sealed")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Seal this page").click()
    page.get_by_role("button", name="The pelican").click()
    expect(page.locator("[data-words=body]")).to_have_text(SECRET)
    page.get_by_role("button", name="All sealed pages").click()
    page.get_by_text("Change the passphrase").click()
    page.get_by_label("The passphrase now").fill(PASSPHRASE)
    page.get_by_label("The new passphrase").fill(NEXT_PASSPHRASE)
    page.get_by_label("The new one again").fill(NEXT_PASSPHRASE)
    page.get_by_role("button", name="Change it").click()
    expect(page.get_by_text("the new passphrase opens your pages")).to_be_visible()
    page.get_by_role("button", name="Lock").click()
    expect(page.get_by_label("Passphrase", exact=True)).to_be_visible()
    assert SECRET not in page.content()
    axe(page)
    read_elsewhere(signed_in("amara"))
    assert not [body for body in sent if "pelican" in body or "heron" in body or "tide" in body]
    assert b"pelican" not in everything_in(backstage)


def choose(page: Page, passphrase: str) -> None:
    page.get_by_label("A passphrase", exact=True).fill(passphrase)
    page.get_by_label("The same again").fill(passphrase)
    page.get_by_role("button", name="Seal my pages with this").click()


def test_a_passphrase_that_is_soon_guessed_is_refused_beside_its_field(
    signed_in: Callable[..., Page], axe: Callable[..., None]
) -> None:
    page = signed_in("ben")
    page.goto("/journal/sealed")
    field = page.get_by_label("A passphrase", exact=True)
    for soon_guessed, said in {
        "short": "at least 12 characters",
        "aaaaaaaaaaaa": "too few different letters",
        "Aa1Aa1Aa1Aa1Aa1": "too few different letters",
        "1Q2w3e4r5t6y": "among those tried first",
    }.items():
        choose(page, soon_guessed)
        expect(field).to_be_focused()
        expect(field).to_have_accessible_description(re.compile(said))
    axe(page)
    choose(page, PASSPHRASE)
    expect(page.get_by_text("Please tick that you know")).to_be_visible()
    expect(page.locator(".field__error")).to_have_count(0)


def test_whoever_changes_the_passphrase_later_proves_first_and_loses_nothing_typed(
    signed_in: Callable[..., Page], backstage: Flask
) -> None:
    page = signed_in("ben")
    page.goto("/journal/sealed")
    page.get_by_label("I know that a lost passphrase is lost").check()
    choose(page, PASSPHRASE)
    page.get_by_text("Change the passphrase").click()
    expect(page.get_by_text("whoever has an old copy of our database")).to_be_visible()
    with transaction() as session:
        session.execute(update(SignIn).values(fresh_at=clock.ago(days=1)))
    page.get_by_label("The passphrase now").fill(PASSPHRASE)
    page.get_by_label("The new passphrase").fill(NEXT_PASSPHRASE)
    page.get_by_label("The new one again").fill(NEXT_PASSPHRASE)
    page.get_by_role("button", name="Change it").click()
    expect(page.get_by_text("Nothing was changed")).to_be_visible()
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Prove that it is you").click()
    opened.value.get_by_label("Your password").fill(PASSWORD)
    opened.value.get_by_role("button", name="Go on").click()
    opened.value.wait_for_url("**/journal/sealed")
    page.get_by_role("button", name="Change it").click()
    expect(page.get_by_text("the new passphrase opens your pages")).to_be_visible()


def read_elsewhere(page: Page) -> None:
    page.clock.install()
    page.goto("/journal/sealed")
    page.get_by_label("Passphrase", exact=True).fill(PASSPHRASE)
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.get_by_text("That is not the passphrase")).to_be_visible()
    page.get_by_label("Passphrase", exact=True).fill(NEXT_PASSPHRASE)
    page.get_by_role("button", name="Open", exact=True).click()
    page.get_by_role("button", name="The pelican").click()
    expect(page.locator("[data-words=body]")).to_have_text(SECRET)
    page.clock.fast_forward("09:00")
    expect(page.locator("[data-words=body]")).to_have_text(SECRET)
    page.clock.fast_forward("11:00")
    expect(page.get_by_label("Passphrase", exact=True)).to_be_visible()
    assert SECRET not in page.content()


def test_sealed_pages_lock_at_once_though_the_network_says_nothing(signed_in: Callable[..., Page]) -> None:
    page = signed_in("chipo.moyo")
    page.goto("/journal/sealed")
    page.get_by_label("A passphrase", exact=True).fill(PASSPHRASE)
    page.get_by_label("The same again").fill(PASSPHRASE)
    page.get_by_label("I know that a lost passphrase is lost").check()
    page.get_by_role("button", name="Seal my pages with this").click()
    page.route("**/journal/drafts", lambda route: None)  # never answered
    page.get_by_role("button", name="Write a sealed page").click()
    with page.expect_request("**/journal/drafts"):
        page.get_by_label("Your words").fill(SECRET)
    page.get_by_label("Your words").press_sequentially(" Under the heron.")
    page.get_by_role("button", name="Lock").click()
    expect(page.get_by_label("Passphrase", exact=True)).to_be_visible(timeout=1000)
    assert SECRET not in page.content()
    assert not page.evaluate("[...document.querySelectorAll('sealed-journal .box')].some(({ value }) => value)")
    held = page.evaluate_handle("document.querySelector('sealed-journal')")
    assert held.evaluate("({ page, unkept, found, keeper }) => [page, unkept, found, keeper].every((each) => !each)")

    with page.expect_response("**/journal/drafts") as kept:
        page.unroute("**/journal/drafts")  # whoever waits is let through now
    assert kept.value.ok
    page.get_by_label("Passphrase", exact=True).fill(PASSPHRASE)
    page.get_by_role("button", name="Open", exact=True).click()
    page.get_by_role("button", name=SECRET[:20]).click()
    expect(page.get_by_label("Your words")).to_have_value(f"{SECRET} Under the heron.")


def test_the_calendar_is_gone_through_by_arrow_keys(signed_in: Callable[..., Page]) -> None:
    page = signed_in("amara", viewport={"width": 390, "height": 844})
    page.goto("/journal/calendar")
    page.locator("day-grid:defined").wait_for()
    page.locator(".almanac__day--marked").last.focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".almanac__day--marked").nth(-2)).to_be_focused()
