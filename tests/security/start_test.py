"""Kaya does not start with a door that nobody guards, nor on a database that has lost what it refuses."""

import pytest
from flask import Flask
from sqlalchemy import create_engine, text

from kaya import create_app, guards
from kaya.web import policy
from tests.databases import migrated_app, settings_for_tests


def test_a_route_without_a_policy_stops_the_start():
    app = Flask("a house", static_folder="/nowhere")
    app.add_url_rule("/open", "open", lambda: "anyone?")
    with pytest.raises(RuntimeError, match="Routes without a policy: open"):
        policy.guard(app)


def test_every_route_of_this_house_says_who_may(app):
    assert [name for name, view in app.view_functions.items() if not callable(getattr(view, "policy", None))] == []


@pytest.mark.on("sqlite")
@pytest.mark.parametrize("lost", ["audit_entries_never_change", "audit_entries_stay_until_they_expire"])
def test_a_trail_that_could_be_rewritten_stops_the_start(database, tmp_path, lost):
    address = database.copy()
    migrated_app(tmp_path, address)
    engine = create_engine(address)
    assert guards.missing(engine) == []
    with engine.begin() as connection:
        connection.execute(text(f"DROP TRIGGER {lost}"))
    engine.dispose()
    with pytest.raises(SystemExit, match=lost):
        create_app(settings_for_tests(tmp_path, database_url=address))
