"""Applying, being verified, and the page that people read."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from kaya.accounts.models import Role
from kaya.care import practising, verification
from kaya.care.models import Practitioner, Ruling
from kaya.db import db
from kaya.notifications.models import Notification
from kaya.refusal import Refusal
from tests.care.directory_scene import a_service, profile, shelf, someone, vocabulary

FILLED = {
    "display_name": "Amara Obi",
    "kind": "therapist",
    "title": "Psychologist",
    "headline": "For whoever lies awake",
    "bio": "I listen.\n\nThen I ask.",
    "licence": "PSY-1",
    "languages": "English, Igbo, pt",
    "specialties": ["sleep"],
    "city": "Lagos",
    "timezone": "Africa/Lagos",
}


@pytest.fixture
def words(app):
    vocabulary("Sleep", "Grief")


@pytest.fixture
def applicant(amara, words) -> Practitioner:
    return practising.apply(amara, profile("Amara Obi", specialties=["sleep"], languages=["ig"], bio="I listen."))


# Applying


def test_a_member_applies_and_waits(visit, amara, words):
    browser = visit(amara)
    assert browser.post("/practise", data=FILLED).status_code == 303
    page = browser.get("/practise").text
    assert "Your application is with us" in page
    applied = db.session.scalars(select(Practitioner)).one()
    assert applied.slug == "amara-obi"
    assert {each.code for each in applied.languages} == {"en", "ig", "pt"}
    assert applied.is_waiting


def test_one_applies_once(amara, applicant):
    with pytest.raises(Refusal, match="already-applied"):
        practising.apply(amara, profile("Amara Obi"))


def test_two_of_one_name_have_two_addresses(amara, ben, words):
    first, second = (practising.apply(each, profile("Łukasz Ørsted")) for each in (amara, ben))
    assert (first.slug, second.slug) == ("lukasz-orsted", "lukasz-orsted-2")


def test_a_name_without_latin_letters_has_an_address_too(amara, words):
    assert practising.apply(amara, profile("宮崎 😀")).slug == "practitioner"


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("display_name", "", "Please fill this in"),
        ("display_name", "x" * 200, "at most 120"),
        ("kind", "wizard", "There is no such kind"),
        ("languages", "Klingonese", "We do not know"),
        ("specialties", "flying", "is not in our list"),
        ("timezone", "Mars/Olympus", "There is no time zone"),
        ("licence", "", "Please fill this in"),
        ("bio", "x" * 5000, "at most 4000"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(visit, amara, words, field, value, said):
    answer = visit(amara).post("/practise", data=FILLED | {field: value})
    assert answer.status_code == 422
    assert said in answer.text
    assert "For whoever lies awake" in answer.text
    assert db.session.scalars(select(Practitioner)).all() == []


def test_it_can_be_mended_while_one_waits(visit, amara, applicant):
    since = applicant.applied_at
    assert visit(amara).post("/practise", data=FILLED | {"headline": "Mended\u202e 😀"}).status_code == 303
    assert applicant.headline == "Mended\u202e 😀"
    assert applicant.applied_at == since


# Verifying


def test_once_papers_are_seen_one_practises(visit, admin, amara, applicant):
    browser = visit(admin)
    assert "Amara Obi" in browser.get("/staff/practitioners").text
    assert browser.post(f"/staff/practitioners/{applicant.id}/verification").status_code == 303
    assert amara.role == Role.PRACTITIONER
    assert "Amara Obi" in visit().get("/practitioners").text
    ruling = db.session.scalars(select(Ruling)).one()
    assert (ruling.verdict, ruling.by_id) == ("verified", admin.id)


def test_a_no_says_why_and_can_be_answered(visit, admin, amara, applicant):
    staff, browser = visit(admin), visit(amara)
    assert staff.post(f"/staff/practitioners/{applicant.id}/refusal", data={"reason": " "}).status_code == 422
    assert staff.post(f"/staff/practitioners/{applicant.id}/refusal", data={"reason": "No number"}).status_code == 303
    assert "No number" in browser.get("/practise").text
    assert browser.post("/practise", data=FILLED).status_code == 303
    assert applicant.is_waiting
    assert verification.verify(admin, applicant).is_verified


def test_a_verification_is_taken_back_and_nothing_is_forgotten(admin, amara, applicant, client):
    verification.verify(admin, applicant)
    verification.withdraw(admin, applicant, "It ran out")
    assert amara.role == Role.MEMBER
    assert client.get("/practitioners/amara-obi").status_code == 404
    rulings = db.session.scalars(Ruling.on(applicant)).all()
    assert [(each.verdict, each.reason) for each in rulings] == [("withdrawn", "It ran out"), ("verified", "")]


def test_only_staff_and_never_oneself(admin, amara, ben, applicant):
    with pytest.raises(Refusal, match="not-staff"):
        verification.verify(ben, applicant)
    own = practising.apply(admin, profile("Ada Admin"))
    with pytest.raises(Refusal, match="own-papers"):
        verification.verify(admin, own)


def test_twice_is_refused(admin, applicant):
    verification.verify(admin, applicant)
    with pytest.raises(Refusal, match="already-verified"):
        verification.verify(admin, applicant)
    with pytest.raises(Refusal, match="not-waiting"):
        verification.decline(admin, applicant, "Too late")


@pytest.mark.parametrize("path", ["/staff/practitioners", "/desk/profile", "/desk/services", "/desk/services/new"])
def test_members_stay_outside(visit, amara, path):
    assert visit(amara).get(path).status_code == 403
    assert visit().get(path).status_code == 303


def test_staff_and_the_applicant_are_told(admin, amara, applicant, run_jobs):
    verification.decline(admin, applicant, "No number")
    practising.change_profile(amara, applicant, profile("Amara Obi", licence="PSY-1"))
    verification.verify(admin, applicant)
    told = [(each.user_id, each.kind) for each in db.session.scalars(select(Notification).order_by(Notification.id))]
    assert told == [
        (admin.id, "practitioner-applied"),
        (amara.id, "practitioner-declined"),
        (admin.id, "practitioner-applied"),
        (amara.id, "practitioner-verified"),
    ]


# The page


def test_until_then_only_they_and_staff_see_the_page(visit, admin, amara, ben, applicant):
    assert "A preview" in visit(amara).get("/practitioners/amara-obi").text
    assert visit(admin).get("/practitioners/amara-obi").status_code == 200
    assert visit(ben).get("/practitioners/amara-obi").status_code == 404
    assert visit().get("/practitioners/amara-obi").status_code == 404


def test_the_page_says_who_they_are_and_what_can_be_booked(client, admin, monday, words):
    talking = a_service(admin, shelf(), "Talking")
    someone(admin, "Ada Nwosu", talking, licence="PSY-20417", city="Lagos", bio="I listen.", specialties=["sleep"])
    page = client.get("/practitioners/ada-nwosu").text
    for said in (
        "Ada Nwosu",
        "Licence PSY-20417, seen on",
        "Online, from Lagos",
        "I listen.",
        "Talking",
        "€60",
        "Sleep",
    ):
        assert said in page, said
    assert len(page.encode()) < 60_000


def test_what_people_write_is_shown_as_text(client, admin, monday, words):
    someone(admin, "Eve <script>", headline="<img src=x onerror=alert(1)>", bio="</div><script>alert(1)</script>")
    for path in ("/practitioners", "/practitioners/eve-script"):
        page = client.get(path).text
        assert "<script>alert" not in page
        assert "<img src=x" not in page


@pytest.mark.parametrize("path", ["nobody", "%00", "😀", "../x", "00000000-0000-0000-0000-000000000000"])
def test_an_address_of_nobody_is_nothing(client, words, path):
    assert client.get(f"/practitioners/{path}").status_code in (404, 308)


# At the desk


def test_a_practitioner_tells_it_anew(visit, admin, amara, applicant):
    verification.verify(admin, applicant)
    browser = visit(amara)
    assert "I listen." in browser.get("/desk/profile").text
    told = FILLED | {"licence": "X-1", "headline": "New words", "first_before": "Bring yourself", "is_accepting": "y"}
    assert browser.post("/desk/profile", data=told).status_code == 303
    page = visit().get("/practitioners/amara-obi").text
    assert "New words" in page
    assert "Bring yourself" in page


def test_another_cannot_change_it(ben, applicant):
    with pytest.raises(Refusal, match="not-yours"):
        practising.change_profile(ben, applicant, replace(practising.profile_of(applicant), headline="Mine now"))


def test_a_slash_too_many_leads_to_the_directory(client):
    answer = client.get("/practitioners/?kind=doctor")
    assert (answer.status_code, answer.location) == (308, "/practitioners?kind=doctor")
