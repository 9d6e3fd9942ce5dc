"""The library, planted, for whoever asks for it."""

import pytest

from kaya.db import transaction
from kaya.practice.models import Practice
from kaya.practice.planting import plant_library


@pytest.fixture
def library(app):
    """The library's sessions by their slugs."""
    with transaction() as session:
        plant_library(session)
    return {practice.slug: practice for practice in session.query(Practice)}
