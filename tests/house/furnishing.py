"""Houses to walk through, each furnished once a session."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kaya import clock
from tests.databases import on_each_database
from tests.house.houses import NOON, House, PostgresHouse, SqliteHouse
from tests.house.pseudo import LANGUAGE, write_catalogue
from tests.house.scene import furnish
from tests.house.walk import Step, sown, walked

WALKS = ("tests.house.", "tests.security.", "tests.battery.")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if metafunc.module.__name__.startswith(WALKS):  # elsewhere a house is what that test calls one
        on_each_database(metafunc, "house")


@pytest.fixture(scope="session")
def sqlite_house(sqlite: Any, tmp_path_factory: pytest.TempPathFactory) -> House:
    return furnished(SqliteHouse(tmp_path_factory.mktemp("house"), sqlite.copy()))


@pytest.fixture(scope="session")
def postgresql_house(postgresql: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    house = furnished(PostgresHouse(tmp_path_factory.mktemp("house"), postgresql.copy()))
    yield house
    house.forget_connections()
    house.keeper.close()


@pytest.fixture(scope="session")
def seeded_house(sqlite: Any, tmp_path_factory: pytest.TempPathFactory) -> SqliteHouse:
    """The house with the demo people in it."""
    return sown(SqliteHouse(tmp_path_factory.mktemp("seeded"), sqlite.copy()))


@pytest.fixture(scope="session")
def steps(seeded_house: SqliteHouse) -> list[Step]:
    """Every page, by whoever comes to it."""
    return walked(seeded_house)


@pytest.fixture(scope="session")
def foreign_house(seeded_house: SqliteHouse, tmp_path_factory: pytest.TempPathFactory) -> SqliteHouse:
    """The same house in a language that nobody speaks."""
    folder = tmp_path_factory.mktemp("foreign")
    shutil.copyfile(f"{seeded_house.file}.kept", folder / "kaya.db")
    shutil.copytree(seeded_house.folder / "keys", folder / "keys")
    house = abroad(folder, f"sqlite:///{folder / 'kaya.db'}")
    house.scene = seeded_house.scene
    house.keep()
    return house


@pytest.fixture(scope="session")
def foreign_scene(sqlite: Any, tmp_path_factory: pytest.TempPathFactory) -> House:
    """The house of the scene, in that language too."""
    return furnished(abroad(tmp_path_factory.mktemp("foreign"), sqlite.copy()))


def abroad(folder: Path, address: str) -> SqliteHouse:
    config = {"BABEL_TRANSLATION_DIRECTORIES": str(write_catalogue(folder / "translations"))}
    return SqliteHouse(folder, address, config, languages=[LANGUAGE])


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
