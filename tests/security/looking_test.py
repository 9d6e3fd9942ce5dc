"""Looking changes nothing: each address that can be looked at, by everyone, and every table compared afterwards."""

import re

import pytest
from sqlalchemy import MetaData, select

from kaya.db import db, transaction
from kaya.jobs import queue
from tests.house.addresses import address
from tests.house.matrix import MATRIX, VISITORS, welcome
from tests.visitor import FRAGMENT

# What a look may leave behind: the trail, when someone was seen last, when an archive was fetched.
OF_THE_AUDIT = {"audit_entries", "audit_head", "audit_people", "audit_intake", "data_keys"}
OTHERWISE = (("GET", FRAGMENT), ("HEAD", {}))
LAST_SEEN = {"sign_ins": {"last_seen_at"}, "api_keys": {"last_used_at"}, "archives": {"fetched_at"}}

pytestmark = pytest.mark.on("sqlite")


def test_no_get_of_anybodys_writes_a_row(house):
    """Pages, the API, files and feeds; by who is meant to as fragments too, and by HEAD."""
    before, found = rows_of_every_table(), set()
    for rule in looked_at(house):
        for name in VISITORS:
            visitor = house.phone(name) if rule.rule.startswith("/api/") else house.browser(name)
            house.writes.clear()
            for method, headers in (("GET", {}), *(OTHERWISE if name == welcome(rule.endpoint) else ())):
                visitor.open(address(rule, house.scene), method=method, headers=headers)
            found |= {f"{rule.rule} by {name}: {each[:90]}" for each in house.writes if not may_stay(each)}
    assert not found, "\n".join(sorted(found))
    assert not changed_since(before)


def may_stay(statement):
    """Is it the trail's, or when someone was seen last?"""
    [table] = re.match(r"\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+\"?(\w+)", statement).groups()
    set_there = set(re.findall(r"(\w+)\s*=\s*[?%:]", statement.partition("WHERE")[0]))
    return table in OF_THE_AUDIT or (bool(set_there) and set_there <= LAST_SEEN.get(table, set()))


def looked_at(house):
    rules = [rule for rule in house.app.url_map.iter_rules() if "GET" in (rule.methods or set())]
    return [rule for rule in rules if rule.endpoint in MATRIX]


def changed_since(before):
    return sorted(name for name, rows in rows_of_every_table().items() if rows != before[name])


def rows_of_every_table():
    tables = MetaData()
    tables.reflect(db.engine)
    seen = {}
    for name, table in tables.tables.items():
        if name not in OF_THE_AUDIT:
            columns = [column for column in table.columns if column.name not in LAST_SEEN.get(name, ())]
            seen[name] = sorted(repr(row) for row in db.session.execute(select(*columns)))
    db.session.rollback()
    return seen


def test_the_comparison_would_see_a_row(house):
    before = rows_of_every_table()
    with transaction():
        queue.enqueue("jobs.purge", key="looked")
    assert house.writes
    assert changed_since(before) == ["jobs"]
