"""Staff keep the catalogue in the browser: its services, and the shelves they stand on."""

import pytest

from kaya.care import booking, catalogue, shelving
from kaya.care.models import Service
from kaya.db import db
from kaya.money import Money
from kaya.realtime import version_of
from kaya.refusal import Refusal
from tests.care.booking_scene import utc
from tests.care.directory_scene import a_service, shelf, someone

SERVICES, SHELVES = "/staff/services", "/staff/services/shelves"


@pytest.fixture
def talking(admin, monday):
    return a_service(admin, shelf(), "Talking")


def told(service: Service, **changes: str) -> dict[str, str]:
    plain = {"category_id": str(service.category_id), "name": "Listening", "minutes": "45", "price": "55"}
    return plain | {"cancellation_notice_hours": "48"} | changes


def made(name: str) -> Service:
    return db.session.scalars(db.select(Service).where(Service.name == name)).one()


def test_staff_put_a_service_into_the_catalogue(visit, admin, client, talking):
    answer = visit(admin).post(SERVICES, data=told(talking, summary="An hour of it."))
    assert answer.headers["Location"] == SERVICES
    assert (made("Listening").price, made("Listening").cancellation_notice_hours) == (Money(5500, "EUR"), 48)
    assert "Listening" in client.get("/services").text


def test_and_tell_it_differently(visit, admin, client, talking):
    path = f"{SERVICES}/{talking.id}"
    assert 'value="Talking"' in visit(admin).get(path).text
    assert visit(admin).post(path, data=told(talking, name="Speaking")).status_code == 303
    assert "Speaking" in client.get("/services").text
    assert "Speaking" in client.get("/services?q=speaking").text


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("name", "", "Please fill this in"),
        ("name", "x" * 121, "at most 120"),
        ("category_id", "nothing", "There is no such shelf"),
        ("category_id", "01890000-0000-7000-8000-000000000000", "There is no such category"),
        ("minutes", "1", "Between 5 minutes"),
        ("price", "dear", "is not a price"),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_what_was_typed_stays(visit, admin, talking, field, value, said):
    answer = visit(admin).post(SERVICES, data=told(talking, summary="Typed with care") | {field: value})
    assert answer.status_code == 422
    assert said in answer.text
    assert "Typed with care" in answer.text


def test_a_service_is_retired_and_put_back(visit, admin, client, talking):
    ada = someone(admin, "Ada Nwosu", talking)
    browser = visit(admin)
    browser.post(f"{SERVICES}/{talking.id}/retirement")
    db.session.refresh(ada)
    assert (talking.is_archived, ada.price_from) == (True, None)
    assert client.get("/services/talking").status_code == 404
    assert "Talking" not in browser.htmx_get(SERVICES).text.replace("Talking</a></h2>", "")
    assert "Talking" in browser.htmx_get(f"{SERVICES}?show=retired").text
    browser.post(f"{SERVICES}/{talking.id}/return")
    db.session.refresh(ada)
    assert ada.price_from == Money(6000, "EUR")
    assert client.get("/services/talking").status_code == 200
    assert "Talking" in client.get("/services?q=talking").text


def test_what_is_booked_stays_when_a_service_is_retired(visit, admin, amara, hour):
    booked = booking.book(amara, hour, utc(5, 10))
    page = visit(admin).get(f"{SERVICES}/{hour.service_id}").text
    assert "1 appointment for it is still to come" in page
    assert "Ngozi Okafor" in page
    visit(admin).post(f"{SERVICES}/{hour.service_id}/retirement")
    db.session.refresh(booked)
    assert booked.is_live


def test_services_are_found_by_a_part_of_the_name_and_by_shelf(visit, admin, talking):
    a_service(admin, shelf("Bodywork"), "Massage")
    found = visit(admin).htmx_get(f"{SERVICES}?q=MASS").text
    assert "Massage" in found
    assert "Talking" not in found
    assert "Massage" not in visit(admin).htmx_get(f"{SERVICES}?shelf=talking").text
    assert "Nothing of that name" in visit(admin).htmx_get(f"{SERVICES}?q=%25").text


