"""The house as the architecture test sees it: modules, what they import, where they stand. Nothing is executed."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[1]

CORE = {
    *(
        "afterwards",
        "cells",
        "cli",
        "clock",
        "config",
        "db",
        "faces",
        "fulltext",
        "guards",
        "letters",
        "logs",
        "markdown",
        "money",
        "months",
        "origin",
        "paper",
        "plots",
        "rates",
        "refusal",
        "reloading",
        "serving",
        "signals",
        "words",
    ),
    *("jobs", "once", "realtime", "web"),
}
FOUNDATIONS = {
    "accounts",
    "audit",
    "organisation",
    "help",
    "mail",
    "notifications",
    "media",
    "consent",
    "payments",
    "sealing",
}
FEATURES = {
    *("care", "messaging", "reviews", "records", "practice", "journal", "community", "events", "challenges", "shop"),
    *("mood", "plans"),
}
ONLOOKERS = {
    *("api", "today", "search", "privacy", "guide", "analytics", "admin", "members", "styleguide", "home", "desk"),
}
LAYERS = [CORE, FOUNDATIONS, FEATURES, ONLOOKERS]
SEE_EVERYTHING = {"kaya", "kaya.__main__", "kaya.house", "kaya.seeds", "wsgi"}

EDGES = {"views", "api", "routes", "forms", "topics", "jobs", "reactions", "cli", "seeds"}


@dataclass(frozen=True)
class Module:
    """One file of Python."""

    name: str
    source: str
    is_package: bool = False

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @cached_property
    def room(self) -> str:
        """The package or core module that it belongs to: `care` for kaya.care.views.slots."""
        return [*self.name.split("."), ""][1]

    @cached_property
    def layer(self) -> int:
        """0 for the core, up to 3 for the onlookers; -1 when nobody said where it belongs."""
        return next((number for number, rooms in enumerate(LAYERS) if self.room in rooms), -1)

    @cached_property
    def is_edge(self) -> bool:
        return bool(EDGES & {part.split("_")[0] for part in self.name.split(".")[2:]})

    @cached_property
    def is_model(self) -> bool:
        return "models" in self.name.split(".")[2:]

    @cached_property
    def is_domain(self) -> bool:
        """Models, verbs and questions of a foundation, a feature or an onlooker: they know nothing of a request."""
        return self.layer > 0 and self.room != "api" and not self.is_edge and self.name not in SEE_EVERYTHING

    @cached_property
    def writes(self) -> bool:
        """Is it a verb: does it open a transaction?"""
        return any(isinstance(node, ast.Call) and name_of(node.func) == "transaction" for node in ast.walk(self.tree))

    def imported_names(self) -> Iterator[tuple[str, str]]:
        """Each import as (module, name): `from flask import g` is ("flask", "g"), `import time` is ("time", "")."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((alias.name, "") for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from ((self.absolute(node), alias.name) for alias in node.names)

    def absolute(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        above = self.name.split(".")[: None if self.is_package and node.level == 1 else -node.level + self.is_package]
        return ".".join([*above, *([node.module] if node.module else [])])


class House(dict[str, Module]):
    """All modules by name."""

    @classmethod
    def here(cls) -> "House":
        files = [*sorted((ROOT / "kaya").rglob("*.py")), ROOT / "wsgi.py"]
        return cls({m.name: m for m in map(read, files)})

    @classmethod
    def of(cls, sources: Mapping[str, str]) -> "House":
        """A house made up for a test: sources by module name."""
        return cls({name: Module(name, source) for name, source in sources.items()})

    def neighbours(self, module: Module) -> set[str]:
        """The house's own modules that `module` imports."""
        pairs = list(module.imported_names())
        found = {f"{source}.{name}" if f"{source}.{name}" in self else source for source, name in pairs}
        return {name for name in found if name in self and name != module.name}

    def outsiders(self, module: Module) -> set[str]:
        """The packages from elsewhere that `module` imports, as flask or flask.globals."""
        return {source for source, _ in module.imported_names() if source.split(".")[0] != "kaya"}

    def behind(self, module: Module, *, stop_at: set[str]) -> dict[str, list[str]]:
        """Every module that comes with `module`, with the way there; what lies behind `stop_at` is not looked at."""
        ways = {module.name: [module.name]}
        waiting = [module.name]
        while waiting:
            here = waiting.pop()
            for name in sorted(self.neighbours(self[here])):
                if name not in ways and name not in SEE_EVERYTHING and not within(name, stop_at):
                    ways[name] = [*ways[here], name]
                    waiting.append(name)
        return ways


def read(path: Path) -> Module:
    parts = list(path.relative_to(ROOT).with_suffix("").parts)
    is_package = parts[-1] == "__init__"
    return Module(".".join(parts[:-1] if is_package else parts), path.read_text(), is_package)


def within(name: str, packages: set[str]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def name_of(node: ast.expr) -> str:
    """`datetime.now` of the expression datetime.now; the last two names of anything longer."""
    if isinstance(node, ast.Attribute):
        return ".".join([name_of(node.value).rpartition(".")[2], node.attr]).lstrip(".")
    return node.id if isinstance(node, ast.Name) else ""
