"""The audit trail's marks: 100,000 entries verified in under 5 seconds, in time that grows as they do.

On a busy machine the seconds of its processor say more than those of the clock: both are printed.
"""

import time

from flask import Flask
from sqlalchemy import select

from kaya import audit
from kaya.accounts.models import User
from kaya.audit import act
from kaya.audit.verifying import verify
from kaya.db import db, transaction
from tests.bench.ground import both_databases

counted = act("bench-counted", label="Counted")
AT_ONCE = 5000


def main() -> None:
    with both_databases() as apps:
        for name, app in apps.items():
            with app.app_context():
                fill_and_verify(name, app)


def fill_and_verify(name: str, app: Flask) -> None:
    people = db.session.scalars(select(User.id).limit(20)).all()
    there = verify().rows
    for upto in (25_000, 50_000, 100_000):
        for first in range(there, upto, AT_ONCE):
            write(people, min(AT_ONCE, upto - first))
        there = upto
        say_how_long(name)


def say_how_long(name: str) -> None:
    began = time.process_time()
    verdict = verify()
    worked = (time.process_time() - began) * 1000
    assert not verdict.flaw, verdict.says
    print(
        f"{name}: {verdict.rows} entries in {verdict.milliseconds} ms (≤ 5000 for 100,000),"
        f" {worked:.0f} ms of them at work here, {worked * 1000 / verdict.rows:.1f} µs each"
    )


def write(people: list[object], number: int) -> None:
    with transaction():
        for each in range(number):
            audit.record(counted, actor=people[each % 20], subject=people[each % 7], row=("thing", each))


if __name__ == "__main__":
    main()
