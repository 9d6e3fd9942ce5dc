"""Passkeys in Chromium, with an authenticator of its own making."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.browser.conftest import PASSWORD
from tests.databases import Sqlite
from tests.live import serving

NAMED = "localhost"


@pytest.fixture(scope="module")
def live_database(sqlite: Sqlite) -> str:
    return sqlite.copy()


@pytest.fixture(scope="module")
def live_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("passkeys")


@pytest.fixture(scope="module")
def live(live_folder: Path, live_database: str) -> Iterator[str]:
    """By its name: passkeys belong to one, and a number has none."""
    with serving(live_folder, live_database, host=NAMED) as address:
        yield address


class Authenticator:
    """What holds passkeys, plugged into one page."""

    def __init__(self, page: Page, *, looks: bool = True) -> None:
        self.cdp: CDPSession = page.context.new_cdp_session(page)
        self.cdp.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": looks,
            "isUserVerified": looks,
            "automaticPresenceSimulation": True,
        }
        self.id = self.cdp.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]

    def passkeys(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.cdp.send("WebAuthn.getCredentials", {"authenticatorId": self.id})[
            "credentials"
        ]
        return found

    def hold(self, passkey: dict[str, Any], **other: Any) -> None:
        self.cdp.send("WebAuthn.addCredential", {"authenticatorId": self.id, "credential": passkey | other})

    def sees(self, somebody: bool) -> None:
        self.cdp.send("WebAuthn.setUserVerified", {"authenticatorId": self.id, "isUserVerified": somebody})


def add_one(page: Page, name: str) -> None:
    page.goto("/settings/passkeys")
    page.get_by_label("What you will know it by").fill(name)
    page.get_by_role("button", name="Add a passkey").click()


def test_one_is_added_opens_the_door_is_the_second_step_and_removed(
    signed_in: Callable[..., Page], open_page: Callable[..., Page], axe: Callable[..., None]
) -> None:
    page = signed_in("amara")
    key = Authenticator(page)
    page.goto("/settings/passkeys")
    expect(page.get_by_text("lives in your phone")).to_be_visible()
    axe(page)
    add_one(page, "My phone")
    expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    page.get_by_role("link", name="I have kept them").click()
    [passkey] = key.passkeys()
    assert passkey["rpId"] == NAMED
    add_one(page, "Again")
    expect(page.get_by_text("has a passkey for you already")).to_be_visible()

    alone = unasked(open_page())
    Authenticator(alone).hold(passkey | {"signCount": passkey["signCount"] + 10})
    alone.goto("/login?next=/settings/passkeys")
    alone.get_by_role("button", name="Sign in with a passkey").click()
    alone.wait_for_url("**/settings/passkeys")
    expect(alone.get_by_text("Last used")).to_be_visible()

    offered = open_page()
    Authenticator(offered).hold(passkey | {"signCount": passkey["signCount"] + 15})
    offered.goto("/login?next=/settings/passkeys")
    offered.wait_for_url("**/settings/passkeys")

    second = unasked(open_page())
    Authenticator(second).hold(passkey | {"signCount": passkey["signCount"] + 20})
    second.goto("/login?next=/settings")
    second.get_by_label("Email").fill("amara@example.org")
    second.get_by_label("Password", exact=True).fill(PASSWORD)
    second.get_by_role("button", name="Sign in", exact=True).click()
    second.wait_for_url("**/login/code?next=/settings")
    axe(second)
    second.get_by_role("button", name="Use a passkey").click()
    second.wait_for_url("**/settings")

    copy = unasked(open_page())
    Authenticator(copy).hold(passkey | {"signCount": 0})
    refused_at_the_door(copy)

    second.goto("/settings/passkeys")
    second.get_by_role("link", name="Change My phone").click()
    second.get_by_role("button", name="Remove this passkey").click()
    expect(second.get_by_text("lives in your phone")).to_be_visible()
    gone = unasked(open_page())
    Authenticator(gone).hold(passkey | {"signCount": 99})
    refused_at_the_door(gone)


def unasked(page: Page) -> Page:
    """A browser that offers nothing by itself, as the authenticator here would take that for a yes."""
    page.add_init_script("PublicKeyCredential.isConditionalMediationAvailable = async () => false")
    return page


def refused_at_the_door(page: Page) -> None:
    page.goto("/login")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_text("did not open the door")).to_be_visible()


def test_whoever_is_not_looked_at_does_not_come_in(signed_in: Callable[..., Page]) -> None:
    page = signed_in("ben")
    key = Authenticator(page)
    key.sees(False)
    add_one(page, "My phone")
    expect(page.get_by_text("No passkey was chosen")).to_be_visible()
    key.sees(True)
    add_one(page, "My phone")
    expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()


def test_without_script_and_without_passkeys_the_page_is_whole(open_page: Callable[..., Page]) -> None:
    plain = open_page(javascript=False)
    plain.goto("/login")
    expect(plain.get_by_role("button", name="Sign in", exact=True)).to_be_visible()
    expect(plain.get_by_role("button", name="Sign in with a passkey")).to_be_hidden()
    old = open_page()
    old.add_init_script("delete window.PublicKeyCredential")
    old.goto("/login")
    expect(old.get_by_text("This browser knows no passkeys.")).to_be_visible()
    expect(old.get_by_role("button", name="Sign in with a passkey")).to_be_hidden()
