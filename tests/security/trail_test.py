"""What cannot be written down is not done: the trail's row and the change are one."""

import pytest
from sqlalchemy.exc import NoResultFound

from kaya.accounts import roles
from kaya.accounts.models import Role
from kaya.db import db
from tests.audit.conftest import kept_apart, tamper

__all__ = ["kept_apart", "tamper"]


def test_what_cannot_be_written_down_is_not_done(admin, amara, tamper):
    tamper("DELETE FROM audit_head")
    with pytest.raises(NoResultFound):
        roles.give(admin, amara, Role.PRACTITIONER)
    db.session.rollback()
    db.session.refresh(amara)
    assert amara.role == Role.MEMBER
