"""The shape of the code, held by the build: who may know whom, and what no module may do.

Each rule answers with what breaks it; `kaya/STYLE.md` says why the rules are there.
"""

import ast
import re
from collections.abc import Callable, Iterator
from graphlib import TopologicalSorter

import pytest

from tests.floor_plan import CORE, FEATURES, ROOT, SEE_EVERYTHING, House, Module, name_of, within

MOST_LINES = 250

# A feature may know these others, and nobody else: it announces facts, and lets others react.
MAY_KNOW = {
    "reviews": {"care", "shop"},
    "records": {"care"},
    "messaging": {"care"},
    "challenges": {"practice", "journal"},
    "community": {"events", "messaging"},
    "plans": {"care", "practice", "records", "shop"},
}

# What a verb may lean on although it leans on Flask itself: the core's own words for a transaction, a nudge, a setting.
DOMAIN_LEANS_ON = {
    *("kaya.config", "kaya.db", "kaya.letters", "kaya.words", "kaya.money", "kaya.signals", "kaya.jobs"),
    "kaya.realtime.nudges",
}
OF_A_REQUEST = ("flask", "flask_login", "flask_wtf", "flask_socketio", "flask_openapi3", "werkzeug", "kaya.web")

OTHER_CLOCKS = {
    *("datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time"),
    *("func.now", "func.current_timestamp"),
}
SAYS_NOTHING = {"util", "utils", "helper", "helpers", "manager", "managers", "handler", "handlers", "common", "misc"}

Rule = Callable[[House], Iterator[str]]
rules: list[Rule] = []


def rule(check: Rule) -> Rule:
    rules.append(check)
    return check


@rule
def every_room_has_its_place(house: House) -> Iterator[str]:
    """A new package says in tests/floor_plan.py whether it is core, foundation, feature or onlooker."""
    for module in house.values():
        if module.layer < 0 and module.name not in SEE_EVERYTHING and module.room not in {"house", "seeds"}:
            yield f"{module.name}: {module.room} stands on no layer"


@rule
def imports_go_downward(house: House) -> Iterator[str]:
    """Onlookers and the API know features, features know foundations, foundations know the core; never upward."""
    for module, other in imports_between_rooms(house):
        if other.layer > module.layer:
            yield f"{module.name} imports {other.name}, which stands above it"


@rule
def nobody_imports_the_whole_house(house: House) -> Iterator[str]:
    """Only create_app, wsgi.py and the seeds see everything."""
    for module in house.values():
        if module.name not in SEE_EVERYTHING and module.room not in {"house", "seeds", "cli"}:
            yield from (f"{module.name} imports {o}" for o in sorted(house.neighbours(module) & SEE_EVERYTHING))


@rule
def features_know_few_others(house: House) -> Iterator[str]:
    """A feature imports only the features in MAY_KNOW."""
    for module, other in imports_between_rooms(house):
        if {module.room, other.room} <= FEATURES and other.room not in MAY_KNOW.get(module.room, set()):
            yield f"{module.name} imports {other.name}: announce a fact instead, or let an onlooker do it"


@rule
def edges_are_private(house: House) -> Iterator[str]:
    """From another room: its models, verbs, questions and signals; never its views, forms, API, jobs or reactions."""
    for module, other in imports_between_rooms(house):
        gathers = module.room == "api" and "api" in other.name.split(".")[2:]
        if other.is_edge and other.room not in CORE and not gathers:
            yield f"{module.name} imports {other.name}, which is an edge of {other.room}"


@rule
def models_are_below_verbs_and_verbs_below_edges(house: House) -> Iterator[str]:
    """Inside a room: models know no verb, and neither knows an edge."""
    for module in house.values():
        if not module.is_domain:
            continue
        for other in (house[name] for name in sorted(house.neighbours(module))):
            if other.room == module.room and other.is_edge:
                yield f"{module.name} imports {other.name}, an edge"
            if other.room == module.room and module.is_model and other.writes and not other.is_model:
                yield f"{module.name} imports {other.name}, a verb"


@rule
def the_domain_knows_no_request(house: House) -> Iterator[str]:
    """Models, verbs and questions never come to know Flask or kaya.web, however many imports away."""
    for module in house.values():
        if not module.is_domain or (module.is_package and not module.is_model):
            continue
        for name, way in house.behind(module, stop_at=DOMAIN_LEANS_ON).items():
            met = {source for source in house.outsiders(house[name]) if within(source, set(OF_A_REQUEST))}
            if within(name, set(OF_A_REQUEST)):
                met.add(name)
            if met and (name == module.name or not house[name].is_domain):
                yield f"{' → '.join(way)} meets {', '.join(sorted(met))}"


@rule
def only_the_web_says_current_user(house: House) -> Iterator[str]:
    """`g.viewer` is who is looking; Flask-Login's proxy stays in kaya.web."""
    for module in house.values():
        if module.room != "web" and ("flask_login", "current_user") in module.imported_names():
            yield f"{module.name} imports current_user"


@rule
def there_is_one_clock(house: House) -> Iterator[str]:
    """kaya.clock tells the time, so that tests can move it."""
    for module in house.values():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and name_of(node.func) in OTHER_CLOCKS and module.name != "kaya.clock":
                yield f"{module.name}:{node.lineno} calls {name_of(node.func)}"


