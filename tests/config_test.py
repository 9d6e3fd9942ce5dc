"""Settings: explained, typed, and stopping the start when one is bad."""

import re
from pathlib import Path

import pytest

from kaya.config import ROOT, Settings, read_settings

EXAMPLE = (ROOT / ".env.example").read_text()
SETTINGS = {str(field.validation_alias or name).upper(): field for name, field in Settings.model_fields.items()}


def test_the_example_explains_every_setting_and_no_other():
    paragraphs = [paragraph.splitlines() for paragraph in EXAMPLE.strip().split("\n\n")[1:]]
    explained = [line[1:].split("=")[0] for lines in paragraphs for line in lines if re.match(r"#[A-Z_0-9]+=", line)]
    assert sorted(explained) == sorted(SETTINGS)
    assert all(lines[0].startswith("# ") for lines in paragraphs)


@pytest.mark.parametrize("name", SETTINGS)
def test_the_example_shows_the_default(name):
    shown = re.search(rf"^#{name}=(.*)$", EXAMPLE, re.MULTILINE)
    assert shown
    assert shown[1] == as_written(SETTINGS[name].default)


def as_written(default: object) -> str:
    if isinstance(default, list):
        return ",".join(default)
    if isinstance(default, Path):
        return default.relative_to(ROOT).as_posix()
    return str(default).lower() if isinstance(default, bool) else str(default)


def test_a_second_factor_is_asked_of_all_who_work_here_and_the_demos_practitioner_is_let_off_in_development(tmp_path):
    at_home = Settings(_env_file=None, instance_path=tmp_path)
    assert at_home.two_factor_for == ["staff", "practitioner"]
    assert at_home.two_factor_lets_off == ["okafor@example.org"]
    open_to_all = {"KAYA_ENVIRONMENT": "production", "secret_key": "x" * 32, "public_url": "https://kaya.example"}
    elsewhere = Settings(
        _env_file=None, instance_path=tmp_path, two_factor_lets_off="okafor@example.org", **open_to_all
    )
    assert elsewhere.two_factor_lets_off == []


@pytest.mark.parametrize(
    ("bad", "named"),
    [
        ({"port": "a door"}, "PORT"),
        ({"KAYA_ENVIRONMENT": "production"}, "SECRET_KEY is missing"),
        ({"KAYA_ENVIRONMENT": "production", "secret_key": "short"}, "SECRET_KEY is shorter"),
        ({"KAYA_ENVIRONMENT": "production", "secret_key": "x" * 32}, "PUBLIC_URL"),
        ({"mail_transport": "pigeon"}, "MAIL_TRANSPORT"),
        ({"workers": 2}, "REDIS_URL"),
        ({"rate_limits": "api-acount=5/hour"}, "RATE_LIMITS .*knows no limit 'api-acount'"),
        ({"rate_limits": "picture=many"}, "RATE_LIMITS .*picture is written as"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bad_setting_stops_the_start_and_is_named(tmp_path, bad, named):
    with pytest.raises(SystemExit, match=named):
        read_settings(instance_path=tmp_path, **bad)
