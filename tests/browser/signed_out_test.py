"""A page stays open while whose it is is signed out: from another device, or because the house closed to them."""

import re

import pytest
from playwright.sync_api import expect

from kaya.accounts import signing_in
from kaya.accounts.models import SignIn, User
from kaya.db import db

AT_THE_DOOR = re.compile(r"/login\?next=%2Fappointments%3Fview%3Dpast$")
LONGER_THAN_A_MOMENT = 1500  # ms, see static/js/socket.js
WORDS = "You were signed out on this device."


def end_the_newest(email):
    rows = SignIn.of(db.session.scalar(User.by_email(email))).order_by(SignIn.created_at.desc())
    signing_in.end(db.session.scalars(rows).first())


@pytest.mark.parametrize("is_away", [False, True], ids=["at once", "as soon as it is back"])
def test_an_open_page_leads_to_the_door_and_says_why(signed_in, backstage, is_away):
    page = signed_in("ben")
    page.goto("/appointments?view=past")
    page.context.set_offline(is_away)
    end_the_newest("ben@example.org")
    page.context.set_offline(False)
    expect(page).to_have_url(AT_THE_DOOR)
    expect(page.get_by_text(WORDS)).to_be_visible()


def answer_late(page, route):
    answer = route.fetch(max_redirects=0)
    page.wait_for_timeout(LONGER_THAN_A_MOMENT)
    route.fulfill(response=answer)


def test_signing_out_oneself_leads_home_however_slow_the_way(signed_in):
    page = signed_in("ben")
    page.goto("/settings/account")
    page.route("**/logout", lambda route: answer_late(page, route))
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_text("You are signed out.")).to_be_visible()
    assert page.url.endswith("/")
