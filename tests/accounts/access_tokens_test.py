"""Access tokens: ours, for the API, for a quarter of an hour, and only while their sign-in lives."""

import base64
import json
import stat

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kaya.accounts import access_tokens, signing_in, signing_keys
from kaya.clock import ahead, now
from kaya.config import settings as present_settings
from kaya.sealing.files import write_once


@pytest.fixture
def sign_in(amara):
    return signing_in.arrive(amara, medium="api")


def made(sign_in, *, key=None, algorithm="EdDSA", headers=None, without="", **claims):
    """A token as we make them, but for what is said otherwise."""
    kid = access_tokens.keys().newest
    usual = {
        "iss": present_settings().public_url,
        "aud": "kaya-api",
        "sub": str(sign_in.user_id),
        "sid": str(sign_in.id),
        "jti": "x",
        "type": "access",
        "iat": now(),
        "exp": ahead(minutes=5),
    } | claims
    usual.pop(without, None)
    header = {"kid": kid, "typ": "at+jwt"} | (headers or {})
    return jwt.encode(usual, key or access_tokens.keys().by_id[kid], algorithm, headers=header)


def test_what_is_made_as_ours_is_read(sign_in):
    assert access_tokens.read(made(sign_in)).sign_in_id == sign_in.id
    assert access_tokens.read(access_tokens.issue(sign_in)).user_id == sign_in.user_id


def test_it_lasts_a_quarter_of_an_hour(sign_in, clock):
    token = access_tokens.issue(sign_in)
    clock.travel(minutes=14, seconds=59)
    assert access_tokens.read(token)
    clock.travel(seconds=2)
    assert access_tokens.read(token) is None


@pytest.mark.parametrize(
    "bent",
    [
        {"aud": "another-api"},
        {"aud": ["kaya-api", "another-api"]},
        {"iss": "https://elsewhere.example"},
        {"type": "refresh"},
        {"without": "type"},
        {"without": "exp"},
        {"without": "sid"},
        {"without": "aud"},
        {"sub": "amara"},
        {"sid": "one"},
        {"headers": {"typ": "JWT"}},
        {"headers": {"kid": "another"}},
        {"headers": {"jku": "https://evil.example/keys"}},
        {"headers": {"x5u": "https://evil.example/cert"}},
        {"headers": {"jwk": {"kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}}},
        {"headers": {"kid": "../../secret_key"}},
        {"key": Ed25519PrivateKey.from_private_bytes(b"not this house's key, but theirs")},
    ],
    ids=lambda bent: " ".join(bent) + " " + str(next(iter(bent.values())))[:24].split(" object")[0],
)
def test_whatever_is_not_just_so_is_nothing(sign_in, bent, call):
    token = made(sign_in, **bent)
    assert access_tokens.read(token) is None
    assert call().get("/api/v1/users/me", headers={"Authorization": f"Bearer {token}"}).status_code == 401


def test_a_token_without_a_signature_or_signed_with_the_public_key_is_nothing(sign_in, call):
    unsigned = json.dumps({"alg": "none", "typ": "at+jwt", "kid": access_tokens.keys().newest}).encode()
    body = access_tokens.issue(sign_in).split(".")[1]
    nothing = f"{base64.urlsafe_b64encode(unsigned).decode().rstrip('=')}.{body}."
    public = access_tokens.public_keys()[-1]
    shared = made(sign_in, key=public["x"] * 2, algorithm="HS256")
    for token in (nothing, shared):
        assert access_tokens.read(token) is None
        assert call().get("/api/v1/users/me", headers={"Authorization": f"Bearer {token}"}).status_code == 401
    head, body, signature = access_tokens.issue(sign_in).split(".")
    claims = json.loads(base64.urlsafe_b64decode(body + "==")) | {"sub": str(sign_in.id)}
    bent = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    assert access_tokens.read(f"{head}.{bent}.{signature}") is None


@pytest.mark.parametrize("nonsense", ["", "x", "a.b.c", "e30.e30.e30", "🌿", "\x00", "." * 5000])
def test_nonsense_is_nothing(app, nonsense):
    assert access_tokens.read(nonsense) is None


def test_anyone_can_check_a_token_with_the_published_key(sign_in, call):
    answer = call().get("/api/v1/auth/jwks.json").json
    assert set(answer["keys"][0]) == {"kty", "crv", "x", "kid", "use", "alg"}
    published = jwt.PyJWKSet.from_dict(answer)
    token = access_tokens.issue(sign_in)
    key = published[jwt.get_unverified_header(token)["kid"]]
    assert jwt.decode(token, key, algorithms=["EdDSA"], audience="kaya-api")["sid"] == str(sign_in.id)


def test_the_key_is_made_once_and_for_nobody_elses_eyes(app, tmp_path):
    first = signing_keys.keys_in(tmp_path / "keys")
    again = signing_keys.keys_in(tmp_path / "keys")
    assert list(first.by_id) == list(again.by_id) == ["0001"]
    [path] = (tmp_path / "keys").iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_an_older_key_is_believed_while_the_newest_signs(sign_in, settings, tmp_path, call):
    settings(instance_path=tmp_path)
    old = access_tokens.issue(sign_in)
    assert signing_keys.rotate() == "0002"
    new = access_tokens.issue(sign_in)
    assert jwt.get_unverified_header(new)["kid"] == "0002"
    for token in (old, new):
        assert access_tokens.read(token)
        assert call().get("/api/v1/users/me", headers={"Authorization": f"Bearer {token}"}).status_code == 200
    assert [key["kid"] for key in call().get("/api/v1/auth/jwks.json").json["keys"]] == ["0001", "0002"]


def test_it_goes_once_its_tokens_are_over(sign_in, settings, tmp_path, clock):
    settings(instance_path=tmp_path)
    access_tokens.issue(sign_in)
    signing_keys.rotate()
    clock.travel(minutes=14)
    assert signing_keys.retire() == []
    clock.travel(minutes=7)
    assert signing_keys.rotate() == "0003"
    assert sorted(signing_keys.keys().by_id) == ["0002", "0003"]


def test_a_key_that_another_process_makes_is_used_at_once(sign_in, settings, tmp_path):
    settings(instance_path=tmp_path)
    access_tokens.issue(sign_in)
    write_once(tmp_path / "keys" / "0002.pem", signing_keys.new_key())
    assert jwt.get_unverified_header(access_tokens.issue(sign_in))["kid"] == "0002"


def test_its_command_says_who_signs_and_who_is_believed(app, settings, tmp_path):
    settings(instance_path=tmp_path)
    said = app.test_cli_runner().invoke(args=["kaya", "keys", "rotate"]).output
    assert said == "The key 0002 signs from now on. Believed are 0001, 0002.\n"
