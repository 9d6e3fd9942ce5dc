"""What every test of live updates needs: a stage on the test's database."""

import pytest

from tests.stage.process import Stage


@pytest.fixture
def stage(database, tmp_path):
    return Stage(tmp_path, database.copy(), {"job_threads": 1})
