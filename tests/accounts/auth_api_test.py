"""/api/v1/auth: the same verbs in JSON, with the statuses that API.md promises."""

import pytest

from kaya.accounts import resetting
from tests.accounts.conftest import PASSWORD as NEW
from tests.cast import PASSWORD

AUTH = "/api/v1/auth"
ANA = {"email": "ana@example.org", "password": NEW, "name": "Ana Luz", "timezone": "Europe/Lisbon"}
TOKENS = {"user", "access_token", "refresh_token", "token_type", "expires_in"}


@pytest.fixture
def api(call):
    return call()


def bearer(tokens):
    return {"Authorization": f"Bearer {tokens['access_token']}"}


def test_from_registering_to_being_someone(api, letters):
    asked = api.post(f"{AUTH}/register", json=ANA)
    assert asked.status_code == 202
    assert set(asked.json) == {"detail"}
    token = letters("ana@example.org")[0].token
    seen = api.get(f"{AUTH}/verify-email/{token}")
    assert seen.status_code == 200
    assert seen.json["email"] == "ana@example.org"
    assert seen.json["expires_at"].endswith("Z")
    made = api.post(f"{AUTH}/verify-email", json={"token": token})
    assert made.status_code == 201
    assert set(made.json) == TOKENS
    assert (made.json["token_type"], made.json["expires_in"]) == ("Bearer", 900)
    me = api.get("/api/v1/users/me", headers=bearer(made.json))
    assert me.json == made.json["user"]
    assert "password_hash" not in me.json
    for again in (api.get(f"{AUTH}/verify-email/{token}"), api.post(f"{AUTH}/verify-email", json={"token": token})):
        assert (again.status_code, again.json["type"]) == (410, "/problems/gone")


def test_the_code_does_too_and_five_wrong_ones_end_it(api, letters):
    api.post(f"{AUTH}/register", json=ANA)
    code = letters("ana@example.org")[0].code
    wrong = {"email": "ana@example.org", "code": "000000" if code != "000000" else "111111"}
    answers = [api.post(f"{AUTH}/verify-email", json=wrong) for _ in range(5)]
    assert [a.status_code for a in answers] == [422, 422, 422, 422, 410]
    assert "code" in answers[0].json["errors"]
    assert api.post(f"{AUTH}/verify-email", json={"email": "ana@example.org", "code": code}).status_code == 410
    api.post(f"{AUTH}/register", json=ANA)
    code = letters("ana@example.org")[0].code
    assert api.post(f"{AUTH}/verify-email", json={"email": "Ana@Example.org", "code": code}).status_code == 201


def test_known_and_unknown_addresses_get_the_same_answer(api, amara):
    for path, known in (
        ("register", ANA | {"email": amara.email}),
        ("resend-verification", {"email": amara.email}),
        ("request-password-reset", {"email": amara.email}),
        ("login", {"email": amara.email, "password": "wrong"}),
    ):
        answers = [api.post(f"{AUTH}/{path}", json=body) for body in (known, known | {"email": "nobody@example.org"})]
        said = [{k: v for k, v in a.json.items() if k != "request_id"} for a in answers]
        assert answers[0].status_code == answers[1].status_code == (401 if path == "login" else 202)
        assert said[0] == said[1]


def test_login_refresh_logout(api, amara):
    login = api.post(f"{AUTH}/login", json={"email": amara.email, "password": PASSWORD})
    assert login.status_code == 200
    assert set(login.json) == TOKENS
    fresh = api.post(f"{AUTH}/refresh", json={"refresh_token": login.json["refresh_token"]})
    assert fresh.status_code == 200
    assert api.post(f"{AUTH}/logout", headers=bearer(fresh.json)).status_code == 204
    assert api.get("/api/v1/users/me", headers=bearer(fresh.json)).status_code == 401
    assert api.post(f"{AUTH}/refresh", json={"refresh_token": fresh.json["refresh_token"]}).status_code == 401
    assert api.post(f"{AUTH}/logout").status_code == 401


def test_a_refresh_token_that_comes_again_ends_its_sign_in(api, amara, clock):
    login = api.post(f"{AUTH}/login", json={"email": amara.email, "password": PASSWORD})
    fresh = api.post(f"{AUTH}/refresh", json={"refresh_token": login.json["refresh_token"]})
    clock.travel(seconds=11)
    for token in (login.json["refresh_token"], fresh.json["refresh_token"]):
        dead = api.post(f"{AUTH}/refresh", json={"refresh_token": token})
        assert (dead.status_code, dead.json["type"]) == (401, "/problems/invalid-token")
    assert api.get("/api/v1/users/me", headers=bearer(fresh.json)).status_code == 401


