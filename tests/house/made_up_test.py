"""The document says what the code does: a few hundred requests made up from it, by each kind of visitor."""

import pytest

from tests.house.made_up import ask

SEED = 20261121


@pytest.mark.on("sqlite")
@pytest.mark.parametrize("who", ["nobody", "amara", "okafor", "sofia"])
def test_what_is_made_up_is_answered_as_the_document_says(house, who):
    tally = ask(house, who, each=1, number=SEED)
    assert not tally.faults, "\n\n".join(tally.faults[:20])
    if who != "nobody":
        assert tally.succeeded >= 0.3, tally.statuses
