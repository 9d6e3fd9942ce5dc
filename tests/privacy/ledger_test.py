"""No table with a person in it is forgotten: neither by the archive, nor by erasing, nor by docs/privacy.md."""

import pytest
from sqlalchemy import Table

from kaya.config import ROOT
from kaya.db import db
from kaya.privacy import tables
from kaya.privacy.ledger import Fate, entries
from kaya.privacy.packing import shown

# What a column is called that holds or names a person, wherever it stands.
NAMES = {"email", "recipient", "phone", "address", "address_hash", "device", "actor", "subject", "contact_email"}
ENDINGS = ("user_id", "owner_id", "client_id", "author_id", "member_id", "actor_id", "by_id", "holder_id")
OF_PEOPLE = {"users", "practitioners", "sign_ins", "appointments"}
LEDGER = tables
DOCS = (ROOT / "docs" / "privacy.md").read_text()

# Called so, and no person.
OTHERWISE = {("mails", "subject")}


def columns_with_people(table: Table) -> set[str]:
    named = {column.name for column in table.columns if column.name in NAMES or column.name.endswith(ENDINGS)}
    return named | {key.parent.name for key in table.foreign_keys if key.column.table.name in OF_PEOPLE}


def test_every_table_with_a_person_in_it_is_in_the_ledger():
    forgotten = {
        f"{table.name}.{column}: say in kaya/privacy/tables what the archive shows of it and what erasing does"
        for table in db.metadata.sorted_tables
        for column in columns_with_people(table)
        if (table.name, column) not in OTHERWISE
        and (table.name not in entries or column not in entries[table.name].people)
    }
    assert not forgotten


def test_the_ledger_knows_no_table_or_column_that_is_not_there():
    for entry in entries.values():
        table = db.metadata.tables[entry.table]
        columns = {*entry.people, *entry.hides, *(name for rule in entry.rules for name in rule.values)}
        assert columns - {"secret"} <= {column.name for column in table.columns} | {"secret"}, entry.table
        assert not entry.newest_by or entry.newest_by in table.c


@pytest.mark.parametrize("name", sorted(entries))
def test_each_is_shown_or_says_why_not(name):
    entry = entries[name]
    assert bool(entry.of) != bool(entry.instead)
    assert not entry.of or (entry.section and entry.title)


@pytest.mark.parametrize("name", sorted(entries))
def test_the_docs_say_what_becomes_of_it(name):
    [line] = [line for line in DOCS.splitlines() if line.startswith(f"| `{name}`")]
    for fate in {rule.fate for rule in entries[name].rules}:
        assert fate in line, line
    assert ("| no: " in line) != bool(entries[name].of), line


def test_no_secret_is_shown():
    secrets = ("hash", "secret", "key", "token", "mac")
    for entry in shown():
        left = {column.name for column in db.metadata.tables[entry.table].columns} - set(entry.hides)
        assert not [name for name in left if any(word in name for word in secrets)], entry.table


def test_every_fate_is_used():
    assert {rule.fate for entry in entries.values() for rule in entry.rules} == set(Fate)
