"""Roles: given by staff, or from the command line to the first of them."""

import pytest

from kaya.accounts import roles, signing_in
from kaya.refusal import Refusal


def test_staff_give_a_role_and_the_person_signs_in_anew(admin, amara):
    signing_in.arrive(amara)
    roles.give(admin, amara, "practitioner")
    assert amara.is_practitioner
    assert signing_in.current(amara) == []


def test_nobody_else_does(amara, ben, okafor):
    for actor in (amara, okafor):
        with pytest.raises(Refusal, match="not-allowed") as refused:
            roles.give(actor, ben, "staff")
        assert refused.value.status == 403


def test_nobody_changes_their_own(admin):
    with pytest.raises(Refusal, match="own-role"):
        roles.give(admin, admin, "member")


def test_there_are_three_roles(admin, amara):
    with pytest.raises(Refusal, match="unknown-role"):
        roles.give(admin, amara, "king")


def test_the_same_role_again_changes_nothing(admin, amara):
    signing_in.arrive(amara)
    roles.give(admin, amara, "member")
    assert signing_in.current(amara)


def test_the_command_line_makes_the_first_staff(app, amara, session):
    said = app.test_cli_runner().invoke(args=["kaya", "make-staff", "Amara@example.org"])
    assert said.output == "Amara Obi is staff now, and may do everything.\n"
    session.refresh(amara)
    assert amara.role == "staff"
    assert amara.owes_second_factor
    missing = app.test_cli_runner().invoke(args=["kaya", "make-staff", "nobody@example.org"])
    assert missing.exit_code == 1
    assert "no account" in missing.output
