"""Staff say whose house this is, and where people meet; every page shows it."""

import re
import uuid

import pytest

from kaya.db import db
from kaya.organisation import furnishing
from kaya.organisation.models import Location, Organisation, Room
from kaya.realtime import version_of
from kaya.refusal import Refusal

HOME = "/staff/organisation"
HOUSE = {"name": "Linden House", "timezone": "Africa/Lagos", "currency": "NGN", "accent": "plum"}
PLACE = {"name": "Yaba", "street": "14 Adekunle Street", "city": "Lagos", "country": "ng", "timezone": "Africa/Lagos"}


@pytest.fixture
def browser(visit, admin):
    browser = visit()
    browser.sign_in(admin)
    return browser


@pytest.fixture
def yaba(admin):
    return furnishing.add_location(admin, name="Yaba", timezone="Africa/Lagos")


def rows(model):
    return list(db.session.query(model))


def test_before_it_is_named_the_house_is_called_kaya(client):
    assert "Kaya" in client.get("/login").text
    assert rows(Organisation) == []


def test_what_staff_say_of_the_house_is_on_every_page(browser, client):
    assert browser.post(HOME, data=HOUSE).status_code == 303
    page = client.get("/login").text
    assert "Linden House" in page
    assert 'data-accent="plum"' in page
    assert Organisation.here().timezone == "Africa/Lagos"
    assert version_of("organisation") == 1
    assert browser.post(HOME, data=HOUSE | {"name": "Linden"}).status_code == 303
    assert Organisation.here().name == "Linden"


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("name", "", "Please fill this in"),
        ("name", "x" * 121, "at most 120"),
        ("name", "\x00\x07 ", "A house needs a name"),
        ("timezone", "Mars/Olympus", "no time zone"),
        ("currency", "XXL", "no currency"),
        ("accent", "neon", "not among the choices"),
        ("contact_email", "nobody", "no mail address"),
        ("privacy_policy", "x" * 20001, "at most 20000"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_what_was_typed_stays(browser, field, value, said):
    page = browser.post(HOME, data=HOUSE | {"about": "مرحبا 🌿", field: value})
    assert page.status_code == 422
    assert said in page.text
    assert "مرحبا 🌿" in page.text
    assert rows(Organisation) == []


def test_a_place_is_added_changed_and_removed(browser):
    added = browser.post(f"{HOME}/locations", data=PLACE)
    (place,) = rows(Location)
    assert added.location == f"{HOME}/locations/{place.id}"
    assert (place.country, place.timezone) == ("NG", "Africa/Lagos")
    assert "Yaba" in browser.get(HOME).text
    assert browser.post(added.location, data=PLACE | {"name": "Yaba house"}).status_code == 303
    assert "Yaba house" in browser.get(added.location).text
    assert browser.post(f"{added.location}/removal").status_code == 303
    assert rows(Location) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", ""), ("timezone", "Mars/Olympus"), ("timezone", ""), ("country", "QQ"), ("country", "PRT")],
)
def test_a_place_that_cannot_be_is_refused(browser, yaba, field, value):
    for address in (f"{HOME}/locations", f"{HOME}/locations/{yaba.id}"):
        page = browser.post(address, data=PLACE | {"city": "Lagos ‮🎂", field: value})
        assert page.status_code == 422
        assert "Lagos ‮🎂" in page.text


def test_rooms_are_added_renamed_and_removed(browser, admin, yaba):
    address = f"{HOME}/locations/{yaba.id}"
    assert browser.post(f"{address}/rooms", data={"name": "Quiet room"}).status_code == 303
    (room,) = rows(Room)
    again = browser.post(f"{address}/rooms", data={"name": "Quiet room"})
    assert (again.status_code, "already" in again.text) == (422, True)
    furnishing.add_room(admin, yaba, "Long room")
    taken = browser.post(f"{HOME}/locations/rooms/{room.id}", data={"name": "Long room"})
    assert (taken.status_code, "already" in taken.text) == (422, True)
    assert browser.post(f"{HOME}/locations/rooms/{room.id}", data={"name": "Fig room"}).status_code == 303
    assert "Fig room" in browser.get(address).text
    assert browser.post(f"{HOME}/locations/rooms/{room.id}/removal").status_code == 303
    assert [room.name for room in rows(Room)] == ["Long room"]
    furnishing.remove_location(admin, yaba)
    assert rows(Room) == []


def test_the_verbs_refuse_by_themselves(admin, yaba):
    with pytest.raises(Refusal, match="unknown-zone"):
        furnishing.name_house(admin, timezone="Mars/Olympus")
    with pytest.raises(Refusal, match="unknown-accent"):
        furnishing.name_house(admin, accent="neon")
    with pytest.raises(Refusal, match="name-missing"):
        furnishing.add_room(admin, yaba, "")


@pytest.mark.parametrize("path", ["", "/locations/new"])
def test_only_staff_come_in(visit, amara, path):
    browser = visit()
    assert browser.get(HOME + path).status_code == 303
    browser.sign_in(amara)
    assert browser.get(HOME + path).status_code == 403


def test_a_place_that_is_not_there_is_not_found(browser):
    assert browser.get(f"{HOME}/locations/{uuid.uuid4()}").status_code == 404
    assert browser.post(f"{HOME}/locations/rooms/{uuid.uuid4()}/removal").status_code == 404


def options(page: str, name: str) -> list[str]:
    chosen = re.search(rf'<select[^>]*name="{name}".*?</select>', page, re.DOTALL)
    assert chosen
    return re.findall(r"<option[^>]*>([^<]*)", chosen[0])


def test_zones_are_offered_by_region_and_city_and_an_older_name_is_kept(browser, admin):
    zones = options(browser.get(HOME).text, "timezone")
    assert {"Africa/Lagos", "America/Argentina/Buenos Aires", "UTC"} <= set(zones)
    assert len(zones) == len(set(zones))
    assert not {"Etc/GMT+5", "US/Eastern", "EST", "Portugal"} & set(zones)
    assert "Portugal" not in options(browser.get(f"{HOME}/locations/new").text, "timezone")
    furnishing.name_house(admin, name="Linden House", timezone="Portugal")
    page = browser.get(HOME).text
    assert "<option selected>Portugal" in page
    assert browser.post(HOME, data=HOUSE | {"timezone": "Portugal"}).status_code == 303
    assert Organisation.here().timezone == "Portugal"


def test_currencies_are_those_that_are_paid_with_by_code_and_name(browser):
    currencies = options(browser.get(HOME).text, "currency")
    assert {"EUR, Euro", "NGN, Nigerian Naira"} <= set(currencies)
    assert currencies == sorted(currencies)
    assert not {"XAU", "DEM", "XXX", "PTE"} & {each[:3] for each in currencies}
