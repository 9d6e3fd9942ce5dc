"""Those whom an attacker would like to be, with their letters, Dr Okafor's practice, and the house to walk through."""

from tests.accounts.conftest import ana, letters
from tests.care.conftest import hour, monday, ngozi
from tests.house.conftest import house, pytest_generate_tests, seeded_house, sqlite_house, steps

__all__ = [
    "ana",
    "hour",
    "house",
    "letters",
    "monday",
    "ngozi",
    "pytest_generate_tests",
    "seeded_house",
    "sqlite_house",
    "steps",
]
