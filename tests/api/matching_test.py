"""If-Match and If-None-Match in all their forms: strong, weak, lists, the star, and what is none."""

import pytest

PATH = "/api/v1/users/me"


@pytest.fixture
def phone(call, amara):
    return call(amara)


@pytest.fixture
def tag(phone):
    return phone.get(PATH).headers["ETag"].removeprefix("W/")


MATCHING = ["{tag}", "W/{tag}", '"other", {tag}', '{tag}, W/"other"', 'W/"other", W/{tag}', "*", '"with, comma", {tag}']
OTHER = ['"other"', 'W/"other"', '"a", "b", W/"c"', '""', "other", '"unclosed']


def change(phone, said):
    return phone.patch(PATH, json={"bio": "Tea, mostly."}, headers={"If-Match": said})


@pytest.mark.parametrize("said", MATCHING)
def test_a_change_to_what_one_has_seen_is_made(phone, tag, said):
    assert change(phone, said.format(tag=tag)).status_code == 200


@pytest.mark.parametrize("said", OTHER)
def test_a_change_to_what_has_changed_since_is_a_412(phone, said):
    answer = change(phone, said)
    assert (answer.status_code, answer.json["type"]) == (412, "/problems/changed-meanwhile")


@pytest.mark.parametrize("said", MATCHING)
def test_what_one_has_already_is_a_304(phone, tag, said):
    answer = phone.get(PATH, headers={"If-None-Match": said.format(tag=tag)})
    assert (answer.status_code, answer.data) == (304, b"")
    assert answer.headers["ETag"].removeprefix("W/") == tag


@pytest.mark.parametrize("said", OTHER)
def test_what_one_does_not_have_comes(phone, tag, said):
    answer = phone.get(PATH, headers={"If-None-Match": said})
    assert answer.status_code == 200
    assert answer.json["email"] == "amara@example.org"
