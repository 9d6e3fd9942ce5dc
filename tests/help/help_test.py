"""Help: numbers first for everyone, a plan that is its member's alone, a list that its keepers look after."""

import re

import pytest
from sqlalchemy import text

from kaya import clock as kaya_clock
from kaya.accounts.permissions import Permission
from kaya.db import db, transaction
from kaya.help import lines, listing, planning
from kaya.help.models import Helpline, SafetyPlan
from kaya.help.planting import plant_helplines
from kaya.refusal import Refusal
from tests.cast import person

NIGHT_LINE = {
    "name": "Night line", "country": "PT", "says": "They listen.", "phone": "808 200 204", "text_to": "", "website": "",
    "hours": "", "source": "", "is_emergency": False, "is_example": True, "checked_on": None,
}  # fmt: skip
ASKED = "Keep it on this device?"
PLAN = {"warning_signs": "Awake at four.", "coping": "The river.", "safer": "The tablets are with Chidi."}


@pytest.fixture
def helplines(app):
    with transaction() as session:
        plant_helplines(session)


# Numbers


def test_whoever_comes_by_finds_the_emergency_number_of_where_they_are_first(client, helplines):
    client.set_cookie("zone", "Europe/London")
    page = client.get("/help").text
    assert page.index("999") < page.index("116 123") < page.index("911")
    assert 'href="tel:116123"' in page
    assert "checked on" not in page


def test_nothing_is_called_checked_before_somebody_of_the_house_looked(client, visit, admin, helplines):
    page = client.get("/help?country=PT").text
    assert "not checked by this house yet" not in page  # an example says so by its name, once
    assert "An example, which this house has yet to check or replace" in page
    number = db.session.query(Helpline).count()
    keeper = visit(admin)
    staff = keeper.get("/staff/helplines").text
    assert f"{number} lines have to be looked at" in staff
    assert staff.count("Look at this") == number
    line = db.session.query(Helpline).filter_by(country="PT", phone="112").one()
    keeper.post(f"/staff/helplines/{line.id}/check")
    assert f"{number - 1} lines have to be looked at" in keeper.get("/staff/helplines").text
    db.session.refresh(line)
    assert (line.is_example, line.checked_on) == (False, kaya_clock.now().date())


def test_each_country_has_somebody_to_talk_to_or_says_that_none_is_known(client, visit, admin, helplines):
    assert all(line.is_example and line.source and line.checked_on is None for line in db.session.query(Helpline))
    assert all(country.emergency and country.others for country in lines.by_country())
    listing.add_line(admin, **NIGHT_LINE | {"country": "NO", "phone": "113", "is_emergency": True})
    assert "No line to talk to is known here for Norway." in client.get("/help?country=NO").text
    assert "No line to talk to is known" not in client.get("/help?country=PT").text.partition("In another country")[0]
    assert "everyone reads that none is known" in visit(admin).get("/staff/helplines").text
    listing.add_line(admin, **NIGHT_LINE | {"country": ""})
    assert "No line to talk to is known" not in client.get("/help?country=NO").text.partition("In another country")[0]


@pytest.mark.parametrize("zone", ["UTC", "Etc/UTC", "Etc/GMT+3"])
def test_where_the_zone_names_no_country_it_asks_for_one_first(client, helplines, zone):
    kept = client.get(f"/help?zone={zone.replace('+', '%2B')}").text
    client.set_cookie("zone", zone)
    for page in (client.get("/help").text, kept):
        assert "Choose your country" in page
        assert "is not on this list" not in page
        assert "Unknown Region" not in page
        assert page.index("Choose your country") < page.index("Portugal") < page.index("Put both feet")
        assert page.count("<summary>Portugal") == 1


def test_a_page_kept_for_nobody_says_nothing_untrue_to_a_member(client, helplines):
    page = client.get("/help?zone=Europe/Lisbon").text
    assert "Your own stands here when you are signed in and online." in page
    assert "Keep my plan on this device" in page
    assert "Sign in to see yours" not in page


def test_a_device_that_keeps_the_page_says_where_it_is(client, helplines):
    page = client.get("/help?zone=Europe/London").text
    assert page.index("999") < page.index("911")
    assert "By your time zone" in page
    for zone in ("", "Nowhere/At/All"):
        assert "By your time zone" not in client.get(f"/help?zone={zone}").text


