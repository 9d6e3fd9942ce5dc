"""Walking a seeded house: from every address without a name in it along all links, a few of each kind."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from werkzeug.exceptions import HTTPException
from werkzeug.test import TestResponse

from kaya import clock
from kaya.accounts.models import Device, User
from kaya.db import db
from kaya.jobs.runner import run_due
from kaya.seeds.sowing import sow_house, sow_people
from tests.house.houses import NOON, House, SqliteHouse
from tests.house.reading import FormOnPage, PageRead
from tests.visitor import arrived

WALKERS = {"nobody": "", "amara": "amara@example.org", "okafor": "okafor@example.org", "sofia": "admin@example.org"}
OF_EACH_KIND = 2
FOR_DEVELOPERS = ("styleguide.", "mailbox.", "static", "health.")


@dataclass
class Step:
    """Somebody at a page."""

    name: str
    path: str
    endpoint: str
    answer: TestResponse

    @cached_property
    def page(self) -> PageRead:
        return PageRead(self.answer.text if self.answer.mimetype == "text/html" else "")

    @property
    def is_page(self) -> bool:
        return self.answer.mimetype == "text/html"

    def __str__(self) -> str:
        return f"{self.name} at {self.path}"


def sown(house: SqliteHouse) -> SqliteHouse:
    """With the seeds in the ground, and someone of each kind signed in."""
    with house.app.app_context(), clock.moved(NOON):
        sow_house()
        sow_people()
        run_due(house.app)
        for name, email in WALKERS.items():
            user = db.session.scalar(db.select(User).where(User.email == email))
            if user:
                house.scene.ids[name] = user.id
                house.scene.sign_ins[name] = str(arrived(user, device=Device("A test")).id)
    house.keep()
    return house


def walked(house: House) -> list[Step]:
    with house.open():
        return [step for name in WALKERS for step in walk(house, name)]


def walk(house: House, name: str) -> Iterator[Step]:
    browser, seen, of_kind = house.browser(name), set[str](), Counter[str]()
    ways = sorted(rule.rule for rule in house.app.url_map.iter_rules() if is_open(rule))
    while ways:
        path = ways.pop(0).split("#")[0]
        endpoint = endpoint_of(house, path)
        if path in seen or not endpoint or of_kind[endpoint] >= OF_EACH_KIND:
            continue
        seen.add(path)
        of_kind[endpoint] += 1
        step = Step(name, path, endpoint, browser.get(path))
        yield step
        ways += sorted(set(step.page.links))


def is_open(rule: Any) -> bool:
    is_page = not rule.rule.startswith(("/api/", "/static", "/dev", "/styleguide"))
    return "GET" in rule.methods and not rule.arguments and is_page


def endpoint_of(house: House, path: str) -> str:
    """Whose address it is; "" for another host's, and for what is not followed."""
    parts = urlsplit(path)
    if parts.scheme not in ("", "http") or parts.netloc not in ("", "localhost") or not parts.path.startswith("/"):
        return ""
    try:
        endpoint: str = house.app.url_map.bind("localhost").match(parts.path, "GET")[0]
    except HTTPException:
        return "nowhere"
    return "" if endpoint.startswith(FOR_DEVELOPERS) else endpoint


def emptied(form: FormOnPage) -> dict[str, str]:
    """What is sent when all that can be typed was taken out of it again."""
    return {name: (values[0] if name in form.hidden else "") for name, values in form.values.items()}


def refused_forms(house: House, steps: list[Step]) -> Iterator[Step]:
    """Each form that was met, sent empty: the page that comes back with the mistakes."""
    with house.open():
        sent = set[str]()
        for step in steps:
            for form in step.page.forms:
                if form.method == "post" and set(form.values) - form.hidden and form.action.split("?")[0] not in sent:
                    sent.add(form.action.split("?")[0])
                    house.restore()
                    answer = house.browser(step.name).post(form.action, data=emptied(form))
                    yield Step(step.name, f"POST {form.action}", step.endpoint, answer)
