"""Someone is told what concerns them: on the page, in the bell, by mail, through the API, at once."""

import pytest

from kaya.db import db, transaction
from kaya.mail.models import Mail
from kaya.notifications import kind, tell
from kaya.notifications.kinds import Mailed, kinds
from kaya.notifications.models import Notification
from kaya.realtime import version_of


@pytest.fixture(autouse=True)
def _kinds(monkeypatch):
    """Two kinds, and no others."""
    monkeypatch.setattr("kaya.notifications.kinds.kinds", kinds)
    kept = dict(kinds)
    kinds.clear()
    kind("tea-ready", label="Tea", sentence="{who} made tea at {made_at}", icon="coffee")
    kind("cake-ready", label="Cake", sentence="{who} baked {count} cakes", mail=True)
    yield
    kinds.clear()
    kinds.update(kept)


@pytest.fixture
def tea(amara, clock):
    return tell(
        amara,
        "tea-ready",
        "/tea",
        who="Ben",
        made_at=clock.now().replace(year=2031, month=1, day=2, hour=15, minute=30),
    )


@pytest.fixture
def browser(visit, amara):
    browser = visit()
    browser.sign_in(amara)
    return browser


def mails():
    return list(db.session.query(Mail))


def test_what_was_told_stands_on_the_page_in_the_readers_own_time(browser, tea):
    page = browser.get("/notifications")
    assert page.status_code == 200
    assert "Ben made tea at Thursday, 2 January 2031" in page.text
    assert "1 is new." in page.text
    assert "1 new" in page.text


def test_an_empty_page_says_what_could_be_there(browser):
    assert "Nothing new" in browser.get("/notifications").text


def test_opening_one_marks_it_read_and_leads_on(browser, tea):
    answer = browser.post(f"/notifications/{tea.id}/opening")
    assert (answer.status_code, answer.location) == (303, "/tea")
    assert db.session.get(Notification, tea.id).read_at
    assert "is new." not in browser.get("/notifications").text


def test_all_can_be_read_and_one_deleted(browser, amara, tea):
    cake = tell(amara, "cake-ready", "/cake", who="Ben", count=2)
    listed = browser.htmx_post("/notifications/reading")
    assert listed.headers["HX-Trigger"] == "notifications:changed"
    assert "<html" not in listed.text
    assert Notification.unread_count(amara) == 0
    assert browser.post(f"/notifications/{cake.id}/deletion").status_code == 303
    assert "cakes" not in browser.get("/notifications").text


@pytest.mark.parametrize("act", ["opening", "deletion"])
def test_another_persons_notification_is_not_there(visit, ben, tea, act):
    browser = visit()
    browser.sign_in(ben)
    assert browser.post(f"/notifications/{tea.id}/{act}").status_code == 404
    assert db.session.get(Notification, tea.id).read_at is None


def test_a_long_list_has_pages(browser, amara):
    for number in range(25):
        tell(amara, "cake-ready", "/cake", who="Ben", count=number)
    first = browser.get("/notifications").text
    assert first.count('class="row notification') == 20
    older = first.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0]
    assert browser.get(older).text.count('class="row notification') == 5
    assert browser.get("/notifications?cursor=rubbish").status_code == 422


def test_words_that_someone_chose_are_shown_as_words(browser, amara):
    tell(amara, "cake-ready", "/cake", who="<script>alert(1)</script>‮🎂{who.__class__}", count=1)
    assert "<script>alert" not in browser.get("/notifications").text
    assert "&lt;script&gt;" in browser.get("/notifications").text


def test_a_kind_that_nobody_declares_any_more_is_still_shown(browser, tea):
    del kinds["tea-ready"]
    assert "Something here concerns you." in browser.get("/notifications").text


def test_the_bell_counts_and_is_fetched_alone(browser, tea):
    bell = browser.htmx_get("/notifications/bell").text
    assert "1 new" in bell
    assert f'version="{version_of("notifications", tea.user_id)}"' in bell
    assert "<html" not in bell


def test_an_undeclared_kind_or_a_path_elsewhere_is_the_features_mistake(amara):
    with pytest.raises(KeyError):
        tell(amara, "unheard-of", "/")
    for path in ("https://evil.example", "//evil.example", "evil"):
        with pytest.raises(ValueError, match="no page"):
            tell(amara, "tea-ready", path)


def test_of_a_transaction_that_was_rolled_back_nobody_is_told(amara):
    with pytest.raises(ZeroDivisionError):
        tell_and_fail(amara)
    assert Notification.unread_count(amara) == 0
    assert mails() == []


def tell_and_fail(user):
    with transaction():
        tell(user, "cake-ready", "/cake", who="Ben", count=1)
        raise ZeroDivisionError


def test_a_mail_says_the_same_sentence_and_where_to_look(amara, run_jobs):
    tell(amara, "cake-ready", "/cake", who="Ben", count=2)
    run_jobs()
    (mail,) = mails()
    assert mail.subject == "Ben baked 2 cakes"
    assert "http://localhost/cake" in mail.text
    assert "/notifications/preferences" in mail.html


def test_who_does_not_want_it_is_not_told(browser, amara):
    assert browser.post("/notifications/preferences", data={"in_app": ["tea-ready"]}).status_code == 303
    assert tell(amara, "cake-ready", "/cake", who="Ben", count=2) is None
    assert tell(amara, "tea-ready", "/tea", who="Ben") is not None
    assert mails() == []
    page = browser.get("/notifications/preferences").text
    assert 'name="in_app" value="tea-ready" checked' in page
    assert 'name="in_app" value="cake-ready">' in page


def test_a_choice_that_is_none_is_refused(browser):
    assert browser.post("/notifications/preferences", data={"in_app": ["rubbish"]}).status_code == 422


def test_a_feature_may_write_its_own_mails(amara):
    kind("own", label="Own", sentence="…", mail=Mailed.BY_THE_FEATURE)
    tell(amara, "own", "/")
    assert mails() == []


def test_open_pages_and_telephones_hear_of_it_at_once(browser, listen, amara):
    page = listen(browser)
    subscribed = page.ask("subscribe", topic="notifications")
    assert (subscribed["ok"], subscribed["key"], subscribed["version"]) == (True, str(amara.id), 0)
    tell(amara, "cake-ready", "/cake", who="Ben", count=2)
    received = {said["name"]: said["args"][0] for said in page.get_received()}
    assert received["nudge"]["version"] == 1
    assert received["notification"]["text"] == "Ben baked 2 cakes"
    assert received["notification"]["unread_count"] == 1


def test_nobody_hears_anothers(visit, listen, amara, ben):
    browser = visit()
    browser.sign_in(ben)
    page = listen(browser)
    assert page.ask("subscribe", topic="notifications", key=str(amara.id))["problem"]["status"] == 404
    tell(amara, "cake-ready", "/cake", who="Ben", count=2)
    assert page.get_received() == []


@pytest.mark.parametrize("name", ["أمل", "נועה"])
def test_a_name_that_runs_the_other_way_turns_no_sentence_round(browser, amara, name):
    tell(amara, "cake-ready", "/cake", who=name, count=2)
    assert f">\u2068{name}\u2069 baked 2 cakes<" in browser.get("/notifications").text.replace(
        '<span class="hush">New: </span>', ">"
    )
    (mail,) = mails()
    assert mail.subject == f"{name} baked 2 cakes"
