"""Development that other machines can reach says loudly what that means."""

import pytest
from structlog.testing import capture_logs

from kaya.cli import warn_of_neighbours
from kaya.config import read_settings

GOOD = {"secret_key": "x" * 32, "public_url": "https://kaya.example"}


def chosen(tmp_path, host, environment="development"):
    return read_settings(_env_file=None, instance_path=tmp_path, host=host, KAYA_ENVIRONMENT=environment, **GOOD)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.20", "kaya.local"])
def test_whoever_opens_development_to_the_network_is_told_what_others_can_do(tmp_path, capsys, host):
    with capture_logs() as logged:
        warn_of_neighbours(chosen(tmp_path, host))
    said = capsys.readouterr().err
    assert "/dev/mailbox" in said
    assert "staff" in said
    assert [(line["log_level"], line["host"]) for line in logged] == [("warning", host)]


@pytest.mark.parametrize(
    ("host", "environment"),
    [("127.0.0.1", "development"), ("::1", "development"), ("localhost", "development"), ("0.0.0.0", "production")],
)
def test_where_nothing_is_open_nothing_is_said(tmp_path, capsys, host, environment):
    with capture_logs() as logged:
        warn_of_neighbours(chosen(tmp_path, host, environment))
    assert (capsys.readouterr().err, logged) == ("", [])
