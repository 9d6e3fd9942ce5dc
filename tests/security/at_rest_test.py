"""What is kept, and what is said of it when something breaks: for nobody else on this machine, and not in logs."""

import os
import subprocess
import sys

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from kaya import create_app
from kaya.accounts.models import User
from kaya.config import ROOT, kept_secret
from kaya.db import db, transaction
from tests.databases import settings_for_tests


def mode_of(path):
    return oct(path.stat().st_mode & 0o777)


def test_an_error_of_the_database_says_nothing_of_what_was_written(amara):
    """Its words go to logs and to a failed job's row: the statement may stand there, a person's words may not."""
    with pytest.raises(DBAPIError) as broken, transaction() as session:
        session.execute(select(User).where(User.name == "my diagnosis", User.email == object()))
    assert "my diagnosis" not in str(broken.value)
    with pytest.raises(DBAPIError) as broken, transaction() as session:
        session.execute(db.insert(User).values(id=amara.id, name="my diagnosis", email="x", password_hash="h4sh"))
    assert "my diagnosis" not in str(broken.value)
    assert "h4sh" not in str(broken.value)


def test_the_house_is_kept_where_only_its_own_user_looks(tmp_path):
    create_app(settings_for_tests(tmp_path / "house"))
    assert mode_of(tmp_path / "house") == "0o700"


def test_so_is_developments_secret(tmp_path):
    words = kept_secret(tmp_path / "new" / "secret_key")
    assert mode_of(tmp_path / "new" / "secret_key") == "0o600"
    assert mode_of(tmp_path / "new") == "0o700"
    assert kept_secret(tmp_path / "new" / "secret_key") == words


def test_so_is_the_database_that_make_run_begins(tmp_path):
    folder = tmp_path / "house"
    begin = "import os, kaya.__main__ as begun; begun.STEPS = (['db', 'upgrade'],); begun.main()"
    there = os.environ | {"INSTANCE_PATH": str(folder), "DATABASE_URL": ""}
    subprocess.run([sys.executable, "-c", begin], check=True, cwd=ROOT, env=there, capture_output=True, timeout=120)
    assert {mode_of(each) for each in folder.glob("kaya.db*")} == {"0o600"}
