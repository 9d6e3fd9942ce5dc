"""The catalogue, and what practitioners offer of it."""

from uuid import UUID

import pytest
from sqlalchemy import select

from kaya.care import catalogue, offering
from kaya.care.models import Offering, Service
from kaya.care.offering import Terms
from kaya.care.prices import parse_price, price_words
from kaya.db import db
from kaya.money import Money
from kaya.organisation import furnishing
from kaya.refusal import Refusal
from tests.care.booking_scene import a_room
from tests.care.directory_scene import Questions, a_service, shelf, someone

EURO = Money(100, "EUR")


@pytest.fixture
def talking(admin, monday):
    return a_service(admin, shelf(), "Talking")


@pytest.fixture
def ada(admin, talking):
    return someone(admin, "Ada Nwosu")


def terms(mode: str = "video", minutes: int = 50, price: Money = EURO * 60, **where: UUID) -> Terms:
    return Terms(mode, minutes, price, **where)


# The catalogue


def test_services_stand_on_their_shelves(client, admin, talking):
    a_service(admin, shelf("Bodywork"), "Massage", euros=45, minutes=60)
    page = client.get("/services").text
    assert page.index("Bodywork") < page.index("Talking")
    for said in ("Massage", "€45", "60 min"):
        assert said in page


@pytest.mark.parametrize(
    ("asked", "count"), [("q=mass", 1), ("q=nothing", 0), ("category=bodywork", 1), ("category=nothing", 0)]
)
def test_one_looks_for_a_service(client, admin, talking, asked, count):
    a_service(admin, shelf("Bodywork"), "Massage")
    answer = client.htmx_get(f"/services?{asked}")
    assert answer.status_code == 200
    assert answer.text.count('class="service"') == count


def test_a_services_page_says_who_does_it(client, admin, talking):
    someone(admin, "Ada Nwosu", talking)
    someone(admin, "Ben Idle")
    page = client.get("/services/talking").text
    assert "Ada Nwosu" in page
    assert "Ben Idle" not in page


def test_the_catalogue_is_read_in_a_few_questions(client, admin, talking):
    for n in range(30):
        a_service(admin, shelf(f"Shelf {n}"), f"Service {n}")
    with Questions() as questions:
        client.get("/services")
    assert questions.count <= 4


@pytest.mark.parametrize("path", ["nothing", "%00", "😀"])
def test_a_service_that_is_not_there(client, talking, path):
    assert client.get(f"/services/{path}").status_code == 404


def test_out_of_the_catalogue_it_is_offered_no_more(client, admin, talking):
    ada = someone(admin, "Ada Nwosu", talking)
    catalogue.archive_service(admin, talking)
    assert client.get("/services/talking").status_code == 404
    assert db.session.scalars(Offering.listed()).all() == []
    db.session.refresh(ada)
    assert ada.price_from is None


def test_only_who_made_it_and_staff_change_it(admin, ada, ben, talking):
    with pytest.raises(Refusal, match="not-yours"):
        catalogue.archive_service(ada.user, talking)
    with pytest.raises(Refusal, match="not-yours"):
        catalogue.create_service(ben, catalogue.description_of(talking))


# Offering


def test_a_practitioner_offers_changes_and_archives(visit, ada, talking):
    browser = visit(ada.user)
    offered = {"service": str(talking.id), "mode": "video", "minutes": "50", "price": "57,50"}
    assert browser.post("/desk/services", data=offered).status_code == 303
    one = db.session.scalars(select(Offering)).one()
    assert (one.price, ada.price_from) == (Money(5750, "EUR"), Money(5750, "EUR"))
    changed = offered | {"minutes": "45", "price": "40"}
    assert browser.post(f"/desk/services/{one.id}", data=changed).status_code == 303
    assert (one.minutes, one.price, ada.price_from) == (45, EURO * 40, EURO * 40)
    assert browser.post(f"/desk/services/{one.id}/archive").status_code == 303
    assert one.is_archived
    assert ada.price_from is None


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("service", "", "Please fill this in"),
        ("service", "nothing", "There is no such service"),
        ("mode", "pigeon", "Choose how it takes place"),
        ("minutes", "long", "A whole number"),
        ("minutes", "1", "Between 5 minutes"),
        ("price", "dear", "is not a price"),
        ("price", "   ", "Please fill this in"),
        ("price", "-3", "is not a price"),
        ("price", "1e99", "is not a price"),
        ("where", "nowhere", "There is no such place"),
    ],
)
def test_terms_that_make_no_sense_are_said_beside_the_field(visit, ada, talking, field, value, said):
    offered = {"service": str(talking.id), "mode": "in_person", "minutes": "50", "price": "60"}
    answer = visit(ada.user).post("/desk/services", data=offered | {field: value})
    assert answer.status_code == 422
    assert said in answer.text


def test_the_same_service_is_offered_once_in_each_way(ada, talking):
    offering.offer(ada.user, ada, talking, terms())
    offering.offer(ada.user, ada, talking, terms("phone"))
    with pytest.raises(Refusal, match="already-offered"):
        offering.offer(ada.user, ada, talking, terms())


