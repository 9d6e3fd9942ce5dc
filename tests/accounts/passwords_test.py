"""Passwords: long enough, any characters, none that everybody uses."""

import hashlib

import pytest

from kaya.accounts import passwords
from kaya.refusal import Refusal


@pytest.mark.parametrize(
    "good",
    [
        "x7" * 32,
        "x7" * 64,
        "drei Reiher am Zaun",
        "  outer space stays  ",
        "пароль из слов",
        "🌿🌊🌙🔥🌾🪨🌿🌊",
        "nul\x00 in it",
        "\ud800 half one",
    ],
    ids=ascii,
)
def test_any_characters_will_do(app, good):
    assert passwords.check(good) == good
    kept = passwords.hashed(good)
    assert passwords.matches(kept, good)
    assert not passwords.matches(kept, good + " ")


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ("seven77", "at least 8"),
        ("", "at least 8"),
        ("x7" * 64 + "y", "at most 128"),
        ("password", "many people use it"),
        ("PassWord1", "many people use it"),
        ("12345678", "many people use it"),
        ("zzzzzzzzzzzz", "many people use it"),
        ("amara obi", "your own name"),
        ("AmaraObi", "your own name"),
        ("amara@example.org", "your own name"),
    ],
)
def test_why_one_is_refused_is_said_plainly(app, bad, why):
    with pytest.raises(Refusal, match="weak-password") as refused:
        passwords.check(bad, email="amara@example.org", name="Amara Obi")
    assert why in str(refused.value.message)
    assert refused.value.field == "password"


def test_an_operator_may_name_a_wider_list(app, settings, tmp_path):
    listed = [f"leaked phrase number {n}" for n in range(500)]
    lines = sorted(hashlib.sha1(p.encode()).hexdigest().upper() + f":{n}" for n, p in enumerate(listed))
    file = tmp_path / "breached.txt"
    file.write_text("\r\n".join(lines))
    settings(password_list=str(file))
    assert all(passwords.is_common(password) for password in listed)
    assert not any(passwords.is_common(f"nobody leaked {n}") for n in range(500))


def test_hashes_are_argon2id_with_the_settings_own_cost(app, settings):
    settings(argon2_memory_kib=19456, argon2_time_cost=2)
    assert passwords.hashed("three herons on a wire").startswith("$argon2id$v=19$m=19456,t=2,p=1$")


@pytest.mark.parametrize("odd", [None, "", "plain", "$argon2id$broken"])
def test_nothing_matches_what_is_no_hash(app, odd):
    assert not passwords.matches(odd, "nobody's")