def test_another_country_can_be_asked_for(client, helplines):
    page = client.get("/help?country=us").text
    assert page.index("tel:911") < page.index("tel:112")


def test_where_no_line_is_known_no_other_country_is_taken_for_it(client, helplines):
    client.set_cookie("zone", "Pacific/Auckland")
    first, _, others = client.get("/help").text.partition("In another country")
    assert "Your country's emergency number is not on this list" in first
    assert "By your time zone" not in first
    assert "France" not in first
    assert "France" in others


def test_examples_say_that_they_are_examples(client, helplines):
    page = client.get("/help?country=PT").text
    assert "An example, which this house has yet to check or replace" in page


def test_without_any_line_it_still_says_whom_to_call(client):
    page = client.get("/help").text
    assert "In most of Europe it is 112, in North America 911" in page


def test_a_new_house_is_given_lines_once(app, helplines, admin):
    number = db.session.query(Helpline).count()
    listing.remove_line(admin, db.session.query(Helpline).first())
    with transaction() as session:
        plant_helplines(session)
    assert db.session.query(Helpline).count() == number - 1


def test_by_api_for_everyone(call, helplines):
    answer = call().get("/api/v1/help?country=GB").get_json()
    assert [line["phone"] for line in answer["emergency"]] == ["999"]
    assert [(line["phone"], line["checked_on"]) for line in answer["helplines"]] == [("116 123", None)]


# The list


def test_whoever_supports_people_keeps_the_list(app, clock):
    petra = person("Petra Lind", role="staff", may=(Permission.SUPPORT,))
    line = listing.add_line(petra, **NIGHT_LINE | {"is_example": False, "checked_on": kaya_clock.now().date()})
    assert not line.wants_checking
    clock.travel(days=400)
    assert line.wants_checking
    listing.check_line(petra, line)
    assert (line.checked_on, line.wants_checking) == (kaya_clock.now().date(), False)


def test_an_example_without_a_source_is_replaced_before_it_can_be_checked(admin):
    line = listing.add_line(admin, **NIGHT_LINE)
    with pytest.raises(Refusal, match="example"):
        listing.check_line(admin, line)
    listing.change_line(admin, line, **NIGHT_LINE | {"phone": "808 200 205", "is_example": False})
    assert listing.check_line(admin, line).checked_on


def test_nobody_else_does(amara):
    ivo = person("Ivo Kral", role="staff", may=(Permission.AUDIT,))
    for stranger in (amara, ivo):
        with pytest.raises(Refusal, match="not-allowed"):
            listing.add_line(stranger, **NIGHT_LINE)


@pytest.mark.parametrize(
    ("field", "words", "kind"),
    [
        ("name", "", "name-missing"),
        ("country", "ZZZ", "unknown-country"),
        ("phone", "call us", "phone-invalid"),
        ("phone", "", "no-way"),
        ("website", "javascript:alert(1)", "address-invalid"),
        ("source", "https://", "address-invalid"),
        ("source", "https://exa mple.org", "address-invalid"),
    ],
)
def test_a_line_that_cannot_be_reached_is_refused(admin, field, words, kind):
    with pytest.raises(Refusal, match=kind):
        listing.add_line(admin, **NIGHT_LINE | {field: words})


# The plan


def test_a_plan_is_written_and_read_back(visit, amara):
    browser = visit(amara)
    said = PLAN | {"contact_name": "Ifeoma", "contact_phone": "+351 912 000 117"}
    assert browser.post("/help/plan", data=said).location == "/help"
    page = browser.get("/help").text
    assert "The tablets are with Chidi." in page
    assert 'href="tel:+351912000117"' in page
    assert 'href="sms:+351912000117"' in page


def test_what_was_typed_stays_where_something_is_wrong(visit, amara):
    answer = visit(amara).post("/help/plan", data=PLAN | {"contact_name": "Ifeoma", "contact_phone": "soon"})
    assert answer.status_code == 422
    assert "Awake at four." in answer.text
    assert "That is no telephone number." in answer.text
    assert planning.plan_of(amara) is None


def test_it_lies_sealed(amara):
    planning.write_plan(amara, PLAN, contact=("Ifeoma", "+351 912 000 117"))
    for table in ("safety_plans", "trusted_contacts"):
        row = str(db.session.execute(text(f"SELECT * FROM {table}")).all())
        assert not any(words in row for words in ("four", "river", "Chidi", "Ifeoma", "912 000"))