def test_the_list_says_how_many_offer_each(visit, admin, talking):
    a_service(admin, shelf("Bodywork"), "Massage")
    someone(admin, "Ada Nwosu", talking)
    someone(admin, "Bo Other", talking)
    page = visit(admin).htmx_get(SERVICES).text
    assert page.count("2 people") == 1
    assert page.count("nobody yet") == 1


def test_the_empty_catalogue_offers_the_first_step(visit, admin):
    page = visit(admin).get(SERVICES).text
    assert "The catalogue is still empty" in page
    assert f'href="{SHELVES}/new"' in page
    assert "Nothing has been retired" in visit(admin).get(f"{SERVICES}?show=retired").text


def test_a_page_of_the_catalogue_hears_of_each_change(admin, client, talking):
    before = version_of("catalogue", "")
    catalogue.change_service(admin, talking, catalogue.description_of(talking))
    shelving.add_shelf(admin, "Bodywork")
    assert version_of("catalogue", "") == before + 2
    assert 'topic="catalogue"' in client.get("/services").text


# Shelves


def names() -> list[str]:
    return [each.name for each in shelving.shelves()]


def test_shelves_are_added_named_and_put_in_order(visit, admin):
    browser = visit(admin)
    for name in ("Talking", "Bodywork", "Teeth"):
        assert browser.post(SHELVES, data={"name": name}).status_code == 303
    teeth = shelving.shelves()[2]
    browser.post(f"{SHELVES}/{teeth.id}/earlier")
    assert names() == ["Talking", "Teeth", "Bodywork"]
    browser.post(f"{SHELVES}/{teeth.id}/later")
    browser.post(f"{SHELVES}/{teeth.id}/later")
    assert names() == ["Talking", "Bodywork", "Teeth"]
    browser.post(f"{SHELVES}/{teeth.id}", data={"name": "Mouth", "about": "And gums."})
    assert (teeth.name, teeth.about, teeth.slug) == ("Mouth", "And gums.", "teeth")


@pytest.mark.parametrize(
    ("name", "said"), [("", "Please fill this in"), ("TALKING", "of that name already"), ("x" * 121, "at most 120")]
)
def test_a_shelf_needs_a_name_of_its_own(visit, admin, talking, name, said):
    answer = visit(admin).post(SHELVES, data={"name": name, "about": "Kept"})
    assert answer.status_code == 422
    assert said in answer.text
    assert "Kept" in answer.text


def test_what_a_shelf_is_called_is_found(client, admin, talking):
    shelving.change_shelf(admin, talking.category, "Conversations")
    assert "Talking" in client.get("/services?q=conversations").text


def test_only_an_empty_shelf_is_removed(visit, admin, talking):
    browser, path = visit(admin), f"{SHELVES}/{talking.category_id}"
    catalogue.archive_service(admin, talking)
    answer = browser.post(f"{path}/removal")
    assert answer.status_code == 409
    assert "Put them on another one first" in answer.text
    other = shelving.add_shelf(admin, "Bodywork").id
    assert browser.post(f"{SHELVES}/{other}/removal").status_code == 303
    assert names() == ["Talking"]


def test_two_shelves_with_the_same_long_beginning_have_addresses_of_their_own(admin):
    long = "A shelf with a name that goes on and on and on until nobody knows what it was about any more"
    assert shelving.add_shelf(admin, f"{long} one").slug != shelving.add_shelf(admin, f"{long} two").slug


def test_only_staff_put_the_shelves_in_order(okafor, admin, talking):
    for act in (
        lambda: shelving.add_shelf(okafor, "Mine"),
        lambda: shelving.change_shelf(okafor, talking.category, "Mine"),
        lambda: shelving.shift_shelf(okafor, talking.category, 1),
        lambda: shelving.remove_shelf(okafor, talking.category),
    ):
        with pytest.raises(Refusal, match="not-yours"):
            act()
