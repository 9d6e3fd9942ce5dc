"""Dr Okafor's practice: an hour of talking, on Monday the second of March 2026 at eight in the morning."""

import pytest

from kaya.accounts.models import User
from kaya.care.models import Offering, Practitioner
from tests.care.booking_scene import MONDAY, offering, practice, service


@pytest.fixture
def monday(clock):
    """It is Monday the second of March 2026, eight o'clock UTC."""
    clock.travel(to=MONDAY)
    return clock


@pytest.fixture
def ngozi(okafor: User, monday) -> Practitioner:
    return practice(okafor)


@pytest.fixture
def hour(ngozi: Practitioner) -> Offering:
    """An hour with Dr Okafor: nine to five UTC each day, every half hour, no notice, no buffers."""
    return offering(ngozi, service())