def test_it_is_nobody_elses(visit, amara, ben, admin):
    planning.write_plan(amara, PLAN)
    for other in (ben, admin):
        assert "The river." not in visit(other).get("/help").text
        assert SafetyPlan.of(other).exists().select() is not None
        assert planning.plan_of(other) is None


def test_a_device_is_asked_once_whether_it_keeps_the_plan_and_keeps_it_only_where_its_member_said_so(
    visit, amara, client
):
    phone, library = visit(amara), visit(amara)
    assert ASKED not in phone.get("/help").text  # there is nothing to keep
    planning.write_plan(amara, PLAN)
    for browser in (phone, library):
        page = browser.get("/help")
        assert ASKED in page.text
        assert "Kept-On-Device" not in page.headers
    assert phone.post("/help/plan/device", data={"here": "yes"}).location == "/help"
    library.post("/help/plan/device", data={"here": "no"})
    assert phone.get("/help").headers["Kept-On-Device"] == str(amara.id)
    assert "Kept-On-Device" not in library.get("/help").headers
    for browser in (phone, library, client):
        assert ASKED not in browser.get("/help").text
    assert [each["path"] for each in phone.get("/kept").get_json()["pages"]] == ["/help"]
    assert library.get("/kept").get_json()["pages"] == []


def test_what_is_said_is_answered_in_the_place_of_the_question(visit, amara):
    planning.write_plan(amara, {}, contact=("Ifeoma", "+351 912 000 117"))
    browser = visit(amara)
    assert ASKED in browser.get("/help").text
    assert browser.post("/help/plan/device", data={"here": "perhaps"}).location == "/help"
    assert ASKED in browser.get("/help").text
    by_page = {"HX-Request": "true", "HX-Request-Type": "partial"}
    told = browser.post("/help/plan/device", data={"here": "no"}, headers=by_page)
    assert 'role="status"' in told.text
    assert "It is not kept on this device." in told.text
    assert "HX-Trigger" not in told.headers
    told = browser.post("/help/plan/device", data={"here": "yes"}, headers=by_page)
    assert told.headers["HX-Trigger"] == "device:keeps"
    assert "It is kept on this device now" not in browser.get("/help").text  # said once


def test_the_box_beside_the_plan_is_about_this_browser_and_its_member_alone(visit, amara, ben):
    phone, other = visit(amara), visit(amara)
    for browser in (phone, other):
        assert not is_ticked(browser)
    phone.post("/help/plan", data=PLAN)
    assert ASKED in phone.get("/help").text  # a box that was left empty is no answer yet
    key = {"Idempotency-Key": "a-phone-made-this", "Outbox-Account": str(amara.id)}
    assert phone.post("/help/plan", data=PLAN | {"on_device": "y"}, headers=key).status_code == 204
    assert (is_ticked(phone), is_ticked(other)) == (True, False)
    assert "It is kept on this device too" in phone.get("/help").text
    phone.post("/help/plan", data=PLAN)
    assert not is_ticked(phone)
    page = phone.get("/help")
    assert ASKED not in page.text
    assert "Kept-On-Device" not in page.headers


def test_who_forgets_a_plan_is_asked_anew_of_the_next_one(visit, amara):
    browser = visit(amara)
    browser.post("/help/plan", data=PLAN | {"on_device": "y"})
    browser.post("/help/plan/removal")
    planning.write_plan(amara, PLAN)
    assert ASKED in browser.get("/help").text


def test_a_plan_that_was_forgotten_elsewhere_and_written_anew_is_asked_about_anew(visit, amara):
    phone, library = visit(amara), visit(amara)
    phone.post("/help/plan", data=PLAN | {"on_device": "y"})
    library.post("/help/plan/removal")
    library.post("/help/plan", data=PLAN)
    page = phone.get("/help")
    assert ASKED in page.text
    assert "Kept-On-Device" not in page.headers
    assert phone.get("/kept").get_json()["pages"] == []
    assert not is_ticked(phone)


