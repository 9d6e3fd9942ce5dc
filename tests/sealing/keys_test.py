"""Installation keys: made once, seen by all, rotated while Kaya serves; and what becomes of one's own keys."""

import stat

import pytest
from sqlalchemy import event, select

from kaya import create_app
from kaya.db import db, transaction, uuid7
from kaya.sealing import conversation, installation, is_erased, keeping, person, retiring, seal, unseal
from kaya.sealing.keyring import KeyDestroyed
from kaya.sealing.models import DataKey
from tests.databases import settings_for_tests

HERE = ("letters", "body", "1")


@pytest.fixture
def folder(settings, tmp_path):
    """Keys of this test's own."""
    settings(instance_path=tmp_path)
    return tmp_path / "keys" / "data"


def kept(owner, text="I slept badly."):
    with transaction():
        return seal(owner, text, HERE)


def crowd(count):
    return [(owner := person(uuid7()), kept(owner, f"I am number {number}")) for number in range(count)]


def wrapped_by():
    return set(db.session.scalars(select(DataKey.installation_key)))


def rewrap():
    heard = []
    return keeping.rewrap(lambda *progress: heard.append(progress)), heard


def test_the_first_key_is_made_for_nobody_elses_eyes(app, folder):
    kept(person(uuid7()))
    [file] = folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    first = installation.ring()
    assert installation.add(1) == first
    assert [each.name for each in folder.iterdir()] == ["0001.key"]


def test_a_new_installation_key_wraps_all_and_everything_is_read_as_before(app, folder, monkeypatch):
    monkeypatch.setattr(keeping, "AT_ONCE", 3)
    before, people = installation.first(), crowd(7)
    newest, heard = rewrap()
    assert newest != before.newest
    assert wrapped_by() == {newest}
    assert heard == [(0, 7), (3, 7), (6, 7), (7, 7)]
    assert [unseal(owner, sealed, HERE) for owner, sealed in people] == [f"I am number {n}" for n in range(7)]
    kept(person(uuid7()))
    assert wrapped_by() == {newest}


def test_killed_in_the_middle_it_goes_on_without_another_key(app, folder, monkeypatch):
    monkeypatch.setattr(keeping, "AT_ONCE", 3)
    people = crowd(7)

    def killed(done, of):
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        keeping.rewrap(killed)
    assert len(wrapped_by()) == 2
    assert all(unseal(owner, sealed, HERE) for owner, sealed in people)
    _, heard = rewrap()
    assert heard[0] == (0, 4)
    assert len(list(folder.iterdir())) == 2
    assert len(wrapped_by()) == 1


def test_an_idle_key_goes_when_the_operator_says_so_and_not_too_soon(app, folder, clock):
    people = crowd(2)
    old = installation.ring().newest
    assert retiring.retire() == []
    rewrap()
    assert retiring.retire() == []
    clock.travel(minutes=11)
    assert retiring.retire() == [old]
    assert len(list(folder.iterdir())) == 1
    assert all(unseal(owner, sealed, HERE) for owner, sealed in people)


def test_a_fleet_gets_its_keys_from_the_settings_the_last_one_wraps(app, settings, tmp_path):
    one, two = "11" * 32, "22" * 32
    settings(data_key=one, instance_path=tmp_path)
    owner = person(uuid7())
    sealed = kept(owner)
    settings(data_key=f"{one},{two}")
    assert unseal(owner, sealed, HERE) == "I slept badly."
    newest, _ = rewrap()
    assert newest == installation.id_of(bytes.fromhex(two))
    settings(data_key=two)
    db.session.rollback()
    assert unseal(owner, sealed, HERE) == "I slept badly."
    assert not (tmp_path / "keys" / "data").exists()


def test_a_fleet_may_share_a_folder(app, settings, tmp_path):
    settings(data_key=str(tmp_path / "shared"))
    kept(person(uuid7()))
    assert (tmp_path / "shared" / "0001.key").exists()


@pytest.mark.parametrize("given", ["secret", "11" * 31, f"{'11' * 32},", "relative/folder"])
def test_a_key_that_is_none_stops_the_start(tmp_path, given):
    with pytest.raises(ValueError, match="64 hexadecimal digits"):
        settings_for_tests(tmp_path, KAYA_DATA_KEY=given)


def test_kaya_does_not_start_where_the_key_of_what_is_sealed_is_missing(app, database, tmp_path, settings):
    kept(person(uuid7()))
    db.session.rollback()
    used = installation.ring().newest
    with pytest.raises(SystemExit, match=f"needs the installation keys {used}"):
        create_app(settings_for_tests(tmp_path / "another", database_url=database.address))
    assert not (tmp_path / "another" / "keys" / "data").exists()


def test_an_empty_house_makes_its_key_at_the_start(database, tmp_path):
    create_app(settings_for_tests(tmp_path / "another", database_url=database.copy()))
    assert (tmp_path / "another" / "keys" / "data" / "0001.key").exists()


def test_erasing_someone_destroys_their_key_and_nobody_elses(app):
    [(amara, hers), (ben, his)] = crowd(2)
    keeping.erase(amara)
    db.session.rollback()
    assert is_erased(unseal(amara, hers, HERE))
    assert unseal(amara, hers, HERE) == "[erased]"
    assert unseal(ben, his, HERE) == "I am number 1"
    with pytest.raises(KeyDestroyed):
        kept(amara)
    with pytest.raises(KeyDestroyed):
        keeping.renew(amara)
    rewrap()
    keeping.erase(amara)
    assert is_erased(unseal(amara, hers, HERE))


def test_nothing_is_sealed_for_someone_who_was_erased_without_ever_having_a_key(app):
    nobody = conversation(uuid7())
    keeping.erase(nobody)
    with pytest.raises(KeyDestroyed):
        kept(nobody)


def test_one_may_have_a_new_key_and_what_was_sealed_before_is_read_with_the_old(app):
    [(owner, old)] = crowd(1)
    keeping.renew(owner)
    keeping.renew(owner)
    new = kept(owner, "later")
    db.session.rollback()
    assert [unseal(owner, each, HERE) for each in (old, new)] == ["I am number 0", "later"]
    assert db.session.scalars(select(DataKey.version).order_by(DataKey.version)).all() == [1, 2, 3]
    keeping.erase(owner)
    assert is_erased(unseal(owner, old, HERE))
    assert is_erased(unseal(owner, new, HERE))


def test_a_key_is_asked_for_once_in_a_transaction(app):
    [(owner, sealed)] = crowd(1)
    asked = []

    def note(*how):
        asked.append(how[2])

    event.listen(db.engine, "before_cursor_execute", note)
    db.session.rollback()
    for _ in range(50):
        unseal(owner, sealed, HERE)
    event.remove(db.engine, "before_cursor_execute", note)
    assert len([each for each in asked if "data_keys" in each]) == 1


def test_the_commands_say_what_they_did(app, folder):
    crowd(2)
    said = app.test_cli_runner().invoke(args=["kaya", "keys", "rotate-data"]).output
    assert "2 of 2 keys wrapped anew" in said
    assert installation.ring().newest in said
    assert "too young" in app.test_cli_runner().invoke(args=["kaya", "keys", "retire-data"]).output
