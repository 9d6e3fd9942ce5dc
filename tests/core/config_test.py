"""Production refuses a secret that is missing, shipped or short, and names it; nothing guesses in its place."""

import pytest

from kaya.config import SHIPPED_SECRETS, read_settings

GOOD = {"secret_key": "x" * 32, "public_url": "https://kaya.example"}


def production(tmp_path, environment="production", **given):
    return read_settings(_env_file=None, instance_path=tmp_path, KAYA_ENVIRONMENT=environment, **GOOD | given)


@pytest.mark.parametrize("environment", ["staging", "production"])
@pytest.mark.parametrize(
    ("secret", "said"),
    [("", "missing"), (sorted(SHIPPED_SECRETS)[0], "from the example"), ("x" * 31, "shorter than 32 bytes")],
    ids=["missing", "shipped", "short"],
)
def test_a_bad_secret_stops_the_start_and_is_named(tmp_path, environment, secret, said):
    with pytest.raises(SystemExit, match=f"SECRET_KEY is .*{said}") as stopped:
        production(tmp_path, environment, secret_key=secret)
    assert not secret or secret not in str(stopped.value)


def test_a_good_secret_starts_with_cookies_that_only_https_carries(tmp_path):
    config = production(tmp_path).for_flask()
    assert config["SESSION_COOKIE_NAME"] == "__Host-kaya"
    assert config["SESSION_COOKIE_SECURE"] is config["SESSION_COOKIE_HTTPONLY"] is True
    assert config["TRUSTED_HOSTS"] == ["kaya.example"]


def test_production_stands_on_https(tmp_path):
    with pytest.raises(SystemExit, match="PUBLIC_URL"):
        production(tmp_path, public_url="http://kaya.example")


def test_development_makes_its_own_secret_and_keeps_it(tmp_path):
    first, again = (production(tmp_path, "development", secret_key="") for _ in "12")
    assert first.secret_key == again.secret_key == (tmp_path / "secret_key").read_text()
    assert len(first.secret_key) == 64
