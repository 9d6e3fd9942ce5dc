"""Finding someone: by words and filters, in an order one can page through, at a cost that does not grow."""

import re
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from kaya.care import directory, verification
from kaya.care.directory import Sort, Wanted
from kaya.care.views.lists import found
from kaya.db import locked, transaction
from kaya.money import Money
from tests.care.booking_scene import utc
from tests.care.directory_scene import Questions, a_crowd, a_service, shelf, someone, vocabulary


@pytest.fixture
def talking(admin, monday):
    vocabulary("Sleep", "Grief", "Back pain")
    return a_service(admin, shelf(), "Talking")


@pytest.fixture
def three(admin, talking):
    """Ada on Tuesdays and dear, Zoë daily and cheap, João on Sundays in person."""
    ada = someone(admin, "Ada Nwosu", talking, euros=90, weekdays=[1], specialties=["sleep"], languages=["en", "ig"])
    zoe = someone(admin, "Zoë Öz", talking, euros=30, languages=["tr"], city="İzmir", bio="Grief, and after it")
    joao = someone(admin, "João Sá", talking, mode="in_person", weekdays=[6], kind="physiotherapist", languages=["pt"])
    return ada, zoe, joao


EVERYONE = Wanted()


def names(wanted: Wanted = EVERYONE, sort: Sort = Sort.SOONEST) -> list[str]:
    return [each.display_name for each in found(directory.matching(wanted), sort, limit=50).items]


def test_whoever_is_free_first_stands_first(three):
    assert names() == ["Zoë Öz", "Ada Nwosu", "João Sá"]


def test_they_can_be_had_by_price_and_by_name(three):
    assert names(sort=Sort.PRICE) == ["Zoë Öz", "João Sá", "Ada Nwosu"]
    assert names(sort=Sort.NAME) == ["Ada Nwosu", "João Sá", "Zoë Öz"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(q="zoe"), ["Zoë Öz"]),
        (Wanted(q="JOAO sa"), ["João Sá"]),
        (Wanted(q="izm"), ["Zoë Öz"]),
        (Wanted(q="sleep"), ["Ada Nwosu"]),
        (Wanted(q="physio"), ["João Sá"]),
        (Wanted(kind="physiotherapist"), ["João Sá"]),
        (Wanted(specialty="sleep"), ["Ada Nwosu"]),
        (Wanted(language="tr"), ["Zoë Öz"]),
        (Wanted(mode="in_person"), ["João Sá"]),
        (Wanted(max_price=Money(3000, "EUR")), ["Zoë Öz"]),
        (Wanted(max_price=Money(9999, "NGN")), []),
        (Wanted(mode="video", max_price=Money(6000, "EUR")), ["Zoë Öz"]),
        (Wanted(q="grief", language="ig"), []),
    ],
)
def test_each_filter_narrows_the_search(three, wanted, expected):
    assert names(wanted) == expected


@pytest.mark.parametrize(
    ("zone", "day", "expected"),
    [
        ("UTC", date(2026, 3, 3), ["Zoë Öz", "Ada Nwosu"]),
        ("UTC", date(2026, 3, 4), ["Zoë Öz"]),
        ("UTC", date(2026, 3, 8), ["Zoë Öz", "João Sá"]),
        ("UTC", date(2026, 5, 5), []),
        # In Auckland, thirteen hours ahead, Ada's Tuesday begins on Tuesday night and lasts into Wednesday.
        ("Pacific/Auckland", date(2026, 3, 3), ["Zoë Öz", "Ada Nwosu"]),
        ("Pacific/Auckland", date(2026, 3, 4), ["Zoë Öz", "Ada Nwosu"]),
        ("Pacific/Auckland", date(2026, 3, 5), ["Zoë Öz"]),
        ("Pacific/Honolulu", date(2026, 3, 2), ["Zoë Öz", "Ada Nwosu"]),
    ],
)
def test_who_is_free_on_a_day_of_the_readers_own_calendar(three, zone, day, expected):
    assert sorted(names(Wanted(open_between=directory.day_in(zone, day)))) == sorted(expected)


