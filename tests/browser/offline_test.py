"""Without a network: help opens with one's plan; what is written is kept, and arrives once on return."""

import pytest
from sqlalchemy import func, select

from kaya.accounts.models import User
from kaya.db import db
from kaya.help import planning
from kaya.mood.models import MoodEntry
from kaya.once.models import KeptKey
from tests.browser.waiting import HAS_WORKER, until

HAS_HELP = "async () => (await (await caches.open('kaya-own')).match('/help')) !== undefined"
HAS_PORTUGAL = HAS_HELP.replace("/help", "/help?country=PT")
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

    page.goto("/help/plan")
    page.get_by_label("Keep my plan on this device too").check()
    page.get_by_role("button", name="Keep my plan").click()
    page.wait_for_url("**/help")
    until(page, HAS_HELP)
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
    page.locator("label", has_text="Calm").click()
    page.get_by_role("button", name="Fairly").click()
    page.get_by_text("Kept on this device. It goes out by itself").wait_for()

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
    page.context.set_offline(True)
    page.goto("/help")
    page.get_by_role("heading", name="A plan of your own").wait_for()
    assert not page.get_by_text("Ifeoma").count()


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


def test_leaving_at_once_leaves_nothing_to_go_back_to(page):
    page.route(
        "https://www.bbc.co.uk/**", lambda route: route.fulfill(body="<h1>Weather</h1>", content_type="text/html")
    )
    page.goto("/services")
    page.goto("/help")
    for _ in range(3):
        page.keyboard.press("Escape")
    page.get_by_role("heading", name="Weather").wait_for()
    page.go_back()
    page.wait_for_url("**/services")