def test_a_locked_password_says_when_to_come_back(api, amara):
    body = {"email": amara.email, "password": "wrong"}
    assert {api.post(f"{AUTH}/login", json=body).status_code for _ in range(5)} == {401}
    locked = api.post(f"{AUTH}/login", json=body | {"password": PASSWORD})
    assert (locked.status_code, locked.json["type"]) == (429, "/problems/password-locked")
    assert 0 < int(locked.headers["Retry-After"]) <= 900


def test_page_and_api_share_the_throttle(api, client, amara, settings):
    settings(rate_limit_scale=1)
    body = {"email": amara.email, "password": "wrong"}
    assert [api.post(f"{AUTH}/login", json=body).status_code for _ in range(3)] == [401] * 3
    assert [client.post("/login", data=body).status_code for _ in range(3)] == [422, 422, 429]
    limited = api.post(f"{AUTH}/login", json=body)
    assert limited.status_code == 429
    assert limited.content_type == "application/problem+json"
    assert "Retry-After" in limited.headers


def test_resetting_and_changing_the_password(api, call, amara, letters):
    phone, other = call(amara), call(amara)
    assert phone.post(f"{AUTH}/change-password", json={"current_password": "x", "password": NEW}).status_code == 422
    changed = phone.post(f"{AUTH}/change-password", json={"current_password": PASSWORD, "password": NEW})
    assert changed.status_code == 204
    assert (phone.get("/api/v1/users/me").status_code, other.get("/api/v1/users/me").status_code) == (200, 401)
    assert api.post(f"{AUTH}/request-password-reset", json={"email": amara.email}).status_code == 202
    token = letters(amara.email)[0].token
    weak = api.post(f"{AUTH}/reset-password/{token}", json={"password": "password"})
    assert (weak.status_code, list(weak.json["errors"])) == (422, ["password"])
    assert api.post(f"{AUTH}/reset-password/{token}", json={"password": PASSWORD}).status_code == 204
    assert api.post(f"{AUTH}/reset-password/{token}", json={"password": PASSWORD}).status_code == 410
    assert phone.get("/api/v1/users/me").status_code == 401
    assert api.post(f"{AUTH}/login", json={"email": amara.email, "password": PASSWORD}).status_code == 200


def test_the_browsers_cookie_opens_nothing_here(visit, amara):
    assert visit(amara).get("/api/v1/users/me").status_code == 401


def test_a_browsers_sign_in_is_no_api_session(app, api, amara):
    assert resetting.ask(amara.email) is None
    for scheme in ("Basic x", "Bearer", "Bearer ", "bearer nonsense"):
        assert api.get("/api/v1/users/me", headers={"Authorization": scheme}).status_code == 401


@pytest.mark.parametrize(
    "path",
    [
        "register",
        "verify-email",
        "login",
        "refresh",
        "resend-verification",
        "request-password-reset",
        "reset-password/x",
    ],
)
@pytest.mark.parametrize(
    "body",
    [
        {},
        {"email": 1, "password": [], "name": {}, "token": 7, "refresh_token": None},
        {
            "email": "\x00\ud800@x",
            "password": "\ud800" * 9,
            "name": "\u202e🌿",
            "token": "\ud800",
            "refresh_token": "\x00",
        },
        {"email": "x" * 5000, "password": "x" * 5000, "name": "x" * 5000, "refresh_token": "x" * 5000},
        {"email": "a@b.co", "code": "12345"},
        {"email": "a@b.co", "code": "１２３４５６"},
        {"token": "x", "email": "a@b.co", "code": "123456"},
        {"email": "a@b.co", "password": "calm otters swim", "name": "A", "role": "staff"},
    ],
    ids=ascii,
)
def test_bad_bodies_are_told_so(api, path, body):
    answer = api.post(f"{AUTH}/{path}", json=body)
    assert answer.status_code == 422, answer.text
    assert answer.json["errors"]


def test_what_is_not_json_is_told_so(api):
    assert api.post(f"{AUTH}/login", data="{", content_type="application/json").status_code == 400
    assert api.post(f"{AUTH}/login", data="a=b", content_type="application/x-www-form-urlencoded").status_code == 415
    assert api.post(f"{AUTH}/login", json=[1]).status_code == 422
    assert api.get(f"{AUTH}/login").status_code == 405


def test_every_mistake_is_told_at_once(api):
    wrong = {"email": "nope@@", "name": "  ", "password": "password", "timezone": "Mars"}
    answer = api.post(f"{AUTH}/register", json=wrong)
    assert answer.status_code == 422
    assert set(answer.json["errors"]) == set(wrong)
    assert "among those tried first" in answer.json["errors"]["password"][0]
    own = api.post(f"{AUTH}/register", json=ANA | {"name": "Anastasia", "password": "anastasia"})
    assert "your own name" in own.json["errors"]["password"][0]
