"""Facts are announced in two phases: in the transaction, where a failure counts, and after it, where it does not."""

import pytest
from blinker import NamedSignal

from kaya.db import transaction
from kaya.signals import Phase, announce, on


@pytest.fixture
def tea_poured():
    return NamedSignal("test.tea-poured")


def pour(fact, **details):
    with transaction():
        announce(fact, **details)


def test_a_reaction_takes_what_it_needs_by_name(app, tea_poured):
    heard = []
    on(tea_poured)(lambda *, cup, **_: heard.append(cup))
    pour(tea_poured, cup="blue", by="Amara")
    assert heard == ["blue"]


def test_a_reaction_in_the_transaction_that_fails_fails_the_verb(app, tea_poured):
    on(tea_poured)(lambda **_: 1 / 0)
    later = []
    on(tea_poured, phase=Phase.WRITTEN)(lambda **_: later.append("told"))
    with pytest.raises(ZeroDivisionError):
        pour(tea_poured)
    assert later == []


def test_a_reaction_after_the_commit_that_fails_does_not_stop_the_next(app, tea_poured):
    told = []
    on(tea_poured, phase=Phase.WRITTEN)(lambda **_: 1 / 0)
    on(tea_poured, phase=Phase.WRITTEN)(lambda **_: told.append("told"))
    pour(tea_poured)
    assert told == ["told"]
