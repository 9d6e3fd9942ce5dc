"""Houses to walk through, each furnished once a session."""

from collections.abc import Iterator
from typing import Any

import pytest

from kaya import clock
from tests.conftest import DATABASES
from tests.house.houses import NOON, House, PostgresHouse, SqliteHouse
from tests.house.scene import furnish


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "house" in metafunc.fixturenames:
        chosen = metafunc.config.getoption("--databases").split(",")
        mark = metafunc.definition.get_closest_marker("on")
        wanted = mark.args if mark else DATABASES
        metafunc.parametrize("house", [kind for kind in wanted if kind in chosen], indirect=True, scope="session")


@pytest.fixture(scope="session")
def sqlite_house(sqlite: Any, tmp_path_factory: pytest.TempPathFactory) -> House:
    return furnished(SqliteHouse(tmp_path_factory.mktemp("house"), sqlite.copy()))


@pytest.fixture(scope="session")
def postgresql_house(postgresql: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    house = furnished(PostgresHouse(tmp_path_factory.mktemp("house"), postgresql.copy()))
    yield house
    house.forget_connections()
    house.keeper.close()


def furnished(house: Any) -> Any:
    with house.app.app_context(), clock.moved(NOON):
        furnish(house.app, house.scene)
    house.keep()
    return house


@pytest.fixture
def house(request: pytest.FixtureRequest) -> Iterator[House]:
    """The house of the scene, as it was furnished."""
    kept: House = request.getfixturevalue(f"{request.param}_house")
    with kept.open():
        yield kept
