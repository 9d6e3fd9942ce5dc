"""Who one is and how one likes things: said on /settings, shown everywhere."""

from datetime import UTC, datetime

import pytest

from kaya.accounts import profiles
from kaya.accounts.profiles import Preferences
from kaya.refusal import Refusal

SAID = {
    "name": "Amara O.",
    "pronouns": "she/her",
    "bio": "Tea, hills.\nAnd rest.",
    "timezone": "Asia/Tokyo",
    "language": "en",
}
LIKED = {"theme": "dark", "time_format": "12h", "sounds": "y", "quiet_from": "22:00", "quiet_until": "07:00"}


def test_the_profile_page_shows_and_saves(visit, amara):
    browser = visit(amara)
    assert 'value="Amara Obi"' in browser.get("/settings").text
    saved = browser.post("/settings", data=SAID)
    assert (saved.status_code, saved.location) == (303, "/settings")
    page = browser.get("/settings").text
    assert "Saved." in page
    assert 'value="she/her"' in page
    assert "<option selected>Asia/Tokyo<" in page
    assert "Saved." not in browser.get("/settings").text


@pytest.mark.parametrize(
    ("mistake", "words"),
    [
        ({"name": ""}, "Please fill this in"),
        ({"name": "x" * 121}, "at most 120"),
        ({"pronouns": "x" * 41}, "at most 40"),
        ({"bio": "x" * 2001}, "at most 2,000"),
        ({"timezone": "Mars/Olympus"}, "no time zone of that name"),
        ({"language": "tlh"}, "not among the choices"),
    ],
)
def test_a_mistake_is_said_and_what_was_typed_stays(visit, amara, mistake, words):
    page = visit(amara).post("/settings", data=SAID | mistake)
    assert page.status_code == 422
    assert words in page.text
    assert "Tea, hills." in page.text or "bio" in mistake


def test_what_is_no_ones_to_say_is_not_taken(visit, amara, session):
    visit(amara).post("/settings", data=SAID | {"role": "staff", "email": "other@example.org", "id": "1"})
    session.refresh(amara)
    assert (amara.role, amara.email) == ("member", "amara@example.org")


def test_what_was_not_sent_stays(visit, amara, session):
    visit(amara).post("/settings", data={"name": "Amara"})
    session.refresh(amara)
    assert (amara.name, amara.timezone, amara.language) == ("Amara", "Europe/Lisbon", "en")


def test_a_strange_name_is_shown_as_text(visit, amara):
    browser = visit(amara)
    browser.post("/settings", data=SAID | {"name": "<script>x</script>\x00 عائشة 🌿"})
    page = browser.get("/settings").text
    assert "<script>x" not in page
    assert "عائشة 🌿" in page


def test_preferences_are_kept_and_the_theme_is_a_cookie(visit, amara, session):
    browser = visit(amara)
    saved = browser.post("/settings/preferences", data=LIKED)
    assert saved.status_code == 303
    assert any("theme=dark" in cookie for cookie in saved.headers.getlist("Set-Cookie"))
    page = browser.get("/settings/preferences").text
    assert 'data-theme="dark"' in page
    session.refresh(amara)
    assert Preferences.of(amara) == Preferences("dark", "12h", True, "22:00", "07:00")
    browser.post("/settings/preferences", data=LIKED | {"theme": "system"})
    assert 'data-theme="dark"' not in browser.get("/settings/preferences").text


@pytest.mark.parametrize(
    "mistake",
    [{"theme": "neon"}, {"time_format": "x"}, {"quiet_from": "25:00"}, {"quiet_until": ""}, {"quiet_from": "٢٢:٠٠"}],
)
def test_a_preference_that_cannot_be_is_refused(visit, amara, mistake):
    assert visit(amara).post("/settings/preferences", data=LIKED | mistake).status_code == 422


def test_quiet_hours_are_in_ones_own_zone_and_cross_midnight(amara):
    assert not profiles.is_quiet(amara, datetime(2026, 7, 1, 3, tzinfo=UTC))
    profiles.prefer(amara, quiet_from="22:00", quiet_until="07:00")
    hours = {21: True, 20: False, 5: True, 6: False, 12: False}  # Lisbon is an hour ahead of UTC in July
    assert {h: profiles.is_quiet(amara, datetime(2026, 7, 1, h, tzinfo=UTC)) for h in hours} == hours
    profiles.prefer(amara, quiet_from="13:00", quiet_until="15:00")
    assert profiles.is_quiet(amara, datetime(2026, 7, 1, 12, tzinfo=UTC))
    assert not profiles.is_quiet(amara, datetime(2026, 7, 1, 14, tzinfo=UTC))


def test_verbs_refuse_what_no_form_let_through(amara):
    for wrong in ({"bio": "x" * 2001}, {"language": "tlh"}, {"timezone": "x"}, {"name": ""}):
        with pytest.raises(Refusal):
            profiles.change(amara, **wrong)
    with pytest.raises(Refusal, match="unknown-choice"):
        profiles.prefer(amara, theme="neon")


@pytest.mark.parametrize("path", ["/settings", "/settings/preferences", "/settings/account"])
def test_strangers_are_sent_to_sign_in(client, path):
    assert client.get(path).location == f"/login?next={path}"
    assert client.post(path.replace("account", "password")).status_code == 303
