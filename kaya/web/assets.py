"""The built stylesheets, scripts, fonts and icons, by the names they had before the build hashed them."""

import json
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from flask import current_app
from markupsafe import Markup


class NotBuiltError(RuntimeError):
    """The page names something that the build has not made."""


@dataclass
class Assets:
    folder: Path
    url: str
    made_at: float
    files: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path, url: str) -> "Assets":
        manifest = folder / "manifest.json"
        try:
            return cls(folder, url, manifest.stat().st_mtime, json.loads(manifest.read_text()))
        except FileNotFoundError:
            raise NotBuiltError(f"{manifest} is missing: run `make assets`.") from None

    def url_of(self, name: str) -> str:
        try:
            return self.url + self.files[name]
        except KeyError:
            raise NotBuiltError(f"{name} is not among the built assets: run `make assets`.") from None

    @cached_property
    def icons(self) -> frozenset[str]:
        sprite = (self.folder / self.files["icons.svg"]).read_text()
        return frozenset(re.findall(r'id="icon-([^"]+)"', sprite))

    @property
    def is_outdated(self) -> bool:
        manifest = self.folder / "manifest.json"
        return manifest.exists() and manifest.stat().st_mtime != self.made_at


def asset(name: str) -> str:
    """The address of a built file: asset("app.css")."""
    return built().url_of(name)


def icon(name: str, label: str = "") -> Markup:
    """A Lucide icon of the sprite. Beside words it is silent; alone it needs a label."""
    assets = built()
    if current_app.debug and name not in assets.icons:
        raise NotBuiltError(
            f'The icon "{name}" is not in the sprite: write its name out in a template, run `make assets`.'
        )
    told = Markup('role="img" aria-label="{}"').format(label) if label else Markup('aria-hidden="true"')
    use = Markup('<use href="{}#icon-{}"/>').format(assets.url_of("icons.svg"), name)
    return Markup('<svg class="icon" {}>{}</svg>').format(told, use)


def built() -> Assets:
    """What the last build made; read again in development when it was built again."""
    assets: Assets | None = current_app.extensions.get("assets")
    if assets is None or (current_app.debug and assets.is_outdated):
        assets = Assets.read(
            Path(current_app.static_folder or "static") / "dist", f"{current_app.static_url_path}/dist/"
        )
        current_app.extensions["assets"] = assets
    return assets