def test_what_one_member_said_on_a_browser_is_nothing_of_the_next_one_there(visit, amara, ben):
    browser = visit(amara)
    said = browser.post("/help/plan", data=PLAN | {"on_device": "y"}).headers.getlist("Set-Cookie")
    [cookie] = [each for each in said if each.startswith("here-")]
    assert "HttpOnly" in cookie
    assert "plan" not in cookie  # whoever looks at a browser's cookies learns nothing of one
    assert str(amara.id).replace("-", "") not in cookie
    planning.write_plan(ben, PLAN)
    his = visit(ben)
    his.set_cookie(*cookie.partition(";")[0].split("="))
    page = his.get("/help")
    assert ASKED in page.text
    assert "Kept-On-Device" not in page.headers


def is_ticked(browser):
    return re.search(r'<input[^>]*name="on_device"[^>]*', browser.get("/help/plan").text)[0].find("checked") > 0


def test_a_plan_can_be_forgotten(visit, amara):
    planning.write_plan(amara, PLAN, contact=("Ifeoma", "+351 912 000 117"))
    visit(amara).post("/help/plan/removal")
    assert planning.plan_of(amara) is None
    assert planning.contact_of(amara) is None


def test_by_api(call, amara):
    phone = call(amara)
    empty = phone.get("/api/v1/help/safety-plan").get_json()
    assert (empty["coping"], empty["contact"], empty["updated_at"]) == ("", None, None)
    said = {**PLAN, "contact": {"name": "Ifeoma", "phone": "+351 912 000 117"}, "on_device": True}
    kept = phone.put("/api/v1/help/safety-plan", json=said).get_json()
    assert (kept["safer"], kept["contact"]["name"], kept["on_device"]) == (PLAN["safer"], "Ifeoma", True)
    assert phone.put("/api/v1/help/safety-plan", json={"coping": "x" * 2001}).status_code == 422
    assert phone.put("/api/v1/help/safety-plan", json={"diagnosis": "x"}).status_code == 422
    assert phone.delete("/api/v1/help/safety-plan").status_code == 204
    assert phone.get("/api/v1/help/safety-plan").get_json()["coping"] == ""


# From a device


def test_a_plan_from_the_outbox_arrives_once_as_whoever_wrote_it(visit, amara, ben):
    key = {"Idempotency-Key": "a-phone-made-this", "Outbox-Account": str(amara.id)}
    answers = [visit(amara).post("/help/plan", data=PLAN, headers=key) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [204, 204]
    assert answers[0].location == "/help"
    planning.write_plan(amara, PLAN | {"coping": "Changed since."})
    visit(amara).post("/help/plan", data=PLAN, headers=key)
    assert planning.plan_of(amara).coping == "Changed since."
    assert visit(ben).post("/help/plan", data=PLAN, headers=key).status_code == 409
    assert planning.plan_of(ben) is None


def test_what_the_box_of_a_letter_says_of_this_browser_is_heard_though_the_first_answer_was_lost(visit, amara):
    phone, other = visit(amara), visit(amara)
    for number, box, is_here in ((1, {"on_device": "y"}, True), (2, {}, False)):
        key = {"Idempotency-Key": f"letter-{number}", "Outbox-Account": str(amara.id)}
        other.post("/help/plan", data=PLAN | box, headers=key)  # what it answers does not reach the phone
        assert phone.post("/help/plan", data=PLAN | box, headers=key).status_code == 204
        assert is_ticked(phone) == is_here
        assert ("Kept-On-Device" in phone.get("/help").headers) == is_here


def test_what_is_refused_keeps_no_key(visit, amara):
    key = {"Idempotency-Key": "a-phone-made-this", "Outbox-Account": str(amara.id)}
    browser = visit(amara)
    assert browser.post("/help/plan", data={"contact_name": "Ifeoma"}, headers=key).status_code == 422
    mended = {"contact_name": "Ifeoma", "contact_phone": "+351 912 000 117"}
    assert browser.post("/help/plan", data=mended, headers=key).status_code == 204


def test_a_browser_is_told_who_it_is_and_nothing_else(visit, client, amara):
    assert client.get("/outbox").get_json()["account"] is None
    answer = visit(amara).get("/outbox")
    assert answer.get_json()["account"] == str(amara.id)
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.on("sqlite")
def test_countries_have_names(app):
    with app.test_request_context("/"):
        assert (lines.name_of("PT"), lines.name_of("")) == ("Portugal", "")
    assert lines.country_of("America/New_York") == "US"
    assert lines.country_of("Asia/Calcutta") == "IN"
    assert lines.country_of("Nowhere/At/All") == ""
