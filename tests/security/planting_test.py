"""Scripts planted in every field there is: afterwards every page shows them as words, and none of them as itself."""

import copy
import json
import re
from html.parser import HTMLParser

import pytest

from kaya.db import db
from kaya.jobs.runner import run_due
from kaya.mail.models import Mail
from tests.house.addresses import address
from tests.house.matrix import welcome
from tests.house.sayings import BODIES, FORMS
from tests.house.walk import WALKERS, walk

PLANTED = "</title><script>planted(1)</script>\"><img src=planted onerror=planted(2)>'><svg onload=planted(3)>"
SAYS_WHO = {"password", "current_password", "email", "otp", "code", "token", "refresh_token"}

pytestmark = pytest.mark.on("sqlite")


class Alive(HTMLParser):
    """What of the payloads became more than words."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.found = []
        self.is_script = False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.is_script = tag == "script"
        for name, value in attrs:
            if name.startswith("on") or (name in ("src", "href", "action", "srcdoc") and acts(value or "")):
                self.found.append(f"<{tag} {name}={value}>")

    def handle_endtag(self, tag):
        self.is_script = False

    def handle_data(self, data):
        if self.is_script and "planted(" in data:
            self.found.append(data)


def acts(value):
    return value.strip().lower().startswith(("javascript:", "data:text", "vbscript:")) or value == "planted"


def test_what_was_planted_in_every_field_is_only_words_everywhere(house):
    planted = plant(house)
    assert planted > 30
    run_due(house.app)
    alive, shown = [], 0
    for name in WALKERS:
        for step in walk(house, name):
            shown += "planted(" in step.answer.text if step.is_page else 0
            alive += [f"{step}: {found}" for found in Alive(step.answer.text).found] if step.is_page else []
    for mail in db.session.query(Mail):
        alive += [f"mail {mail.kind}: {found}" for found in Alive(mail.html).found]
    assert not alive, "\n".join(sorted(set(alive)))
    assert shown > 10, "nothing that was planted is shown anywhere: this test proves nothing"


def plant(house):
    """Fill in every form and every body, and let what is taken stay; how many fields that were.

    Each field is tried by itself, and then all that took it at once: so none is tidied away by the next.
    """
    taken = 0
    for endpoint, meant in [*BODIES.items(), *FORMS.items()]:  # forms say more, and what a body leaves out is emptied
        if endpoint.rpartition(".")[2] in ("destroy", "logout") or "password" in endpoint:
            continue
        right = meant(house.scene)
        fields = [name for name, value in right.items() if isinstance(value, str) and name not in SAYS_WHO]
        took = [name for name in fields if sent(house, endpoint, changed(right, [name])) < 400]
        if len(took) > 1:
            sent(house, endpoint, changed(right, took))
        taken += len(took)
    return taken


def sent(house, endpoint, what):
    rule = next(house.app.url_map.iter_rules(endpoint))
    [method] = (rule.methods or set()) - {"HEAD", "OPTIONS"}
    path, name = address(rule, house.scene), welcome(endpoint)
    if rule.rule.startswith("/api/"):
        said = {"data": json.dumps(what), "content_type": "application/json"}
        return house.phone(name).open(path, method=method, **said).status_code
    return house.browser(name).open(path, method=method, data=what).status_code


def changed(right, fields):
    return copy.deepcopy(right) | dict.fromkeys(fields, PLANTED)


def test_what_the_api_says_is_never_taken_for_a_page(house):
    """A body that a browser opens by itself: JSON, nosniff, and nothing in it may run."""
    plant_name = {"name": PLANTED}
    house.phone("amara").patch("/api/v1/users/me", json=plant_name)
    for path in ("/api/v1/users/me", f"/api/v1/services?cursor={PLANTED}", f"/api/v1/services/{PLANTED}"):
        answer = house.phone("amara").get(path)
        assert re.fullmatch(r"application/(problem\+)?json", answer.mimetype), path
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
