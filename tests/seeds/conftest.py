"""A furnished house that is only looked at: it is furnished once for a file, on each database."""

from collections.abc import Iterator

import pytest
from flask import Flask

from kaya import create_app
from kaya.db import db
from kaya.seeds.sowing import sow_house, sow_people
from tests.databases import on_each_database, settings_for_tests


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    on_each_database(metafunc, "sown", scope="module")


@pytest.fixture(scope="module")
def sown(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    address = request.getfixturevalue(request.param).copy()
    app = create_app(settings_for_tests(tmp_path_factory.mktemp("sown"), database_url=address), TESTING=True)
    with app.app_context():
        sow_house()
        sow_people()
        db.session.remove()
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def furnished(sown: Flask) -> Iterator[Flask]:
    with sown.app_context():
        yield sown
        db.session.remove()
