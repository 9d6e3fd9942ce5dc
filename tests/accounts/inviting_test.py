"""Invitations: a letter, a link for seven days, and an account once it was used."""

import re

import pytest

from kaya.accounts import inviting, registering, signing_in
from kaya.accounts.models import Invitation, Role, User
from kaya.accounts.permissions import Permission
from kaya.db import db
from kaya.mail.models import Mail
from kaya.refusal import Refusal
from tests.cast import person

EVE = ("eve@example.org", "Eve Brandt")
WORD = "three herons on a wire"


@pytest.fixture
def petra(app):
    return person("Petra Lind", role=Role.STAFF, may=(Permission.SUPPORT,), timezone="Europe/Stockholm")


def link(email=EVE[0]) -> str:
    return re.findall(r"/invitation/(\S+)", db.session.scalars(Mail.newest(email)).first().text)[0]


def test_a_link_a_password_and_they_are_in(petra, client):
    inviting.invite(petra, *EVE)
    path = f"/invitation/{link()}"
    assert "eve@example.org" in client.get(path).text
    assert client.get(path).status_code == 200
    answer = client.post(path, data={"password": WORD, "timezone": "Europe/Paris"})
    assert answer.status_code == 303
    eve = db.session.scalars(User.by_email(EVE[0])).one()
    assert (eve.name, eve.role, eve.timezone) == ("Eve Brandt", Role.MEMBER, "Europe/Paris")
    assert signing_in.current(eve)
    assert client.get("/settings").status_code == 200
    assert client.get(path).status_code == 410


def test_a_weak_password_is_told_beside_its_field(petra, client):
    inviting.invite(petra, *EVE)
    answer = client.post(f"/invitation/{link()}", data={"password": "password", "timezone": "Europe/Paris"})
    assert answer.status_code == 422
    assert db.session.scalar(User.by_email(EVE[0])) is None


def test_it_is_over_after_seven_days_and_can_be_sent_again(petra, clock):
    invitation = inviting.invite(petra, *EVE)
    first = link()
    clock.travel(days=7, minutes=1)
    with pytest.raises(Refusal, match="gone"):
        inviting.accept(first, WORD)
    inviting.send_again(petra, invitation)
    with pytest.raises(Refusal, match="gone"):
        inviting.waiting(first)
    assert inviting.accept(link(), WORD).email == EVE[0]


def test_taken_back_it_opens_nothing(petra):
    inviting.withdraw(petra, inviting.invite(petra, *EVE))
    with pytest.raises(Refusal, match="gone"):
        inviting.accept(link(), WORD)


def test_whoever_is_here_or_invited_is_told_plainly(petra, amara):
    with pytest.raises(Refusal, match="has-account") as refused:
        inviting.invite(petra, "Amara@Example.org", "Amara")
    assert (refused.value.field, refused.value.status) == ("email", 409)
    inviting.invite(petra, *EVE)
    with pytest.raises(Refusal, match="already-invited"):
        inviting.invite(petra, *EVE)


def test_after_it_was_over_they_are_invited_anew(petra, clock):
    inviting.invite(petra, *EVE)
    clock.travel(days=8)
    assert not inviting.invite(petra, *EVE).is_over


def test_support_invites_members_and_operations_anybody(petra, admin, amara):
    with pytest.raises(Refusal, match="not-allowed"):
        inviting.invite(amara, *EVE)
    for role in (Role.STAFF, Role.PRACTITIONER):
        with pytest.raises(Refusal, match="not-allowed"):
            inviting.invite(petra, *EVE, role)
    invitation = inviting.invite(admin, *EVE, Role.STAFF)
    for act in (inviting.send_again, inviting.withdraw):
        with pytest.raises(Refusal, match="not-allowed"):
            act(petra, invitation)
    eve = inviting.accept(link(), WORD)
    assert (eve.role, eve.permissions) == (Role.STAFF, frozenset())
    with pytest.raises(Refusal, match="unknown-role"):
        inviting.invite(admin, "b@example.org", "B", "king")


def test_whoever_registers_alone_needs_it_no_more(admin):
    inviting.invite(admin, *EVE, Role.STAFF)
    token = link()
    registering.register(EVE[0], WORD, "Eve")
    digits = re.findall(r"\b\d{6}\b", db.session.scalars(Mail.newest(EVE[0])).first().text)[0]
    assert registering.verify_code(EVE[0], digits).role == Role.MEMBER
    assert db.session.scalar(Invitation.by_email(EVE[0])) is None
    with pytest.raises(Refusal, match="gone"):
        inviting.accept(token, WORD)


def test_a_month_later_it_is_forgotten(petra, clock):
    inviting.invite(petra, *EVE)
    clock.travel(days=38)
    inviting.purge()
    assert db.session.scalar(Invitation.by_email(EVE[0])) is None
