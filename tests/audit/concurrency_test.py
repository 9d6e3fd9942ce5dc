"""Many at once write one chain, and nobody waits for ever."""

from concurrent.futures import ThreadPoolExecutor, wait

from sqlalchemy import func, select, text

from kaya import audit
from kaya.accounts.models import User
from kaya.audit import anchoring
from kaya.audit.models import AuditEntry
from kaya.audit.verifying import verify
from kaya.db import db, locked, transaction
from tests.audit.conftest import seen

HOLD = {
    "sqlite": "INSERT INTO audit_last_anchor (id, sequence, proof) VALUES (1, 0, x'00')",
    "postgresql": "LOCK TABLE audit_last_anchor IN SHARE MODE",
}


def test_twenty_parallel_transactions_write_one_whole_chain(app, amara, ben):
    ids = [amara.id, ben.id]

    def write(number: int) -> None:
        with app.app_context():
            people = [db.session.get(User, each) for each in ids]
            first, second = people if number % 2 else people[::-1]
            with transaction() as session:
                audit.record(seen, actor=first, subject=second)
                locked(session, first)
                first.bio = f"{number}"
                audit.record(seen, actor=second, subject=first)

    with ThreadPoolExecutor(20) as pool:
        list(pool.map(write, range(20)))
    db.session.rollback()
    assert db.session.scalar(select(func.count()).select_from(AuditEntry)) == 40
    verdict = verify()
    assert (verdict.flaw, verdict.upto) == ("", 40)


def test_an_anchor_that_is_half_written_is_waited_for(app, many):
    """The very first: its line stands in the file, and the database is still held by somebody else."""
    many(3)

    def in_the_house(act):
        with app.app_context():
            return act()

    with ThreadPoolExecutor(2) as pool:
        with db.engine.connect() as other:
            other.execute(text(HOLD[db.engine.dialect.name]))
            dropping = pool.submit(in_the_house, anchoring.drop)
            while not anchoring.lines():
                assert not dropping.done()
            verifying = pool.submit(in_the_house, verify)
            early, _ = wait([verifying], timeout=1)
            other.rollback()
        assert not early
        assert dropping.result().sequence == 3
        assert not verifying.result().flaw
