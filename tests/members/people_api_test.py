"""/users of the API, for staff."""

import pytest

from kaya.accounts import signing_in, suspending
from kaya.accounts.models import Role
from kaya.accounts.permissions import Permission
from kaya.db import db
from kaya.privacy.models import Deletion
from tests.cast import person

PEOPLE = "/api/v1/users"


@pytest.fixture
def petra(app):
    return person("Petra Lind", role=Role.STAFF, may=(Permission.SUPPORT,))


def test_everyone_by_pages(call, petra, amara, ben, okafor):
    phone = call(petra)
    first = phone.get(f"{PEOPLE}?sort=name&limit=3&count=true").json
    assert [each["name"] for each in first["items"]] == ["Amara Obi", "Ben Castellanos", "Ngozi Okafor"]
    assert first["total"] == 4
    second = phone.get(f"{PEOPLE}?sort=name&limit=3&cursor={first['next_cursor']}").json
    assert [each["name"] for each in second["items"]] == ["Petra Lind"]
    assert phone.get(f"{PEOPLE}?sort=oldest&cursor={first['next_cursor']}").status_code == 422


def test_looked_for(call, petra, amara, ben):
    phone = call(petra)
    suspending.suspend(petra, ben, "Threats.")
    assert [each["name"] for each in phone.get(f"{PEOPLE}?q=obi").json["items"]] == ["Amara Obi"]
    assert [each["status"] for each in phone.get(f"{PEOPLE}?status=suspended").json["items"]] == ["suspended"]
    assert [each["permissions"] for each in phone.get(f"{PEOPLE}?role=staff").json["items"]] == [["support"]]
    assert phone.get(f"{PEOPLE}?role=king").status_code == 422


def test_asked_in_by_mail(call, petra, amara):
    phone = call(petra)
    made = phone.post(PEOPLE, json={"email": "eve@example.org", "name": "Eve Brandt"})
    assert (made.status_code, made.json["status"], made.json["role"]) == (201, "invited", "member")
    assert [each["id"] for each in phone.get(f"{PEOPLE}?status=invited").json["items"]] == [made.json["id"]]
    again = phone.post(PEOPLE, json={"email": "eve@example.org", "name": "Eve Brandt"})
    assert (again.status_code, again.json["type"]) == (409, "/problems/already-invited")
    known = phone.post(PEOPLE, json={"email": amara.email, "name": "Amara"})
    assert (known.status_code, known.json["type"]) == (409, "/problems/has-account")
    assert phone.post(PEOPLE, json={"email": "b@example.org", "name": "B", "role": "staff"}).status_code == 403
    assert phone.post(f"{PEOPLE}/invitations/{made.json['id']}/resend").status_code == 200
    assert phone.delete(f"{PEOPLE}/invitations/{made.json['id']}").status_code == 204
    assert phone.get(f"{PEOPLE}?status=invited").json["items"] == []


def test_one_key_invites_once(call, petra):
    phone, body = call(petra), {"email": "eve@example.org", "name": "Eve"}
    key = {"Idempotency-Key": "one"}
    first, second = (phone.post(PEOPLE, json=body, headers=key).json["id"] for _ in range(2))
    assert first == second


def test_role_permissions_and_standing_together_or_not_at_all(call, admin, amara):
    phone, path = call(admin), f"{PEOPLE}/{amara.id}"
    made = phone.patch(path, json={"role": "staff", "permissions": ["support", "shop"]})
    assert (made.status_code, made.json["permissions"]) == (200, ["shop", "support"])
    without_reason = phone.patch(path, json={"role": "member", "status": "suspended"})
    assert (without_reason.status_code, list(without_reason.json["errors"])) == (422, ["reason"])
    assert phone.get(path).json["role"] == "staff"
    assert phone.patch(path, json={"status": "suspended", "reason": "Threats."}).json["status"] == "suspended"
    assert phone.patch(path, json={"status": "active"}).json["status"] == "active"
    assert phone.patch(path, json={"permissions": ["kingdom"]}).status_code == 422
    assert phone.patch(path, json={"name": "Somebody"}).status_code == 422


def test_support_gives_no_roles(call, petra, amara, admin):
    phone = call(petra)
    assert phone.patch(f"{PEOPLE}/{amara.id}", json={"role": "staff"}).status_code == 403
    assert phone.patch(f"{PEOPLE}/{admin.id}", json={"permissions": []}).status_code == 403
    assert phone.patch(f"{PEOPLE}/{admin.id}", json={"status": "suspended", "reason": "So."}).status_code == 403
    assert phone.patch(f"{PEOPLE}/{amara.id}", json={"status": "suspended", "reason": "So."}).status_code == 200


def test_it_is_asked_again_who_one_is(call, petra, amara, clock):
    phone, path = call(petra), f"{PEOPLE}/{amara.id}"
    clock.travel(minutes=11)
    for answer in (phone.patch(path, json={"status": "active"}), phone.delete(path)):
        assert (answer.status_code, answer.json["type"]) in (
            (403, "/problems/reauthenticate"),
            (401, answer.json["type"]),
        )
    assert db.session.scalar(db.select(Deletion.id)) is None


def test_erasing_begins_and_can_be_taken_back(call, petra, amara):
    phone, path = call(petra), f"{PEOPLE}/{amara.id}"
    signing_in.arrive(amara)
    assert phone.delete(path).status_code == 204
    assert phone.get(path).json["status"] == "leaving"
    assert signing_in.current(amara) == []
    assert [each["id"] for each in phone.get(f"{PEOPLE}?status=leaving").json["items"]] == [str(amara.id)]
    assert phone.patch(path, json={"status": "active"}).status_code == 422


def test_how_many_we_are(call, petra, amara, okafor):
    told = call(petra).get(f"{PEOPLE}/stats").json
    assert (told["total"], told["by_role"]) == (3, {"member": 1, "practitioner": 1, "staff": 1})
    assert (told["new_this_week"], told["active_7_days"]) == (3, 1)


def test_somebody_faster(call, admin, amara):
    phone, path = call(admin), f"{PEOPLE}/{amara.id}"
    tag = phone.get(path).headers["ETag"]
    assert phone.patch(path, json={"role": "practitioner"}, headers={"If-Match": tag}).status_code == 200
    assert phone.patch(path, json={"role": "member"}, headers={"If-Match": tag}).status_code == 412