def test_the_suspended_and_the_no_longer_verified_are_not_found(three, admin):
    ada, zoe, _ = three
    verification.withdraw(admin, ada, "The licence ran out")
    with transaction() as session:
        locked(session, zoe.user).suspended_at = zoe.created_at
    assert names() == ["João Sá"]


def test_paging_goes_through_everyone_once(admin, talking, monday):
    a_crowd(talking, 57, monday.now())
    for sort in Sort:
        seen, cursor = [], None
        while True:
            page = found(directory.matching(Wanted()), sort, cursor=cursor, limit=10)
            seen += [each.id for each in page.items]
            cursor = page.next_cursor
            if cursor is None:
                break
        assert len(seen) == len(set(seen)) == 57


@pytest.mark.parametrize("many", [24, 2400])
@pytest.mark.parametrize(
    "asked", ["", "?q=crowd&sort=price", "?language=pt&mode=video&max_price=60&available_on=2026-03-03"]
)
def test_a_page_asks_at_most_eight_questions_however_many_there_are(client, talking, monday, many, asked):
    a_crowd(talking, many, monday.now())
    with Questions() as questions:
        answer = client.get(f"/practitioners{asked}")
    assert answer.status_code == 200
    assert questions.count <= 8, "\n".join(questions.statements)
    assert len(answer.data) < 60_000


def test_the_last_page_asks_no_more_than_the_first(app, talking, monday):
    a_crowd(talking, 60, monday.now())
    page = found(directory.matching(Wanted()), Sort.SOONEST, limit=40)
    with Questions() as questions:
        found(directory.matching(Wanted()), Sort.SOONEST, cursor=page.next_cursor, limit=40)
    assert questions.count <= 5


BAD = {
    "kind=wizard": "There is no such kind",
    "max_price=cheap": "is not a price",
    "max_price=-5": "is not a price",
    "max_price=99999999999999999999": "is not a price",
    "available_on=2026-13-40": "That is not a day",
    "available_on=2020-01-01": "That day is over",
    "available_on=9999-12-31": "further ahead",
    "language=klingon": "language",
    "mode=pigeon": "By video, in person or by phone",
    "sort=worst": "By time, price or name",
    "specialty=😀": "Nobody here calls it that",
    "service=nothing": "There is no such service",
    "q=" + "x" * 300: "at most 200 characters",
}


@pytest.mark.parametrize(("asked", "said"), BAD.items())
def test_a_filter_that_makes_no_sense_is_said_so_and_left_out(client, three, asked, said):
    answer = client.get(f"/practitioners?{asked}")
    assert answer.status_code == 422
    assert said in answer.text
    assert "Zoë Öz" in answer.text


@pytest.mark.parametrize(
    "asked", ["q=😀", "q=%00", "q='\"<script>", "cursor=nonsense", "service=%00", "q=&kind=&mode="]
)
def test_what_is_odd_but_harmless_is_answered(client, three, asked):
    assert client.get(f"/practitioners?{asked}").status_code in (200, 422)


def test_as_one_types_only_the_list_is_answered_with_an_address_to_keep(client, three):
    answer = client.htmx_get("/practitioners?q=zoe&kind=&mode=&sort=soonest")
    assert "<html" not in answer.text
    assert 'id="directory"' in answer.text
    assert answer.headers["HX-Replace-Url"] == "/practitioners?q=zoe"


def test_nobody_found_offers_to_leave_something_out(client, three):
    answer = client.get("/practitioners?q=zoe&language=pt")
    assert "Nobody fits all of that" in answer.text
    assert 'href="/practitioners?q=zoe"' in answer.text


def test_times_are_said_in_the_readers_zone(visit, three, ben):
    there = utc(2, 9).astimezone(ZoneInfo(ben.timezone))
    assert f'datetime="2026-03-02T09:00:00Z">{there:%H:%M}<' in visit(ben).get("/practitioners").text


def test_one_person_is_not_in_any_order(client, three):
    def said(path: str) -> str:
        return re.sub(r"<[^>]+>|\s+", " ", client.get(path).text)

    assert "1 person who has the next free time" in " ".join(said("/practitioners?q=zoe").split())
    assert "3 people by who is free soonest, never by who pays" in " ".join(said("/practitioners").split())
    assert "3 people by their lowest price" in " ".join(said("/practitioners?sort=price").split())