@rule
def imports_stand_at_the_top(house: House) -> Iterator[str]:
    """A late import is a layout mistake showing through."""
    for module in house.values():
        functions = [n for n in ast.walk(module.tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
        for node in (inner for function in functions for inner in ast.walk(function)):
            if isinstance(node, ast.Import | ast.ImportFrom):
                yield f"{module.name}:{node.lineno} imports inside a function"


@rule
def a_module_says_what_it_is_for(house: House) -> Iterator[str]:
    """Every module opens with a sentence."""
    for module in house.values():
        opening = (ast.get_docstring(module.tree) or "").split("\n\n")[0]
        if module.source.strip() and not opening.rstrip().endswith((".", "?", "!", "…")):
            yield f"{module.name} opens with {opening!r}"


@rule
def a_module_is_one_thing(house: House) -> Iterator[str]:
    """A file of more than 250 lines is two things."""
    for module in house.values():
        if (lines := len(module.source.splitlines())) > MOST_LINES:
            yield f"{module.name} has {lines} lines"


@rule
def names_say_something(house: House) -> Iterator[str]:
    """No utils, helpers, managers or handlers."""
    for module in house.values():
        if said := SAYS_NOTHING & set(re.split(r"[._]", module.name)):
            yield f"{module.name}: {', '.join(said)}"


def imports_between_rooms(house: House) -> Iterator[tuple[Module, Module]]:
    for module in house.values():
        if module.name in SEE_EVERYTHING or module.room in {"cli", "house", "seeds"}:
            continue
        for name in sorted(house.neighbours(module) - SEE_EVERYTHING):
            if house[name].room != module.room:
                yield module, house[name]


@pytest.fixture(scope="module")
def house() -> House:
    return House.here()


@pytest.mark.parametrize("rule", rules, ids=lambda rule: rule.__name__)
def test_the_house_keeps_to_its_plan(house, rule):
    broken = list(rule(house))
    assert not broken, f"{rule.__doc__}\n" + "\n".join(broken)


def test_what_features_may_know_is_acyclic():
    TopologicalSorter(MAY_KNOW).prepare()


def test_templates_include_only_their_own_and_the_shared_ones():
    """A feature's page is built of its own fragments, ui/ and layouts/; onlookers may show any feature's fragment."""
    broken = [
        f"{path.relative_to(ROOT)} takes {name}"
        for path in sorted((ROOT / "templates").rglob("*.html"))
        for name in re.findall(r"""{%-?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""", path.read_text())
        if (folder := path.relative_to(ROOT / "templates").parts[0]) in FEATURES
        and name.split("/")[0] not in {folder, "ui", "layouts"}
    ]
    assert not broken


def test_stylesheets_and_scripts_are_one_thing_too():
    files = [path for kind in ("css", "js") for path in (ROOT / "static" / kind).rglob(f"*.{kind}")]
    assert not [path for path in files if len(path.read_text().splitlines()) > MOST_LINES]


@pytest.mark.parametrize(
    ("sources", "broken_rule"),
    [
        (
            {"kaya.accounts.joining": '"A."\nfrom kaya.care import booking', "kaya.care.booking": '"A."'},
            imports_go_downward,
        ),
        ({"kaya.care.booking": '"A."\nfrom kaya.shop import cart', "kaya.shop.cart": '"A."'}, features_know_few_others),
        ({"kaya.records.sheet": '"A."\nimport kaya.care.forms', "kaya.care.forms": '"A."'}, edges_are_private),
        ({"kaya.care.booking": '"A."\nfrom flask import g'}, the_domain_knows_no_request),
        (
            {
                "kaya.care.models.slot": '"A."\nfrom kaya.care import hours',
                "kaya.care.hours": '"A."\nfrom kaya.web import policy',
                "kaya.web.policy": '"A."',
            },
            the_domain_knows_no_request,
        ),
        (
            {
                "kaya.care.models.slot": '"A."\nfrom kaya.care import booking',
                "kaya.care.booking": '"A."\nwith transaction(): pass',
            },
            models_are_below_verbs_and_verbs_below_edges,
        ),
        (
            {"kaya.care.booking": '"A."\nfrom kaya.care.views import slots', "kaya.care.views.slots": '"A."'},
            models_are_below_verbs_and_verbs_below_edges,
        ),
        ({"kaya.care.views.slots": '"A."\nfrom flask_login import current_user'}, only_the_web_says_current_user),
        ({"kaya.care.booking": '"A."\ndatetime.now(UTC)'}, there_is_one_clock),
        ({"kaya.care.booking": '"A."\ndef book():\n  import time'}, imports_stand_at_the_top),
        ({"kaya.care.booking": "x = 1"}, a_module_says_what_it_is_for),
        ({"kaya.care.booking": '"A."\n' * 251}, a_module_is_one_thing),
        ({"kaya.care.slot_utils": '"A."'}, names_say_something),
        ({"kaya.wonders": '"A."'}, every_room_has_its_place),
        ({"kaya.care.booking": '"A."\nfrom kaya import house', "kaya.house": '"A."'}, nobody_imports_the_whole_house),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_rule_notices_what_breaks_it(sources, broken_rule):
    assert list(broken_rule(House.of(sources)))
