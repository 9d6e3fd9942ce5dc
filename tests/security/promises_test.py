"""A promise without a test is not kept: each has its own, they are there, and docs/security.md names them."""

import ast
import re
from functools import cache

import pytest

from tests.floor_plan import ROOT
from tests.security.promises import NOT_YET, PROMISES

TESTS = ROOT / "tests"
A_FILE = re.compile(r"\b[a-z_/]+_test\.py\b")


@pytest.mark.parametrize("promise", PROMISES)
def test_each_promise_has_its_tests(promise):
    named = PROMISES[promise]
    assert named
    for name in named:
        file, _, function = name.partition("::")
        assert function in functions_of(file), f"{name} is not there"


def test_each_test_of_the_page_is_there():
    """Every file that docs/security.md names exists; each row of its tables names one, or says how it is looked at."""
    for file in A_FILE.findall(words()):
        assert (TESTS / file).is_file(), file
    silent = [
        row for row in rows() if not A_FILE.search(row) and not re.search(r"`house/|[Bb]y (hand|construction)", row)
    ]
    assert not silent


def test_the_page_names_every_file_that_holds_a_promise():
    named = set(A_FILE.findall(words()))
    assert {name.partition("::")[0] for tests in PROMISES.values() for name in tests} <= named


def test_what_is_still_to_come_is_said_on_the_page():
    assert [promise for promise in NOT_YET if promise not in words()] == []


def rows():
    """Of the page's tables, without their heads."""
    lines = [line for line in words().splitlines() if line.startswith("| ")]
    return [line for line in lines if not line.startswith("| promise ")]


@cache
def words():
    return (ROOT / "docs" / "security.md").read_text()


@cache
def functions_of(file):
    tree = ast.parse((TESTS / file).read_text())
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
