"""Other sites' pages: those that the settings name may call the API and read why not; all others get no word of it."""

import pytest

from tests.databases import migrated_app
from tests.visitor import Visitor

FRIEND, STRANGER = "https://app.example.org", "https://evil.example"
PATH = "/api/v1/users/me"
ANSWERS = [
    ("GET", "/api/v1/auth/jwks.json", None, 200),
    ("GET", PATH, None, 401),
    ("GET", "/api/v1/nothing", None, 404),
    ("DELETE", "/api/v1/practitioners", None, 405),
    ("GET", "/api/v1/services?limit=0", None, 422),
    ("POST", "/api/v1/auth/login", b"{", 400),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("cors")


@pytest.fixture(scope="module")
def house(folder):
    """Kaya where one site is named, and one more."""
    origins = [FRIEND, "https://other.example.org"]
    return migrated_app(folder, f"sqlite:///{folder / 'kaya.db'}", cors_origins=origins, rate_limit_scale=1)


@pytest.fixture
def page(house):
    """`page(origin, method, path)`: a page of that origin calls us."""

    def ask(origin, method, path, body=None, **headers):
        with house.app_context():
            return Visitor(house).open(
                path, method=method, data=body, content_type="application/json", headers={"Origin": origin} | headers
            )

    return ask


def words_of_cors(answer):
    return {name for name, _ in answer.headers if name.startswith("Access-Control")}


@pytest.mark.parametrize(("method", "path", "body", "status"), ANSWERS)
def test_a_named_site_reads_every_answer(page, method, path, body, status):
    answer = page(FRIEND, method, path, body)
    assert answer.status_code == status
    assert answer.headers["Access-Control-Allow-Origin"] == FRIEND
    assert "Access-Control-Allow-Credentials" not in answer.headers
    exposed = set(answer.headers["Access-Control-Expose-Headers"].split(", "))
    assert {"ETag", "Location", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "Retry-After",
            "X-Request-Id"} <= exposed  # fmt: skip
    assert "Origin" in answer.headers["Vary"]


@pytest.mark.parametrize("origin", [STRANGER, "null", f"{FRIEND}.evil.example", "http://app.example.org", FRIEND[:-1]])
@pytest.mark.parametrize(("method", "path", "body", "status"), ANSWERS)
def test_any_other_gets_no_word_of_it(page, origin, method, path, body, status):
    answer = page(origin, method, path, body)
    assert answer.status_code == status
    assert not words_of_cors(answer)


def test_a_browser_may_ask_beforehand_without_saying_who_it_is(page):
    asked = {"Access-Control-Request-Method": "PATCH", "Access-Control-Request-Headers": "authorization, if-match"}
    answer = page(FRIEND, "OPTIONS", PATH, **asked)
    assert answer.status_code == 204
    assert answer.headers["Access-Control-Allow-Origin"] == FRIEND
    assert "PATCH" in answer.headers["Access-Control-Allow-Methods"]
    assert answer.headers["Access-Control-Allow-Headers"].lower() == "authorization, if-match"
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert not words_of_cors(page(STRANGER, "OPTIONS", PATH, **asked))
    cookie = page(FRIEND, "OPTIONS", PATH, **asked | {"Access-Control-Request-Headers": "cookie, x-admin-key"})
    assert "cookie" not in cookie.headers.get("Access-Control-Allow-Headers", "").lower()


def test_pages_are_for_no_other_site(page):
    for path in ("/", "/login", "/health"):
        assert not words_of_cors(page(FRIEND, "GET", path))


def test_too_many_requests_are_readable_too(page):
    beforehand = [page(FRIEND, "OPTIONS", PATH, **{"Access-Control-Request-Method": "GET"}) for _ in range(120)]
    assert {answer.status_code for answer in beforehand} == {204}
    last = [page(FRIEND, "GET", "/api/v1/auth/jwks.json") for _ in range(101)][-1]
    assert last.status_code == 429
    assert last.headers["Access-Control-Allow-Origin"] == FRIEND
    assert "Retry-After" in last.headers


@pytest.mark.on("sqlite")
def test_without_the_setting_nobody_is_named(client):
    assert not words_of_cors(client.get("/api/v1/auth/jwks.json", headers={"Origin": FRIEND}))
