"""Access tokens: ours, for the API, for a quarter of an hour, and only while their sign-in lives."""

import base64
import json
import stat

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kaya.accounts import access_tokens, signing_in
from kaya.clock import ahead, now
from kaya.config import settings as present_settings


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
        {"key": Ed25519PrivateKey.from_private_bytes(b"not this house's key, but theirs")},
    ],
    ids=lambda bent: " ".join(bent) + " " + str(next(iter(bent.values())))[:24].split(" object")[0],
)
def test_whatever_is_not_just_so_is_nothing(sign_in, bent, call):
    token = made(sign_in, **bent)
    assert access_tokens.read(token) is None
    assert call().get("/api/v1/users/me", headers={"Authorization": f"Bearer {token}"}).status_code == 401


def test_a_token_without_a_signature_or_signed_with_the_public_key_is_nothing(sign_in):
    unsigned = json.dumps({"alg": "none", "typ": "at+jwt", "kid": access_tokens.keys().newest}).encode()
    body = access_tokens.issue(sign_in).split(".")[1]
    assert access_tokens.read(f"{base64.urlsafe_b64encode(unsigned).decode().rstrip('=')}.{body}.") is None
    [public] = access_tokens.public_keys()
    assert access_tokens.read(made(sign_in, key=public["x"] * 2, algorithm="HS256")) is None
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
    first = access_tokens.keys_in(tmp_path / "keys")
    access_tokens.keys_in.cache_clear()
    again = access_tokens.keys_in(tmp_path / "keys")
    assert list(first.by_id) == list(again.by_id) == ["0001"]
    [path] = (tmp_path / "keys").iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_an_older_key_is_believed_while_the_newest_signs(sign_in, settings, tmp_path):
    settings(instance_path=tmp_path)
    old = access_tokens.issue(sign_in)
    newer = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (tmp_path / "keys" / "0002.pem").write_bytes(newer)
    access_tokens.keys_in.cache_clear()
    assert jwt.get_unverified_header(access_tokens.issue(sign_in))["kid"] == "0002"
    assert access_tokens.read(old)
