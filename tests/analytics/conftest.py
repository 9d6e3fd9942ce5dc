"""What both looks back need: a Monday that stands still."""

import pytest

from tests.mood.conftest import utc


@pytest.fixture(autouse=True)
def a_monday(clock):
    clock.travel(to=utc(2026, 3, 2, 12))
    clock.stand()
