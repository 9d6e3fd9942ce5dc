"""Each part of staff's work opens to whoever was granted it, and to nobody else among the staff."""

from collections.abc import Collection

import pytest
from werkzeug.routing import Rule

from kaya.accounts.models import Grant
from kaya.accounts.permissions import Permission
from kaya.db import transaction
from kaya.realtime.topics import topics
from tests.house.addresses import address
from tests.house.houses import House
from tests.house.matrix import MATRIX, row_of
from tests.house.matrix_test import sign_of, visitor
from tests.house.sayings import said

pytestmark = pytest.mark.on("sqlite")

BY = {
    Permission.AUDIT: ("audit.", "audit_api."),
    Permission.CONTENT: ("care.catalogue.", "care.shelves."),
    Permission.VERIFICATION: ("care.verification.", "practitioners_api.verify", "practitioners_api.withdraw"),
    Permission.OPERATIONS: (
        *("organisation.", "members.people.give_role", "members.people.grant", "members.people.withdraw"),
        *("members.people.index", "members.people.show", "users_api.index", "accounts.keys.", "keys_api."),
    ),
    Permission.SUPPORT: ("care.agenda.", "members.people.index", "members.people.show", "users_api.index"),
}
DOORS = [(permission, name) for permission, doors in BY.items() for name in MATRIX if name.startswith(doors)]


@pytest.mark.parametrize(("permission", "endpoint"), DOORS)
def test_it_opens_to_who_has_it_alone(house: House, permission: Permission, endpoint: str) -> None:
    """With this one thing Petra comes in, with everything but it she does not."""
    shared = {each for each, doors in BY.items() if endpoint.startswith(doors)}
    for rule in house.app.url_map.iter_rules(endpoint):
        assert found_with(house, rule, {permission}) == row_of(MATRIX[endpoint])["sofia"]
        assert found_with(house, rule, frozenset(Permission) - shared) == "x"


def found_with(house: House, rule: Rule, permissions: Collection[Permission]) -> str:
    house.restore()
    grant(house, permissions)
    [method] = (rule.methods or set()) - {"HEAD", "OPTIONS"}
    path = address(rule, house.scene)
    return sign_of(visitor(house, rule, "petra").open(path, method=method, **said(rule.endpoint, house.scene)))


def grant(house: House, permissions: Collection[Permission]) -> None:
    with transaction() as session:
        petra = session.merge(house.who("petra"))
        petra.grants.clear()
        session.flush()
        petra.grants.extend(Grant(permission=permission) for permission in sorted(permissions))


@pytest.mark.parametrize(
    ("topic", "permission"),
    [("agenda", Permission.SUPPORT), ("audit", Permission.AUDIT), ("people", Permission.OPERATIONS)],
)
def test_so_do_topics(house: House, topic: str, permission: Permission) -> None:
    house.restore()
    grant(house, ())
    assert not topics[topic](house.who("petra"), "")
    grant(house, {permission})
    assert topics[topic](house.who("petra"), "")


def test_every_door_of_the_staff_asks_for_a_permission(house: House) -> None:
    """The overview and what is not staff's alone excepted."""
    views = house.app.view_functions
    asking = {name for name, view in views.items() if view.policy.__name__ == "staff"}
    assert asking <= {"home.overview"}
