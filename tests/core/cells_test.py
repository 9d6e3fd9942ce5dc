"""Cells of a table are text to whatever spreadsheet opens it."""

import pytest

from kaya.cells import harmless


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_what_looks_like_a_formula_is_text(words):
    assert harmless(words) == f"'{words}"


@pytest.mark.parametrize("value", ["", "calm", "1 + 1", -1, 0.5, None])
def test_anything_else_stays_as_it_is(value):
    assert harmless(value) is value
