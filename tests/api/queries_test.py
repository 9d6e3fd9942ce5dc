"""What it costs to be known: an authenticated read asks the database at most twice more than an anonymous one."""

import pytest

from kaya.care import booking
from tests.care.booking_scene import utc
from tests.statements import statements

OVERHEAD = 2


def queries(phone, path):
    phone.get(path)
    with statements() as said:
        assert phone.get(path).status_code == 200
    return [statement for statement in said if statement.lstrip().upper().startswith(("SELECT", "INSERT", "UPDATE"))]


def test_one_s_own_account_is_read_with_what_says_who_one_is(call, amara):
    assert len(queries(call(amara), "/api/v1/users/me")) <= OVERHEAD


@pytest.mark.usefixtures("monday")
@pytest.mark.parametrize("path", ["/api/v1/practitioners", "/api/v1/services"])
def test_a_list_that_anyone_may_read_costs_who_is_known_two_more(call, amara, hour, path):
    assert len(queries(call(amara), path)) <= len(queries(call(), path)) + OVERHEAD


@pytest.mark.usefixtures("monday")
def test_a_list_costs_the_same_however_many_stand_in_it(call, amara, hour):
    few = queries_of_appointments(call, amara, hour, 9)
    assert queries_of_appointments(call, amara, hour, 10, 11, 12) == few


def queries_of_appointments(call, amara, hour, *hours):
    for each in hours:
        booking.book(amara, hour, utc(5, each))
    return len(queries(call(amara), "/api/v1/appointments"))
