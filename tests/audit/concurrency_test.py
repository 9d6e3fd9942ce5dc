"""Many at once write one chain, and nobody waits for ever."""

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import func, select

from kaya import audit
from kaya.accounts.models import User
from kaya.audit.models import AuditEntry
from kaya.audit.verifying import verify
from kaya.db import db, locked, transaction
from tests.audit.conftest import seen


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
