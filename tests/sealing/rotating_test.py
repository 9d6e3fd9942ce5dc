"""Rotating the installation's key while Kaya serves: others write, read and are erased meanwhile."""

import threading

from sqlalchemy import select

from kaya.db import db, transaction, uuid7
from kaya.sealing import installation, is_erased, keeping, person, seal, unseal
from kaya.sealing.models import DataKey

HERE = ("letters", "body", "1")


def test_people_write_and_read_and_are_erased_while_all_is_wrapped_anew(app, settings, tmp_path, monkeypatch):
    settings(instance_path=tmp_path)
    monkeypatch.setattr(keeping, "AT_ONCE", 5)
    before = [kept(number) for number in range(60)]
    written, wrong, ended = [], [], threading.Event()

    def live():
        with app.app_context():
            while not ended.is_set():
                written.append(kept(len(written)))
                wrong.extend(each for each in (before[7], written[-1]) if not reads(*each))
                db.session.remove()

    def erase():
        with app.app_context():
            for owner, _, _ in before[40:50]:
                keeping.erase(owner)

    threads = [threading.Thread(target=each) for each in (live, live, erase)]
    for each in threads:
        each.start()
    keeping.rewrap(lambda done, of: None)
    ended.set()
    for each in threads:
        each.join()
    db.session.remove()
    newest = keeping.rewrap(lambda done, of: None)
    assert not wrong
    assert written
    assert all(reads(*each) for each in [*before[:40], *before[50:], *written])
    assert all(is_erased(unseal(owner, sealed, HERE)) for owner, _, sealed in before[40:50])
    used = select(DataKey.installation_key).where(DataKey.wrapped.is_not(None)).distinct()
    assert db.session.scalars(used).all() == [newest] == [installation.ring().newest]


def kept(number):
    owner, words = person(uuid7()), f"I am number {number}"
    with transaction():
        return owner, words, seal(owner, words, HERE)


def reads(owner, words, sealed):
    return unseal(owner, sealed, HERE) == words
