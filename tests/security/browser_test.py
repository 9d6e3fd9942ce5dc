"""Unsafe requests come from our own pages: each asks for its token, and what needs none reads no cookie."""

from uuid import uuid4

import pytest

from kaya import csrf as protection

UNSAFE = {"POST", "PUT", "PATCH", "DELETE"}


def unsafe_routes(app):
    for rule in app.url_map.iter_rules():
        yield from ((rule, method) for method in sorted((rule.methods or set()) & UNSAFE))


def is_api(rule):
    return rule.rule.startswith("/api/")


def filled(app, rule):
    """Its address, with something in each place."""
    fitting = {"UUIDConverter": uuid4(), "IntegerConverter": 1}
    words = {name: fitting.get(type(way).__name__, "x") for name, way in rule._converters.items()}
    return app.url_map.bind("localhost").build(rule.endpoint, words, method=None)


@pytest.mark.parametrize("path", ["/nope", "/logout", "/mood"])
def test_a_form_on_another_site_signs_nobody_out(visit, csrf, path):
    """It comes without their cookie: an answer that brought another one would take its place."""
    told = visit().post(path, headers={"Sec-Fetch-Site": "cross-site"})
    assert told.status_code in (303, 400, 404)
    assert "Set-Cookie" not in told.headers


def test_every_unsafe_page_asks_for_its_token(app, visit, csrf, amara, okafor, admin):
    """Whoever may come in at all: without the token they are told so, and nothing was done."""
    browsers, tried = {person: visit(person) for person in (amara, okafor, admin)}, 0
    for rule, method in unsafe_routes(app):
        if not is_api(rule):
            policy = app.view_functions[rule.endpoint].policy
            browser = next(browser for person, browser in browsers.items() if policy(person))
            answer = browser.open(filled(app, rule), method=method, data={"name": "x"})
            assert answer.status_code == 400, f"{method} {rule.rule} answered {answer.status_code}"
            tried += 1
    assert tried > 30


def test_a_token_of_another_browser_is_none(visit, csrf, amara, ben):
    """Signing in with a stranger's token is how one is signed in as somebody else."""
    mine, theirs = visit(amara), visit(ben)
    mine.get("/settings")
    theirs.get("/settings")
    with theirs.session_transaction() as session:
        stolen = session["csrf_token"]
    assert mine.post("/settings", data={"csrf_token": stolen, "name": "x"}).status_code == 400
    assert visit().post("/login", data={"csrf_token": stolen, "email": "x", "password": "x"}).status_code == 400


def test_only_the_api_needs_no_token(app):
    """It reads no cookie, so nobody can be made to send one along."""
    exempt = {bp if isinstance(bp, str) else bp.name for bp in protection._exempt_blueprints}
    free = [rule for rule in app.url_map.iter_rules() if rule.endpoint.rpartition(".")[0] in exempt]
    assert free
    assert [rule.rule for rule in free if not is_api(rule)] == []
    assert protection._exempt_views == set()


@pytest.mark.parametrize("path", ["/api/v1/users/me", "/api/v1/appointments", "/api/v1/notifications"])
def test_a_cookie_opens_nothing_there_and_a_token_nothing_here(visit, call, amara, path):
    assert visit(amara).get(path).status_code == 401
    assert call(amara).get(path).status_code == 200
    assert call(amara).get("/settings").status_code == 303


OTHERWISE = ["/%61pi/v1/users/me", "/api//v1/users/me", "/api/v1/users/me/", "/API/v1/users/me", "/./api/v1/users/me"]


@pytest.mark.parametrize("path", OTHERWISE)
def test_no_other_spelling_mixes_the_two(visit, amara, path):
    assert visit(amara).get(path).status_code in (308, 401, 404)


def test_whoever_is_turned_away_comes_back_to_this_house(client):
    """What a page says of where one was is believed for paths of this site alone."""
    for said in ({"data": {"back": "https://evil.example"}}, {"headers": {"Referer": "//evil.example/x"}}):
        sent = client.post("/settings", **said)
        assert sent.status_code == 303
        assert sent.location.startswith("/login")
        form = client.get(sent.location).text
        assert 'value="https://evil' not in form
        assert 'value="//evil' not in form


def test_a_socket_of_another_sites_page_knows_no_cookie(visit, listen, call, amara, settings):
    """Where CORS_ORIGINS names a site, its pages come with a token; the browser sends our cookie along all the same."""
    settings(public_url="https://kaya.example", cors_origins=["https://app.example"])
    browser = visit(amara)
    ours, theirs = listen(browser, origin="https://kaya.example"), listen(browser, origin="https://app.example")
    assert ours.ask("subscribe", topic="notifications")["ok"]
    assert theirs.ask("subscribe", topic="availability")["ok"]
    assert theirs.ask("subscribe", topic="notifications")["problem"]["type"] == "/problems/not-found"
    token = call(amara).environ_base["HTTP_AUTHORIZATION"].removeprefix("Bearer ")
    with_token = listen(browser, token=token, origin="https://app.example")
    assert with_token.ask("subscribe", topic="notifications")["ok"]