def test_what_was_archived_comes_back(ada, talking):
    one = offering.offer(ada.user, ada, talking, terms())
    offering.archive_offering(ada.user, ada, one)
    assert offering.offer(ada.user, ada, talking, terms(minutes=30)).id == one.id
    assert (one.minutes, one.is_archived) == (30, False)


def test_the_least_price_is_kept_beside(ada, admin, talking):
    dear = offering.offer(ada.user, ada, talking, terms(price=EURO * 90))
    offering.offer(ada.user, ada, a_service(admin, shelf("Other"), "Short"), terms(price=EURO * 20))
    db.session.refresh(ada)
    assert ada.price_from == EURO * 20
    offering.change_offering(ada.user, ada, dear, terms(price=EURO * 10))
    db.session.refresh(ada)
    assert ada.price_from == EURO * 10


def test_a_room_belongs_to_its_place(ada, talking):
    room = a_room()
    with pytest.raises(Refusal, match="unknown-room"):
        offering.offer(ada.user, ada, talking, terms("in_person", room_id=room.id))
    one = offering.offer(ada.user, ada, talking, terms("in_person", room_id=room.id, location_id=room.location_id))
    assert one.room_id == room.id


def test_a_room_stays_when_only_the_price_changes(visit, ada, talking):
    room = a_room()
    one = offering.offer(ada.user, ada, talking, terms("in_person", room_id=room.id, location_id=room.location_id))
    told = {"service": str(talking.id), "mode": "in_person", "minutes": "50", "price": "70"}
    path = f"/desk/services/{one.id}"
    in_it = f"{room.location_id} {room.id}"
    assert f'selected value="{in_it}"' in visit(ada.user).get(path).text
    assert visit(ada.user).post(path, data=told | {"where": in_it}).status_code == 303
    assert (one.price, one.room_id) == (EURO * 70, room.id)
    assert visit(ada.user).post(path, data=told | {"where": str(room.location_id)}).status_code == 303
    assert (one.location_id, one.room_id) == (room.location_id, None)
    assert visit(ada.user).post(path, data=told | {"where": ""}).status_code == 303
    assert one.location_id is None


def test_a_room_is_chosen_with_its_place(visit, ada, talking):
    room = a_room()
    told = {"service": str(talking.id), "mode": "in_person", "minutes": "50", "price": "70"}
    form = visit(ada.user).get("/desk/services/new").text
    assert "Rua das Flores, Fig room" in form
    answer = visit(ada.user).post("/desk/services", data=told | {"where": f"{room.location_id} {room.id}"})
    assert answer.status_code == 303
    one = db.session.scalars(select(Offering)).one()
    assert (one.location_id, one.room_id) == (room.location_id, room.id)


def test_a_room_is_not_chosen_at_another_place(visit, admin, ada, talking):
    room = a_room()
    elsewhere = furnishing.add_location(admin, name="Yaba house", timezone="Africa/Lagos")
    told = {"service": str(talking.id), "mode": "in_person", "minutes": "50", "price": "70"}
    answer = visit(ada.user).post("/desk/services", data=told | {"where": f"{elsewhere.id} {room.id}"})
    assert answer.status_code == 422
    assert "There is no such place" in answer.text


def test_nobody_else_touches_it(visit, admin, ada, ben, talking):
    one = offering.offer(ada.user, ada, talking, terms())
    other = someone(admin, "Zoe Other")
    with pytest.raises(Refusal, match="not-yours"):
        offering.archive_offering(ben, ada, one)
    assert visit(other.user).get(f"/desk/services/{one.id}").status_code == 404
    assert visit(other.user).post(f"/desk/services/{one.id}/archive").status_code == 404


def test_a_practitioner_puts_a_service_into_the_catalogue(visit, ada, talking):
    browser = visit(ada.user)
    told = {"category_id": str(talking.category_id), "name": "Walking", "minutes": "90", "price": "1.200,50"}
    answer = browser.post("/desk/services/catalogue", data=told | {"cancellation_notice_hours": "48"})
    made = db.session.scalars(select(Service).where(Service.name == "Walking")).one()
    assert answer.headers["Location"] == f"/desk/services/new?service={made.id}"
    assert (made.price, made.cancellation_notice_hours) == (Money(120050, "EUR"), 48)
    assert f'selected value="{made.id}"' in browser.get(answer.headers["Location"]).text
    assert browser.get(f"/desk/services/catalogue/{talking.id}").status_code == 404


# Prices


@pytest.mark.parametrize(
    ("typed", "currency", "amount"),
    [("60", "EUR", 6000), ("60.5", "EUR", 6050), ("60,50", "EUR", 6050), ("1,200", "EUR", 120000), ("0", "EUR", 0),
     ("1.200,00", "EUR", 120000), ("1500", "JPY", 1500), ("1.234", "KWD", 1234), (" 45 ", "NGN", 4500)],
)  # fmt: skip
def test_a_price_is_read_as_people_write_it(app, typed, currency, amount):
    price = parse_price(typed, currency)
    assert price == Money(amount, currency)
    assert parse_price(price_words(price), currency) == price


@pytest.mark.parametrize("typed", ["", "dear", "-1", "60.505", "NaN", "Infinity", "1e3", "😀", "٣٠x", "9" * 30, "€60"])
def test_what_is_no_price_is_refused(app, typed):
    with pytest.raises(Refusal, match="bad-price"):
        parse_price(typed, "EUR")
