"""Limits are rows of one table, which a setting may write anew."""

import pytest

from kaya.config import ROOT
from kaya.rates import USUAL, Rate, read_rates

ADDRESS = "/api/v1/auth/jwks.json"


def test_the_usual_ones_are_the_contracts():
    assert {
        name: str(USUAL[name]) for name in ("api-address", "api-account", "sign-in-address", "sign-in-account")
    } == {
        "api-address": "100/15 minutes",
        "api-account": "600/15 minutes",
        "sign-in-address": "20/15 minutes",
        "sign-in-account": "5/15 minutes",
    }
    assert {str(rate) for name, rate in USUAL.items() if name.startswith(("registration", "reset"))} == {"5/hour"}


def test_the_operator_reads_all_of_them():
    page = (ROOT / "docs" / "operations.md").read_text()
    assert [name for name, rate in USUAL.items() if f"| `{name}` | {rate} |" not in page] == []


def test_a_setting_writes_rows_anew():
    assert read_rates(" api-account=1200/15 minutes, picture=10/hour,") == {
        "api-account": Rate(1200, "15 minutes"),
        "picture": Rate(10, "hour"),
    }
    assert read_rates("") == {}


@pytest.mark.parametrize(
    "words", ["picture", "picture=", "picture=0/hour", "picture=5/fortnight", "x=5/hour", "=5/hour"]
)
def test_what_makes_no_sense_is_refused(words):
    with pytest.raises(ValueError, match=r"knows no limit|is written as"):
        read_rates(words)


@pytest.mark.on("sqlite")
def test_the_new_row_counts_and_headers_say_so(client, settings):
    settings(rate_limit_scale=1, rate_limits="api-address=3/hour")
    answers = [client.get(ADDRESS) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert [answer.headers["RateLimit-Remaining"] for answer in answers] == ["2", "1", "0", "0"]
    assert answers[0].headers["RateLimit-Limit"] == "3"
    assert 3500 < int(answers[3].headers["Retry-After"]) <= 3601


@pytest.mark.on("sqlite")
def test_members_have_more_than_strangers(call, amara, client, settings):
    settings(rate_limit_scale=1)
    assert client.get(ADDRESS).headers["RateLimit-Limit"] == "100"
    assert call(amara).get(ADDRESS).headers["RateLimit-Limit"] == "600"
